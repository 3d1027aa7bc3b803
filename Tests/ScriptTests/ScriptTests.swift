import Foundation
import TMSShell
import TMSTestSupport
import Testing

@testable import tms

/// Every script under `Scripts` says what it says. `TMS_REWRITE=1 swift test --filter ScriptTests` writes it down anew.
struct ScriptTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Scripts"
    private static let isRewriting = ProcessInfo.processInfo.environment["TMS_REWRITE"] == "1"
    private static let runner = SessionRunner(names: .catalogue) { folder in
        SandboxWorld(path: folder + "/account.sqlite", zone: Zone("UTC"))
    }

    @Test(arguments: GoldenScript.all(in: ScriptTests.folder))
    func `a script says what it says`(script: GoldenScript) async throws {
        let difference = try await script.verify(with: Self.runner, rewriting: Self.isRewriting)
        #expect(difference == nil, "\(script) \(difference?.description ?? "")")
    }

    @Test func `there are scripts`() {
        #expect(GoldenScript.all(in: Self.folder).count > 20)
    }
}
