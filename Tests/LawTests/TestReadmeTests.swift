import Foundation
import Testing

/// Tests/README.md leads from every folder of tests to what it tests.
struct TestReadmeTests {
    private let text = (try? String(contentsOfFile: Tree.root + "/Tests/README.md", encoding: .utf8)) ?? ""

    @Test func `every folder it names is there`() {
        let named = text.matches(of: /`((?:Tests|Sources)\/[A-Za-z\/\-]+)`/).map { String($0.1) }
        #expect(named.count > 40)
        for folder in named { #expect(Self.isFolder(Tree.root + "/" + folder), "\(folder)") }
    }

    @Test func `every folder of tests and of scripts is named`() {
        let tests = (try? FileManager.default.contentsOfDirectory(atPath: Tree.root + "/Tests")) ?? []
        for name in tests where Self.isFolder(Tree.root + "/Tests/" + name) {
            #expect(text.contains("`Tests/\(name)`"), "\(name)")
        }
        let scripts = Tree.root + "/Tests/ScriptTests/Scripts"
        let files = FileManager.default.enumerator(atPath: scripts)?.compactMap { $0 as? String } ?? []
        let folders = Set(files.filter { $0.hasSuffix(".tms") }.map { ($0 as NSString).deletingLastPathComponent })
        for folder in folders.sorted() where !folder.hasSuffix("/used") {
            // A folder of folders may be named as a whole.
            let parent = (folder as NSString).deletingLastPathComponent
            let isNamed = [folder, parent].contains { text.contains("`Tests/ScriptTests/Scripts/\($0)`") }
            #expect(isNamed, "\(folder)")
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}
