import Foundation
import TMSSyntax
import TMSTestSupport
import Testing
import TrackingMore

@testable import TMSShell

/// Every code that a message can carry is produced by a test.
struct DiagnosticCoverageTests {
    private static let ownCodes = DiagnosticCatalogue.chapters.flatMap(\.catalogue.entries)
        .filter { $0.code.first?.isLetter == true }

    /// A code's example is run beside its catalogue. What a script alone cannot bring about, such as a full disk or a
    /// key that others can read, is brought about by a test that names the code.
    @Test func `every code without an example is named by the test that produces it`() throws {
        let tests = try Self.tests()
        for entry in Self.ownCodes where entry.example.isEmpty {
            #expect(tests.contains { $0.contains("\"\(entry.code)\"") }, "\(entry.code): \(entry.title)")
        }
    }

    @Test(arguments: Dialect.v2.refusals)
    func `every refusal of the service comes with its code, cause and remedy`(refusal: Refusal) async throws {
        let spied = try await SpiedRun("sandbox fail \(refusal.code) times 99\nedit 300403513402 via 4px title lamp")
        let failure = try #require(spied.run.diagnostics.last, "\(refusal.code)")
        #expect(failure.code == String(refusal.code))
        #expect(!failure.message.isEmpty)
        #expect(failure.hint?.isEmpty == false)
    }

    /// The texts of the tests, without this one.
    private static func tests() throws -> [String] {
        let folder = Tree.root + "/Tests"
        let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return try paths.filter { $0.hasSuffix(".swift") && !$0.hasSuffix("DiagnosticCoverageTests.swift") }
            .map { try String(contentsOfFile: folder + "/" + $0, encoding: .utf8) }
    }
}
