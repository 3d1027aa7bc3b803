import Foundation
import TMSCommands
import TMSLanguageService
import TMSSemantics
import TMSShell
import TMSSyntax
import TMSTestSupport
import Testing

/// The coloured words of any text stand in order within it, none over another, and none cuts a character. Held over every
/// golden script and over every prefix of every example.
struct SemanticTokenLawTests {
    private let service = LanguageService(
        vocabulary: Catalogue.standard.vocabulary,
        check: { Session.check($0, vocabulary: Catalogue.standard.vocabulary) })
    private static let scripts =
        GoldenScript.all(in: Tree.root + "/Tests/ScriptTests/Scripts") + GoldenScript.all(in: Tree.root + "/examples")

    @Test func `in every script they stand in order, and every word of one without a mistake is known`() throws {
        #expect(Self.scripts.count > 500)
        for script in Self.scripts {
            let text = try script.text()
            let tokens = service.semanticTokens(in: text)
            if let words = broken(tokens, text) { Issue.record("\(script.name): \(words)") }
            let document = service.document(SourceFile(name: "law.tms", text: text))
            guard !document.parsed.hasErrors, !document.checked.hasErrors else { continue }
            let unknown = tokens.filter { $0.tokenClass == .unknown }.map { document.file.slice($0.range) }
            #expect(unknown.isEmpty, "\(script.name): \(unknown)")
        }
    }

    @Test func `in every prefix of an example they stand in order`() throws {
        let verbs = Catalogue.standard.vocabulary.verbs.flatMap(\.examples)
        let own = StatementWord.allCases.flatMap(\.examples) + StageWord.allCases.flatMap(\.examples)
        let marked = ["print \"🚚 {$p.title} é\" # 挂号\r\nlist", "print “a {1} b”\nlist status ｔransit", "track 1 'a"]
        for text in verbs + own + Function.all.map({ "print " + $0.example }) + marked {
            var prefix = ""
            for scalar in text.unicodeScalars {
                prefix.unicodeScalars.append(scalar)
                let tokens = service.semanticTokens(in: prefix)
                if let words = broken(tokens, prefix) { Issue.record("`\(prefix)`: \(words)") }
            }
        }
    }

    /// What is wrong with the places, in words.
    private func broken(_ tokens: [SemanticToken], _ text: String) -> String? {
        let bytes = Array(text.utf8)
        var place = 0
        for token in tokens {
            let range = token.range
            if range.lower < place { return "\(range) begins before \(place)" }
            if range.upper <= range.lower || range.upper > bytes.count { return "\(range) of \(bytes.count)" }
            for end in [range.lower, range.upper] where end < bytes.count && bytes[end] & 0xC0 == 0x80 {
                return "\(range) cuts a character"
            }
            place = range.upper
        }
        return nil
    }
}
