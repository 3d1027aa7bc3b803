import Foundation
import TMSBase
import TMSCommands
import TMSEngine
import TMSSemantics
import TMSShell
import TMSSyntax
import TMSTestSupport
import Testing

@testable import tms

/// Every proposal that is shown reads and checks without an error, does no more to the account than was typed, and names no
/// tracking number that was not in the text. Held over thousands of lines that were right until something was done to them.
struct ProposalLawTests {
    private static let vocabulary = Catalogue.standard.vocabulary
    private static let count = ProcessInfo.processInfo.environment["TMS_LINES"].flatMap { Int($0) } ?? 5_000
    private static let seed = ProcessInfo.processInfo.environment["TMS_SEED"].flatMap { UInt64($0) } ?? 7

    @Test func `every proposal for a mutated line holds`() {
        var mutations = MutatedLines(seed: Self.seed)
        var proposed = 0
        for _ in 0..<Self.count {
            let line = mutations.next()
            let file = SourceFile(name: "law.tms", text: line)
            let typed = Session.check(file, vocabulary: Self.vocabulary)
            for diagnostic in typed.diagnostics {
                #expect(diagnostic.proposals.isEmpty, "\(line): a proposal was left unchecked")
                for fixIt in diagnostic.fixIts {
                    proposed += 1
                    review(fixIt, typed: line, in: file)
                }
            }
        }
        // Most of what can be mended is mended.
        #expect(proposed > Self.count / 10, "\(proposed) proposals for \(Self.count) lines")
    }

    private func review(_ fixIt: Diagnostic.FixIt, typed: String, in file: SourceFile) {
        let text = applying(fixIt.edits, to: file, in: SourceRange(0, file.utf8.count))
        let mended = Session.check(SourceFile(name: "law.tms", text: text), vocabulary: Self.vocabulary)
        let errors = mended.diagnostics.filter { $0.severity == .error }
        #expect(errors.isEmpty, "\(typed)\n→ \(text)\n\(errors.map(\.message))")
        for verb in Self.writingVerbs where mended.effects.writes && text.hasWords(verb) {
            #expect(Self.says(verb, typed), "\(typed)\n→ \(text)\nnobody wrote `\(verb)`")
        }
        for guardWord in ["plan", "explain", "curl"] where typed.hasWords(guardWord) && mended.effects.writes {
            #expect(text.hasWords(guardWord), "\(typed)\n→ \(text)\nloses `\(guardWord)`")
        }
        let letters = typed.uppercased().filter { $0.isLetter || $0.isNumber }
        for number in text.numbers {
            #expect(letters.contains(number), "\(typed)\n→ \(text)\ninvents \(number)")
        }
    }

    private static let writingVerbs = vocabulary.verbs.filter { ![.none, .read].contains($0.effect) }.map(\.name)

    /// Whether a text names a verb: itself, by a declared other word, or with one slip.
    private static func says(_ verb: String, _ text: String) -> Bool {
        if text.hasWords(verb) { return true }
        let others = vocabulary.otherWords.verbs.filter { $0.value == verb }.keys
        if others.contains(where: { text.lowercased().contains($0) }) { return true }
        // `edit N courier usps` names the change and the carrier.
        if verb == "change carrier of", says("edit", text) { return saysCarrier(text) }
        let first = verb.split(separator: " ").first.map(String.init) ?? verb
        return text.lowercased().split { !$0.isLetter }.contains { word in
            Set(word.prefix(2)).contains(first.first ?? " ") && EditDistance.between(String(word), first) <= 1
        }
    }

    private static func saysCarrier(_ text: String) -> Bool {
        let words = vocabulary.otherWords.fields.filter { $0.value == "via" }.keys
        return words.contains(where: text.hasWords) || text.hasWords("via") || text.hasWords("to")
    }

    @Test(arguments: [
        "undelete 4819237500", "un-delete 4819237500", "do not delete 4819237500", "never track 300403513402 via 4px",
        "please say where 300403513402 is", "shwo 300403513402", "status 300403513402", "untrack? 300403513402",
    ])
    func `what was not asked for is not proposed`(line: String) {
        let file = SourceFile(name: "law.tms", text: line)
        for fixIt in Session.check(file, vocabulary: Self.vocabulary).diagnostics.flatMap(\.fixIts) {
            let text = applying(fixIt.edits, to: file, in: SourceRange(0, file.utf8.count))
            #expect(!text.hasWords("delete") && !text.hasWords("track"), "\(line) → \(text)")
        }
    }

    @Test(arguments: [
        ("#1001", "list orders \"#1001\""), ("list substatus pickup001", "list | where substatus is pickup001"),
        ("list created this month", "list created this month"), ("list newer than 3 days", "list created last 3 days"),
        ("exceptions", "list status exception"), ("not delivered", "list | where status is not delivered"),
        ("list courier is usps", "list via usps"), ("list parcels", "list"),
        ("delete parcel 300403513402", "delete 300403513402"), ("sort by silent", "list | sort by silent"),
        ("Où est 300403513402 ?", "show 300403513402"), ("list limit 5", "list | take 5"),
        ("list silent more than 2 weeks sorted by silent", "list | where silent over 2 weeks | sort by silent"),
    ])
    func `what people write is understood`(line: String, meant: String) {
        let file = SourceFile(name: "law.tms", text: line)
        let diagnostics = Session.check(file, vocabulary: Self.vocabulary).diagnostics
        let proposed = diagnostics.flatMap(\.fixIts).map {
            applying($0.edits, to: file, in: SourceRange(0, file.utf8.count))
        }
        #expect(line == meant && diagnostics.isEmpty || proposed.first == meant, "\(proposed)")
    }

