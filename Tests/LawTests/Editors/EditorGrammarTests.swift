import Foundation
import TMSCommands
import TMSSemantics
import TMSShell
import TMSTestSupport
import Testing
import TrackingMore

@testable import TMSSyntax

/// The grammar in `editors/vscode` colours a script by what the lexer and the parser make of it.
struct TextMateGrammarTests {
    @Test func `it sees in scripts what the parser sees`() throws { try EditorLaws.compare(.textmate) }
    @Test func `every statement, stage, verb and label has its colour`() throws { try EditorLaws.everyWord(.textmate) }
}

/// The syntax file in `editors/vim`, read by Vim itself.
@Suite(.enabled(if: Vim.path != nil, "there is no vim on this machine"))
struct VimSyntaxTests {
    @Test func `it sees in scripts what the parser sees`() throws { try EditorLaws.compare(.vim) }
    @Test func `every statement, stage, verb and label has its colour`() throws { try EditorLaws.everyWord(.vim) }
}

private enum EditorLaws {
    static let vocabulary = Catalogue.standard.vocabulary

    static func compare(_ editor: Editor) throws {
        let scripts = try GoldenScript.all(in: Tree.root + "/examples").map { try $0.text() }
        let verbs = vocabulary.verbs.flatMap(\.examples).joined(separator: "\n") + "\n"
        try compare(scripts + [oddities, verbs], editor)
    }

    /// Position decides, and what looks like something else in another place.
    private static let oddities = """
        #!/usr/bin/env tms
        track 300403513351 via post to to title 'it''s' order #1234 # a comment, with track and "quotes"
        let c = 4px; let list = list status transit, delivered via ups | where via is to and to is via | count by to
        for p, i one by one in list status exception {
          try refresh $p via $p.via otherwise print "{$p.number}: {join(["a", 'b'], ", ")} {(list | count)} \\u{41}"
        }
        param longest: duration = 30 days "so long"
        define late(days: number, to: country = us) { return (list to $to | where (silent over $days days)) }
        list created last 7 days |
          # between
          where status in transit, pickup | sort by silent down, via up
          | take 20 | show number, via, status | save "late-{$n}.csv"
        300403513351, RB555666772CN via china-post | as card
        12345 + 1
        mark 300403513351 delivered
        list status delivered | mark delivered
        track from "orders.csv" number=A via=Carrier title="Product name" exact
        track 300403513351,
          300403513352 via 4px
        if not ($a is empty) and len($b) over 3 { print 1.5, -2, 007, 1e5, $rows[0].number } else { wait 5 s }
        plan delete (list status expired) via ups
        return count by status | count
        """

    private static func compare(_ texts: [String], _ editor: Editor) throws {
        for (text, classes) in zip(texts, try editor.classes(of: texts)) {
            let bytes = Array(text.utf8)
            var closed = [WordClass?](repeating: nil, count: bytes.count)
            for (range, expected) in TrueClasses(text).spans {
                let span = range.lower..<range.upper
                let found = Set(span.filter { bytes[$0] > 0x20 }.map { classes[$0] })
                if !found.isEmpty, found != [expected] {
                    let line = text.utf8.prefix(range.lower).count { $0 == 0x0A } + 1
                    let piece = String(decoding: bytes[span], as: UTF8.self)
                    Issue.record(
                        "\(line): `\(piece)` is \(expected.rawValue), not \(found.map { $0?.rawValue ?? "plain" })")
                }
                for position in span { closed[position] = expected }
            }
            // Nothing else is a comment, a number or a verb.
            for position in bytes.indices where bytes[position] > 0x20 {
                guard let found = classes[position], found != closed[position] else { continue }
                if [.comment, .number, .verb, .label].contains(found) {
                    let rest = String(decoding: bytes[position...].prefix(30), as: UTF8.self)
                    Issue.record("`\(rest)` is no \(found.rawValue)")
                    break
                }
            }
        }
    }

    /// Each word of the language in a place of its own; the offset is where it stands.
    private static let places: [(line: String, offset: Int, classes: Set<WordClass>)] = {
        func place(_ before: String, _ word: String, _ after: String, _ classes: WordClass...) -> (
            String, Int, Set<WordClass>
        ) { (before + word + after, before.utf8.count, Set(classes)) }
        var places = StatementWord.allCases.map { place($0.isPartner ? "} " : "", $0.phrase, " x", .keyword) }
        places += StageWord.allCases.map { place("list | ", $0.phrase, " x", .stage) }
        for verb in vocabulary.verbs {
            places.append(place("let x = ", verb.name, " 12345x", .verb))
            for clause in verb.clauses {
                let value = clause.isFlag ? "" : clause.kind == .dateRange ? " last 3 days" : " x"
                places.append(place(verb.name + " 12345x ", clause.label, value, .label))
            }
        }
        return places
    }()

    static func everyWord(_ editor: Editor) throws {
        let found = try editor.classes(of: places.map(\.line))
        for (place, classes) in zip(places, found) {
            let color = classes[place.offset]
            #expect(color.map(place.classes.contains) == true, "\(place.line): \(color?.rawValue ?? "plain")")
        }
    }
}

/// What grammars and completion are made of is what `docs/grammar.ebnf` says.
struct LanguageWordTests {
    @Test func `the words of the language are those of its grammar`() throws {
        var text = try String(contentsOfFile: Tree.root + "/docs/grammar.ebnf", encoding: .utf8)
        text.replace(/\(\*(?:[^*]|\*[^)])*\*\)/, with: " ")
        let words = Set(text.matches(of: /"([a-z]+)"/).map { String($0.1) })
        let declared =
            StatementWord.allCases.map(\.rawValue) + StageWord.allCases.map(\.rawValue) + InnerWord.operators
            + InnerWord.constants + InnerWord.statements + InnerWord.stages + InnerWord.sources + InnerWord.files
            + InnerWord.dates + ParameterKind.all.map(\.word)
        #expect(words.subtracting(declared) == [])
        #expect(Set(declared).subtracting(words) == [])
    }
}
