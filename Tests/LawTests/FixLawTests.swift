import Foundation
import TMSCommands
import TMSEngine
import TMSRuntime
import TMSSemantics
import TMSShell
import TMSSyntax
import TMSTestSupport
import Testing
import TrackingMoreSimulator

@testable import tms

/// `tms fix` over every mistake there is: what it mends is mended for good, and nothing else is harmed.
struct FixLawTests {
    private static let vocabulary = Catalogue.standard.vocabulary
    private static let scripts =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("ScriptTests/Scripts/diagnostics").path

    /// The golden scripts about mistakes, and the example of every code.
    private static let texts: [(name: String, text: String)] = {
        var texts: [(String, String)] = []
        let names = FileManager.default.enumerator(atPath: scripts)?.compactMap { $0 as? String } ?? []
        for name in names.sorted() where name.hasSuffix(".tms") {
            texts.append((name, (try? String(contentsOfFile: scripts + "/" + name, encoding: .utf8)) ?? ""))
        }
        let catalogues: [DiagnosticCatalogue] = [.syntax, .checks, .commands, .engine]
        for entry in catalogues.flatMap(\.entries) where !entry.example.isEmpty {
            texts.append((entry.code, entry.example))
        }
        return texts
    }()

    private func mistakes(_ file: SourceFile) -> [Diagnostic] {
        Session.check(file, vocabulary: Self.vocabulary, directory: Self.scripts).diagnostics
    }

    @Test func `what is mended has fewer mistakes, none of them new, and is not mended again`() {
        var mended = 0
        for (name, text) in Self.texts {
            let file = SourceFile(name: "law.tms", text: text)
            let before = mistakes(file)
            let result = Mended(file)
            let after = mistakes(result.file)
            #expect(Mended(result.file).steps.isEmpty, "\(name): \(result.file.text)")
            guard !result.steps.isEmpty else {
                #expect(result.file.text == text)
                continue
            }
            mended += 1
            // Where there are errors, the checker does not speak of what seems unused.
            let (wrong, left) = (errors(before).count, errors(after).count)
            #expect(left < wrong || (left == wrong && after.count < before.count), "\(name): \(result.file.text)")
            // What stood behind a mended word may be checked only now; a word that was right stays right.
            let told = Set(before.map(\.code))
            for error in errors(after) { #expect(told.contains(error.code), "\(name): \(error.message)") }
        }
        #expect(mended >= 10)
    }

    private func errors(_ diagnostics: [Diagnostic]) -> [Diagnostic] { diagnostics.filter { $0.severity == .error } }

    @Test(arguments: [
        ("for n in 1..3 { print $n }", "for n in 1 .. 3 { print $n }"), ("print", "print \"\""),
        ("#delete it\nprint 1", "# delete it\nprint 1"), ("[3, 1] | first 2", "[3, 1] | take 2"),
        ("let rows = [1]\nfor n in rows { print $n }", "let rows = [1]\nfor n in $rows { print $n }"),
        ("list | where status is in transit, pickup", "list | where status in transit, pickup"),
        ("list | where silent over 14d", "list | where silent over 14 days"),
        ("list | sort silent", "list | sort by silent"), ("let $a = 1\nprint $a", "let a = 1\nprint $a"),
        ("if 1 is 2 { print 1 } elif 1 is 1 { print 2 }", "if 1 is 2 { print 1 } else if 1 is 1 { print 2 }"),
    ])
    func `where one answer is right it is written`(text: String, expected: String) {
        #expect(Mended(SourceFile(name: "law.tms", text: text)).file.text == expected)
    }

    @Test(arguments: [
        "a = 1", "list | where status is transit and via is ups or via is dhl", "list created 03/04/2026",
        "track 300403513351 vai 4px", "list | where title is a && b", "wait 5 m",
    ])
    func `where two may be right nothing is done`(text: String) {
        #expect(Mended(SourceFile(name: "law.tms", text: text)).steps.isEmpty)
    }
}