    @Test(arguments: 1...4) func `the name of any column is proposed as a stage reads it`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let pieces = [
            "a", "order", "Ünïcode", "é", "0", "1e5", "2026-03-05", "5 days", " ", "  ", "\t", "\n", "\r", "\"", "\\",
            "{", "}",
            "$x", "#", "|", ",", ";", "(", ")", "'", "“", "”", "«", "\u{1B}[31m", "\u{9B}0m", "\u{7F}", "\u{0}",
            "\u{202E}",
            "\u{2028}", "\u{2066}", "\u{85}", "\u{200B}", "\u{200D}", "ｗ", "📦", "by", "otherwise", "as", "and", "is",
            "-", ".",
            "@1", "true", "empty",
        ]
        for _ in 0..<1_000 {
            let name = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            for stages in [
                ["count by", "| chart"], ["show", "| take 1"], ["sort by", ""], ["rename", "to b"], ["sum", ""],
            ] {
                let written = Quoting.field(name)
                let line = "open \"f.csv\" | \(stages[0]) \(written) \(stages[1])"
                let parsed = Session.check(SourceFile(name: "law.tms", text: line), vocabulary: Self.vocabulary)
                let errors = parsed.diagnostics.filter {
                    $0.severity == .error && !["E0801", "E0803"].contains($0.code)
                }
                #expect(errors.isEmpty, "\(line): \(errors.map(\.message))")
                #expect(Self.fields(of: parsed.program).first == name, "\(line)")
            }
            let unclean = Quoting.field(name).unicodeScalars.filter {
                $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || (0x2028...0x202E).contains($0.value)
                    || (0x2066...0x2069).contains($0.value)
            }
            #expect(unclean.isEmpty, "\(name)")
        }
    }

    /// The fields that the first stage names.
    private static func fields(of program: ProgramSyntax) -> [String] {
        guard case .pipeline(let pipeline)? = program.statements.first?.kind else { return [] }
        switch pipeline.stages.first?.kind {
        case .show(let fields), .unique(let fields): return fields.map(\.name)
        case .sort(let keys): return keys.map(\.field.name)
        case .rename(let pairs): return pairs.map(\.from.name)
        case .aggregate(let by, let aggregates): return by.map(\.name) + aggregates.compactMap(\.field?.name)
        default: return []
        }
    }

    @Test func `a mail is one diagnostic, and only its numbers are looked up`() throws {
        let mail = """
            Dear team,
            I ordered a lamp two weeks ago and it is not here yet. Where is order #1001
            (number 3004 0351 3402)? Please delete nothing before I have it.
            Regards, Ann
            """
        let file = SourceFile(name: "mail", text: mail)
        let diagnostics = Session.check(file, vocabulary: Self.vocabulary).diagnostics.filter { $0.severity == .error }
        #expect(diagnostics.map(\.code) == ["E0133"])
        let lines = diagnostics.flatMap(\.fixIts).map {
            applying($0.edits, to: file, in: SourceRange(0, file.utf8.count))
        }
        #expect(lines == ["show 300403513402", "list orders \"#1001\""])
    }

    @Test func `an option that consents is never proposed, and one that is far is not`() {
        for typed in ["--log", "--ye", "--yess", "--guesss", "--y"] {
            for offered in OptionProposal.consents {
                let message = "Error: Unknown option '\(typed)'. Did you mean '\(offered)'?\nUsage: tms"
                #expect(OptionProposal.checked(message) == "Error: Unknown option '\(typed)'\nUsage: tms")
            }
        }
        let near = "Error: Unknown option '--formt'. Did you mean '--format'?"
        #expect(OptionProposal.checked(near) == near)
        #expect(
            OptionProposal.checked("Error: Unknown option '--xyz'. Did you mean '--color'?")
                == "Error: Unknown option '--xyz'")
    }

    @Test func `a fix-it is made in one place, and a question asked in one`() throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources")
        // Of a single value in a row, a column, a parameter or a setting: no line is proposed there.
        let values = [
            "CommandMessage.swift", "ScriptParameters.swift", "KindError.swift", "Zone.swift",
            "RuntimeDiagnostics.swift", "FileMessage+forms.swift",
            "Configuration+reading.swift",
        ]
        var makers: [String] = []
        for case let path as String in FileManager.default.enumerator(atPath: sources.path) ?? .init()
        where path.hasSuffix(".swift") {
            let text = try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
            let name = URL(fileURLWithPath: path).lastPathComponent
            if text.contains("@_spi(ProposalGate)"), !text.contains("@_spi(ProposalGate) public") {
                makers.append(name)
            }
            let asks = text.split(separator: "\n").contains { line in
                line.contains("did you mean") && !line.drop { $0 == " " }.hasPrefix("//")
            }
            if asks, !values.contains(name) {
                #expect(
                    ["Proposal.swift"].contains(name) || path.hasPrefix("TMSSyntax/Repair"), "\(path) asks on its own")
            }
        }
        #expect(makers.sorted() == ["ProposalGate.swift", "Review.swift"])
    }
}

extension String {
    fileprivate func hasWords(_ phrase: String) -> Bool {
        let words = lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }.map(String.init)
        let wanted = phrase.split(separator: " ").map(String.init)
        guard words.count >= wanted.count else { return false }
        return (0...words.count - wanted.count).contains { Array(words[$0..<$0 + wanted.count]) == wanted }
    }

    /// Eight letters and digits or more with five digits at least; dates are none.
    fileprivate var numbers: [String] {
        split { !($0.isLetter || $0.isNumber || $0 == "-") }.map { $0.filter { $0 != "-" }.uppercased() }.filter {
            word in
            word.count > 8 && word.count { $0.isNumber } >= 5
        }
    }
}
