import Foundation
import TMSTestSupport
import Testing

/// `make install`, without its build: what is built already goes into a folder of its own.
@Suite(.enabled(if: isExecutable("make"), "there is no make on this machine"))
struct InstallTests {
    private let program = Program()
    private static let files = [
        "bin/tms", "share/man/man1/tms.1", "share/bash-completion/completions/tms",
        "share/zsh/site-functions/_tms", "share/fish/vendor_completions.d/tms.fish",
    ]

    private func make(_ target: String) async -> Program.Result {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        return await program.shell(
            "make -s -C '\(root)' \(target) BIN=\"$TMS\" PREFIX=/opt/tms DESTDIR='\(program.home)/a place' 2>&1")
    }

    @Test func `what is installed is a program, a man page and completions, and uninstall takes all of it away`()
        async throws
    {
        defer { program.remove() }
        let result = await make("install-files")
        #expect(result.status == 0, "\(result.output)")
        let folder = program.home + "/a place/opt/tms/"
        for file in Self.files {
            #expect(!(try Data(contentsOf: URL(fileURLWithPath: folder + file))).isEmpty, "\(file)")
        }
        let version = await program.shell("'\(folder)bin/tms' --version")
        #expect(version.output == "tms 0.1\n")

        #expect(await make("uninstall").status == 0)
        let left = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        #expect(left.filter { !FileManager.default.isDirectory(folder + $0) } == [])
    }
}

private func isExecutable(_ name: String) -> Bool {
    ["/usr/bin/", "/bin/"].contains { FileManager.default.isExecutableFile(atPath: $0 + name) }
}

extension FileManager {
    fileprivate func isDirectory(_ path: String) -> Bool {
        var isDirectory: ObjCBool = false
        return fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
    }
}
