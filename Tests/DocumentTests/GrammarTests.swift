import Foundation
import TMSTestSupport
import Testing

/// The grammar in `docs/grammar.ebnf` hangs together: every name used has a rule, every rule is reached.
struct GrammarTests {
    private let rules: [String: [String]]
    private let words: Set<String>

    init() throws {
        var text = try String(contentsOfFile: Document.root + "/docs/grammar.ebnf", encoding: .utf8)
        text.replace(/\(\*(?:[^*]|\*[^)])*\*\)/, with: " ")
        words = Set(text.matches(of: /"([a-z0-9]+)"/).map { String($0.1) })
        text.replace(/"[^"]*"|'[^']*'/, with: " ")
        var rules: [String: [String]] = [:]
        for rule in text.split(separator: ".") {
            let sides = rule.split(separator: "=", maxSplits: 1)
            guard sides.count == 2 else { continue }
            let name = sides[0].trimmingCharacters(in: .whitespacesAndNewlines)
            #expect(rules[name] == nil, "\(name) has two rules")
            rules[name] = sides[1].matches(of: /[a-z][a-zA-Z]*/).map { String($0.0) }
        }
        self.rules = rules
    }

    @Test func `no word of the grammar holds a digit`() {
        #expect(words.filter { $0.contains(where: \.isNumber) } == [])
    }

    @Test func `every name has a rule`() {
        for (name, used) in rules {
            for other in used { #expect(rules[other] != nil, "\(name) uses \(other)") }
        }
    }

    @Test func `every rule is reached from the program`() {
        var reached: Set<String> = ["program"]
        var next = ["program"]
        while let name = next.popLast() {
            for other in rules[name] ?? [] where reached.insert(other).inserted { next.append(other) }
        }
        #expect(Set(rules.keys).subtracting(reached).sorted() == [])
    }

    @Test func `every word and mark of the grammar stands in a golden script`() throws {
        var text = try String(contentsOfFile: Document.root + "/docs/grammar.ebnf", encoding: .utf8)
        text.replace(/\(\*(?:[^*]|\*[^)])*\*\)/, with: " ")
        let marks = Set(text.matches(of: /"([^"]+)"/).map { String($0.1) })
        var used: Set<String> = []
        for script in GoldenScript.all(in: Document.root + "/Tests/ScriptTests/Scripts") {
            // What a script prints stands in its comments.
            let code = try script.text().split(separator: "\n").filter { !$0.hasPrefix("#") }.joined(separator: "\n")
            for mark in marks where !used.contains(mark) {
                let isWord = mark.allSatisfy(\.isLetter)
                let pieces = code.split { isWord ? !$0.isLetter : $0.isLetter || $0.isWhitespace }
                if isWord ? pieces.contains(Substring(mark)) : code.contains(mark) { used.insert(mark) }
            }
        }
        #expect(marks.subtracting(used).sorted() == [])
    }

    @Test func `every word of the grammar is one the parser reads`() throws {
        let folder = Document.root + "/Sources/TMSSyntax"
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        var sources = ""
        for name in names where name.hasSuffix(".swift") {
            sources += try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
        }
        let spelt = Set(sources.matches(of: /[a-z]+/).map { String($0.0) })
        #expect(words.subtracting(spelt).sorted() == [])
    }
}
