import TMSCommands
import TMSSemantics
import TMSSyntax
import TMSTestSupport

private let laws = TextLaws(vocabulary: Catalogue.standard.vocabulary, context: TwoFiles())

/// Lexer, parser, printer and checker.
func readScript(_ bytes: UnsafeBufferPointer<UInt8>) -> CInt {
    if let law = laws.broken(by: String(decoding: bytes, as: UTF8.self)) { finding(law) }
    return 0
}

/// The words of the language, in the form the fuzzer reads.
var dictionary: String {
    let vocabulary = Catalogue.standard.vocabulary
    var words = Set(vocabulary.verbs.flatMap { $0.words + $0.clauses.map(\.label) })
    words.formUnion(vocabulary.schemas.flatMap { $0.fields.map(\.name) })
    words.formUnion(
        """
        let for in one by while if else break continue return exit wait define try otherwise param use read only print
        fail expect limit calls plan explain curl those where sort up down take skip show drop set rename to group count
        sum average median min max first last unique join on chart save as open and or not is empty contains starts ends
        with matches over under before after since days weeks hours ago true false today yesterday transit usps 4px us
        300403513351 2026-03-05 14:30 $it $x @2-5 .. ?? == != <= >= [: { } ( ) [ ] | ; , # 1 0.5
        """.split(whereSeparator: \.isWhitespace).map(String.init))
    return
        (words.sorted().map { "\"\($0)\"" } + [
            #""\"""#, #""{\"""#, #""\"}""#, #""\\u{""#, #""\xE2\x80\x9C""#, #""\x0A""#,
        ])
        .joined(separator: "\n")
}

/// A library and a table stand beside every script, so that `use` and `open` lead somewhere.
private struct TwoFiles: CheckContext {
    let variables: Set<String> = []
    let definitions: [String: Definition] = [:]
    let isInteractive = false
    private let literalValidator = LiteralValidator()

    func library(_ path: String, relativeTo file: SourceFile) -> SourceFile? {
        SourceFile(
            name: path, text: "define late(days) { return (list | where silent over $days days) }\nuse \"text.tms\"")
    }

    func header(of question: FileQuestion, relativeTo file: SourceFile) -> [String]? {
        question.path.hasSuffix(".csv") ? ["number", "via", "Carrier code"] : nil
    }

    func judge(_ literal: String, as kind: ValueKind) -> LiteralVerdict { literalValidator.judge(literal, as: kind) }
    func judge(word: String, as kind: ValueKind) -> LiteralVerdict { literalValidator.judge(word: word, as: kind) }
}
