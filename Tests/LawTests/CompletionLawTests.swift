import Foundation
import LineEditor
import TMSCommands
import TMSLanguageService
import TMSSemantics
import TMSShell
import TMSSyntax
import TMSTestSupport
import Testing

/// What is typed is offered before it is typed: held over every example of the catalogue and every example script.
struct CompletionLawTests {
    private static let vocabulary = Catalogue.standard.vocabulary
    private let completer = LanguageCompleter(LanguageService(vocabulary: vocabulary))

    private static let lines: [String] =
        vocabulary.verbs.flatMap(\.examples) + Function.all.map { "print \($0.example)" } + [
            "track 300403513351 via 4px to us title \"pillow\" order \"#12\" exact",
            "track from \"orders.csv\" via 4px",
            "list status transit, pickup via usps, 4px created last 7 days updated since monday unarchived lang en",
            "list created after yesterday | where silent over 14 days and status is transit or to in us, de",
            "list | where title starts with lamp | where updated before today and via is not usps",
            "list | where not (created in last 2 weeks) | sort by silent down, via up | take 3 | skip 1 | first",
            "list | where title is empty or title is not empty | show number, via | drop title | unique by via",
            "list | group by via, to | count, median silent, max travelling, min created, average silent, sum silent",
            "list | count by status | chart", "list | set late = silent | rename late to delay | save \"a.csv\" | last",
            "list | join $orders on number | as json", "open \"orders.csv\" | track via 4px", "account | as table",
            "for p, i one by one in list status exception { refresh $p }", "while 1 < 2 { break; continue }",
            "if 1 is 2 { print 1 } else if true and not false { print 2 } else { print empty }",
            "try refresh 300403513351 otherwise print 1", "limit 200 calls, 30 min { wait 5 s }", "read only",
            "plan delete 300403513351", "explain list", "curl account", "expect 1 over 2", "fail \"no\"", "exit 3",
            "define late(span) { return (list | where silent over $span days) }", "param days = 10", "use \"a.tms\"",
            "let d = today() + 3 days", "print (count by status created last 3 days | first), len([1])",
        ]

    private static let scripts = GoldenScript.all(
        in: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path + "/examples")

    /// Words that stand for themselves: everything but texts, numbers and names of one's own.
    private static let closed: Set<String> = {
        var words = Set(vocabulary.verbs.flatMap { $0.words + $0.clauses.map(\.label) })
        words.formUnion(vocabulary.schemas.flatMap { $0.fields.map(\.name) })
        words.formUnion(StageWord.allCases.map(\.rawValue) + Function.all.map(\.name) + ComparisonOperator.words)
        words.formUnion([
            "usps", "4px", "dhl", "singapore-post", "china-post", "china-ems", "us", "cn", "ca", "mx", "jp",
            "nz", "de",
        ])
        words.formUnion(["transit", "pickup", "exception", "delivered", "en", "json", "table", "get"])
        words.formUnion(["today", "yesterday", "monday", "days", "weeks", "h", "min", "s", "calls", "last"])
        words.formUnion(
            """
            let for one by in while if else break continue return exit wait define try otherwise param use read only print
            fail expect limit plan explain curl open up down to on and or not empty true false
            """.split(whereSeparator: \.isWhitespace).map(String.init))
        return words
    }()

    @Test(arguments: lines)
    func `completing any prefix of a line offers its next word`(line: String) { nextWords(line) }

    @Test(arguments: scripts)
    func `completing any prefix of an example offers its next word`(script: GoldenScript) throws {
        nextWords(try script.text())
    }

    private func nextWords(_ text: String) {
        for word in Word.all(in: text) where Self.closed.contains(word.text.lowercased()) && !word.isNamed {
            let rest = String(decoding: text.utf8.dropFirst(word.start), as: UTF8.self).lowercased()
            for length in 0..<word.text.utf8.count {
                let end = word.start + length
                let before = String(decoding: text.utf8.prefix(end), as: UTF8.self)
                let offered = completer.completions(for: before, cursor: end)
                let isOffered = offered.candidates.contains { rest.hasPrefix($0.text.lowercased()) }
                if !isOffered || offered.replaces != word.start..<end {
                    let few = offered.candidates.prefix(12).map(\.text)
                    Issue.record("`\(before.suffix(80))` offers \(few), not `\(word.text)`")
                    break
                }
            }
        }
    }

    @Test(arguments: lines)
    func `what is offered is read without a diagnostic for it`(line: String) {
        let line = line + " "
        for place in Word.all(in: line).map(\.start) + [line.utf8.count] {
            let before = String(decoding: line.utf8.prefix(place), as: UTF8.self)
            for candidate in completer.completions(for: before, cursor: place).candidates.prefix(150) {
                let file = SourceFile(name: "line", text: before + candidate.text)
                let diagnosis = parse(file, vocabulary: Self.vocabulary).diagnostics.first { diagnostic in
                    let lacksMore = ["the end of the text", "needs a value", "needs a statement"].contains {
                        "\(diagnostic.message) \(diagnostic.hint ?? "")".contains($0)
                    }
                    return diagnostic.severity == .error && !lacksMore && diagnostic.location?.range.lower ?? 0 >= place
                }
                if let diagnosis, !parse(file, vocabulary: Self.vocabulary).isIncomplete {
                    Issue.record("`\(file.text)`: \(diagnosis.message); \(diagnosis.hint ?? "")")
                }
            }
        }
    }

    @Test(arguments: lines)
    func `where a text of one's own stands, nothing is offered in its quotes`(line: String) {
        let bytes = Array(line.utf8)
        guard let quote = bytes.firstIndex(of: UInt8(ascii: "\"")) else { return }
        let before = String(decoding: bytes[...quote], as: UTF8.self)
        #expect(completer.completions(for: before, cursor: quote + 1).candidates.isEmpty)
    }
}

extension ComparisonOperator {
    fileprivate static let words = allCases.flatMap { $0.rawValue.split(separator: " ").map(String.init) }
}

/// A word outside strings and comments.
private struct Word {
    var text: String
    var start: Int
    /// Follows a word that lets a name be chosen, or is the key of a record or part of a path.
    var isNamed: Bool

    static func all(in text: String) -> [Word] {
        let bytes = Array(text.utf8)
        var words: [Word] = []
        var position = 0
        while position < bytes.count {
            let start = position
            switch bytes[position] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                position += 1
                while position < bytes.count, bytes[position] != bytes[start] { position += 1 }
                position += 1
            case UInt8(ascii: "#"):
                while position < bytes.count, bytes[position] != 10 { position += 1 }
            case let byte where isWord(byte):
                while position < bytes.count, isWord(bytes[position]) { position += 1 }
                let word = String(decoding: bytes[start..<position], as: UTF8.self)
                let after = position < bytes.count ? bytes[position] : 0
                let isPart = start > 0 && "$.[".utf8.contains(bytes[start - 1])
                let isKey = after == UInt8(ascii: ":") || after == UInt8(ascii: "=")
                words.append(Word(text: word, start: start, isNamed: isPart || isKey || namesFollow(words)))
            default: position += 1
            }
        }
        return words
    }

    /// Whether a name of one's own stands after these words.
    private static func namesFollow(_ words: [Word]) -> Bool {
        let isRenaming = words.suffix(3).contains { $0.text == "rename" }
        if words.suffix(2).first?.text == "define" { return true }
        switch words.last?.text {
        case "let", "define", "param", "set": return true
        // `for dhl` is a clause of `remote area`.
        case "for": return !words.contains { $0.text == "area" }
        case "to": return isRenaming
        default: return false
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...: true
        default: false
        }
    }
}
