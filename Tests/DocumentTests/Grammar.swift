import Foundation

/// The rules of `docs/grammar.ebnf`.
struct Grammar {
    indirect enum Term {
        /// `"word"`, `"|"`.
        case literal(String)
        /// A name in capitals: a kind of token.
        case token(String)
        case rule(String)
        case sequence([Term])
        case choice([Term])
        case optional(Term)
        case repeated(Term)
    }

    private(set) var rules: [String: Term] = [:]

    init() throws {
        var text = try String(contentsOfFile: Document.root + "/docs/grammar.ebnf", encoding: .utf8)
        text.replace(/\(\*(?:[^*]|\*[^)])*\*\)/, with: " ")
        var reader = Reader(text.matches(of: /"[^"]*"|[A-Za-z]+|[=.|{}()\[\]]/).map { String($0.output) })
        while let name = reader.next() {
            guard reader.next() == "=" else { throw Unreadable(near: name) }
            rules[name] = reader.choice()
            guard reader.next() == "." else { throw Unreadable(near: name) }
        }
    }

    struct Unreadable: Error { var near: String }

    private struct Reader {
        private var words: ArraySlice<String>

        init(_ words: [String]) { self.words = words[...] }

        mutating func next() -> String? { words.popFirst() }

        mutating func choice() -> Term {
            var parts = [sequence()]
            while words.first == "|" {
                words.removeFirst()
                parts.append(sequence())
            }
            return parts.count == 1 ? parts[0] : .choice(parts)
        }

        private mutating func sequence() -> Term {
            var parts: [Term] = []
            while let word = words.first, !["|", ".", ")", "]", "}"].contains(word) { parts.append(term()) }
            return parts.count == 1 ? parts[0] : .sequence(parts)
        }

        private mutating func term() -> Term {
            let word = words.removeFirst()
            switch word {
            case "(", "[", "{":
                let inner = choice()
                words.removeFirst()
                return word == "(" ? inner : word == "[" ? .optional(inner) : .repeated(inner)
            default:
                if word.hasPrefix("\"") { return .literal(String(word.dropFirst().dropLast())) }
                return word == word.uppercased() ? .token(word) : .rule(word)
            }
        }
    }
}
