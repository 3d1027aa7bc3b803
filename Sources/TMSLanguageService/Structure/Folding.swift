import TMSSyntax

/// Lines of a text that can be shown as one.
public struct FoldingRange: Sendable, Equatable {
    public enum Kind: String, Sendable {
        /// `{ … }`
        case block
        /// A statement without a block that goes over several lines.
        case statement
        /// Comments on lines that follow each other.
        case comment
    }

    /// Counted from 0; the last is always greater than the first.
    public let firstLine: Int
    public let lastLine: Int
    public let kind: Kind
}

extension LanguageDocument {
    /// By their first lines, the longer ones first.
    public var foldingRanges: [FoldingRange] {
        var found = folds(of: parsed.program.statements) + commentFolds
        found.sort { ($0.firstLine, -$0.lastLine) < ($1.firstLine, -$1.lastLine) }
        return found
    }

    private func folds(of statements: [StatementSyntax]) -> [FoldingRange] {
        statements.flatMap { statement in
            let blocks = statement.blocks
            if blocks.isEmpty { return [fold(statement.range, .statement)].compactMap { $0 } }
            return blocks.flatMap { block in
                [fold(block.range, .block)].compactMap { $0 } + folds(of: block.statements)
            }
        }
    }

    private var commentFolds: [FoldingRange] {
        var folds: [FoldingRange] = []
        var run: (first: Int, last: Int)?
        func close() {
            if let run, run.last > run.first {
                folds.append(FoldingRange(firstLine: run.first, lastLine: run.last, kind: .comment))
            }
        }
        for comment in file.comments {
            let line = file.line(at: comment.lower) - 1
            // One behind a statement belongs to the statement.
            let isAlone = file.utf8[file.lineStarts[line]..<comment.lower].allSatisfy { $0 == 0x20 || $0 == 0x09 }
            if isAlone, let open = run, open.last + 1 == line {
                run = (open.first, line)
            } else {
                close()
                run = isAlone ? (line, line) : nil
            }
        }
        close()
        return folds
    }

    private func fold(_ range: SourceRange, _ kind: FoldingRange.Kind) -> FoldingRange? {
        guard range.lower < range.upper else { return nil }
        let (first, last) = (file.line(at: range.lower) - 1, file.line(at: range.upper - 1) - 1)
        return last > first ? FoldingRange(firstLine: first, lastLine: last, kind: kind) : nil
    }
}
