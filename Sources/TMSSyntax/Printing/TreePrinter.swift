/// The canonical text of a tree: reading it back gives the same tree. What stood on one line stays on one line.
public func printed(_ program: ProgramSyntax, vocabulary: Vocabulary) -> String {
    let printer = TreePrinter(file: program.file, vocabulary: vocabulary, comments: [])
    printer.program(program)
    return printer.text
}

/// The text of a script as it should be written, its comments and blank lines kept. A text with errors, or one whose
/// meaning could change, comes back as it is.
public func format(_ file: SourceFile, vocabulary: Vocabulary) -> String {
    let result = parse(file, vocabulary: vocabulary)
    guard !result.hasErrors, !result.isIncomplete else { return file.text }
    let printer = TreePrinter(file: file, vocabulary: vocabulary, comments: file.comments)
    printer.program(result.program)
    let again = parse(SourceFile(name: file.name, text: printer.text), vocabulary: vocabulary)
    return again.program.isSameTree(as: result.program) ? printer.text : file.text
}

/// Writes statements line by line. A pipeline or a list that was spread over lines stays spread, with the comments
/// between its parts; any other comment inside a statement moves up before it.
final class TreePrinter {
    let file: SourceFile
    let vocabulary: Vocabulary
    let comments: PendingComments
    var text = ""
    var indent = 0
    /// The source line that was written last, to keep one blank line where there were some.
    private var lastLine = 0

    init(file: SourceFile, vocabulary: Vocabulary, comments: [SourceRange]) {
        self.file = file
        self.vocabulary = vocabulary
        self.comments = PendingComments(comments)
    }

    func program(_ program: ProgramSyntax) {
        statements(program.statements, before: .max)
        writeComments(before: .max)
    }

    var margin: String { String(repeating: "  ", count: indent) }

    /// Writes on one line more to the right.
    func indented<Result>(_ write: () -> Result) -> Result {
        indent += 1
        defer { indent -= 1 }
        return write()
    }

    private func statements(_ statements: [StatementSyntax], before end: Int) {
        for (position, statement) in statements.enumerated() {
            writeComments(before: statement.range.lower)
            beginLine(at: statement.range.lower)
            let written = apart { write(statement) }
            for comment in comments.take(from: statement.range.lower, to: statement.range.upper) {
                text += margin + file.comment(comment) + "\n"
            }
            text += margin + written
            lastLine = max(lastLine, file.line(at: statement.range.upper))
            let next = position + 1 < statements.count ? statements[position + 1].range.lower : end
            text += trailingComment(from: statement.range.upper, to: next) + "\n"
        }
    }

    /// What `write` adds to the text, which stays as it was.
    private func apart(_ write: () -> Void) -> String {
        var written = ""
        swap(&written, &text)
        write()
        swap(&written, &text)
        return written
    }

    private func beginLine(at offset: Int) {
        let line = file.line(at: offset)
        if lastLine > 0, line > lastLine + 1 { text += "\n" }
        lastLine = line
    }

    private func writeComments(before limit: Int) {
        for comment in comments.take(from: 0, to: limit) {
            beginLine(at: comment.lower)
            text += margin + file.comment(comment) + "\n"
        }
    }

    func write(_ block: BlockSyntax) {
        let (lower, upper) = (block.range.lower, block.range.upper)
        if block.statements.isEmpty, !comments.stand(from: lower, to: upper) {
            text += "{ }"
        } else if isOnOneLine(block.range) {
            text += "{ "
            writeInline(block.statements)
            text += " }"
        } else {
            text += "{" + trailingComment(from: lower, to: block.statements.first?.range.lower ?? upper) + "\n"
            lastLine = 0
            indented {
                statements(block.statements, before: upper)
                writeComments(before: upper)
            }
            text += margin + "}"
        }
    }

    private func writeInline(_ statements: [StatementSyntax]) {
        for (position, statement) in statements.enumerated() {
            if position > 0 { text += "; " }
            write(statement)
        }
    }

    private func isOnOneLine(_ range: SourceRange) -> Bool {
        range.upper > range.lower && file.line(at: range.lower) == file.line(at: range.upper)
    }

    /// The body of `try`: a block, or one statement without braces where it was written so.
    func writeBody(_ block: BlockSyntax) {
        let hasBrace = file.slice(SourceRange(block.range.lower, block.range.lower + 1)) == "{"
        guard !hasBrace, block.statements.count == 1 else { return write(block) }
        write(block.statements[0])
    }
}
