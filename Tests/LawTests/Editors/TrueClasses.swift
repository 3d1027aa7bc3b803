import Foundation
import TMSCommands

@testable import TMSSyntax

/// What an editor may make of a piece of a script.
enum WordClass: String { case comment, string, variable, number, verb, label, stage, keyword }

/// What the lexer and the parser make of a text, for editors to be held to.
struct TrueClasses {
    /// UTF-8 offsets.
    private(set) var spans: [(range: SourceRange, class: WordClass)] = []

    init(_ text: String) {
        let file = SourceFile(name: "x", text: text)
        let vocabulary = Catalogue.standard.vocabulary
        let list = Lexer.tokens(of: file)
        spans = list.comments.map { ($0, .comment) }
        for (before, token) in zip([nil] + list.tokens.map { $0 }, list.tokens) {
            let isGlued = before.map { $0.kind == .variable && $0.upper == token.lower } ?? false
            switch token.kind {
            case .string, .literalString: spans.append((token.range, .string))
            case .stringText where token.lower < token.upper: spans.append((token.range, .string))
            case .variable: spans.append((token.range, .variable))
            case .word where Literals.isNumber(file.slice(token.range)) && !isGlued:
                spans.append((token.range, .number))
            default: break
            }
        }
        walk(parse(file, vocabulary: vocabulary).program, file)
    }

    /// Every node of the tree that begins with words of the language.
    private mutating func walk(_ node: Any, _ file: SourceFile) {
        switch node {
        case let command as CommandSyntax:
            if case .verb = command.callee, command.verbRange.lower < command.verbRange.upper {
                spans.append((command.verbRange, .verb))
            }
        case let clause as ClauseSyntax: spans.append((clause.labelRange, .label))
        case let column as ColumnSyntax: spans.append((column.labelRange, .label))
        case let stage as StageSyntax:
            if case .command = stage.kind { break }
            spans.append((firstWord(stage.range, file), .stage))
        case let statement as StatementSyntax:
            switch statement.kind {
            case .pipeline, .assign, .missing, .help: break
            default: spans.append((firstWord(statement.range, file), .keyword))
            }
        case is SourceFile: return
        default: break
        }
        for child in Mirror(reflecting: node).children { walk(child.value, file) }
    }

    private func firstWord(_ range: SourceRange, _ file: SourceFile) -> SourceRange {
        let count = file.slice(range).utf8.prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }.count
        return SourceRange(range.lower, range.lower + count)
    }
}
