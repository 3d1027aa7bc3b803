import TMSCommands
import TMSSemantics
import TMSSyntax
import Testing

/// What holds for every word of the vocabulary, so that a script can be read without knowing all of them.
struct VocabularyLawTests {
    private static let words: [String] = {
        let verbs = Catalogue.standard.vocabulary.verbs
        return verbs.flatMap(\.words)
            + verbs.flatMap(\.clauses).flatMap { $0.label.split(separator: " ").map(String.init) }
    }()

    @Test func `no verb or label holds a digit, so that a word with one is a value`() {
        #expect(Self.words.count > 40)
        #expect(Self.words.filter { $0.contains(where: \.isNumber) } == [])
    }

    @Test func `no keyword holds a digit either`() {
        let words =
            StatementWord.allCases.map(\.phrase) + StageWord.allCases.map(\.phrase)
            + InnerWord.operators + InnerWord.constants + InnerWord.statements + InnerWord.stages + InnerWord.sources
            + InnerWord.files + InnerWord.dates + InnerWord.units
        #expect(words.count > 100)
        #expect(words.filter { $0.contains(where: \.isNumber) } == [])
    }

    @Test(arguments: Set(words).sorted())
    func `no verb or label is a tracking number`(word: String) {
        let script = SourceFile(name: "law.tms", text: "show \(word)")
        let parsed = parse(script, vocabulary: Catalogue.standard.vocabulary)
        guard case .pipeline(let pipeline)? = parsed.program.statements.first?.kind,
            case .command(let command) = pipeline.source
        else { return }
        let numbers = command.subjects.joined().filter { if case .word(word) = $0.kind { true } else { false } }
        #expect(numbers.isEmpty || parsed.hasErrors)
    }
}
