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
    private(set) var text = ""
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

    private func write(_ block: BlockSyntax) {
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
    private func writeBody(_ block: BlockSyntax) {
        let hasBrace = file.slice(SourceRange(block.range.lower, block.range.lower + 1)) == "{"
        guard !hasBrace, block.statements.count == 1 else { return write(block) }
        write(block.statements[0])
    }
}

// Statements.
extension TreePrinter {
    private func write(_ statement: StatementSyntax) {
        switch statement.kind {
        case .let(let name, let pipeline): text += "let \(name.name) = \(print(pipeline))"
        case .assign(let name, let pipeline): text += "$\(name.name) = \(print(pipeline))"
        case .for(let loop): write(loop)
        case .while(let condition, let block):
            text += "while \(print(condition)) "
            write(block)
        case .if(let branches): write(branches)
        case .break: text += "break"
        case .continue: text += "continue"
        case .return(let pipeline): text += "return" + (pipeline.map { " " + print($0) } ?? "")
        case .exit(let status): text += "exit" + (status.map { " " + print($0) } ?? "")
        case .wait(let duration): text += "wait \(print(duration))"
        case .define(let definition): write(definition)
        case .try(let body, let otherwise):
            text += "try "
            writeBody(body)
            text += " otherwise "
            writeBody(otherwise)
        case .param(let parameter):
            text +=
                "param " + declared(parameter.name, parameter.kind)
                + (parameter.defaultValue.map { " = " + print($0) } ?? "")
            text += parameter.help.map { " " + Quoting.string($0) } ?? ""
        case .use(let path): text += "use \(print(path))"
        case .readOnly: text += "read only"
        case .print(let values): text += "print " + print(values)
        case .fail(let message): text += "fail \(print(message))"
        case .expect(let condition, let message): text += "expect " + print([condition] + (message.map { [$0] } ?? []))
        case .limit(let limits, let block):
            text += "limit " + limits.map { "\(print($0.amount)) \($0.unit)" }.joined(separator: ", ") + " "
            write(block)
        case .prefixed(let prefix, let inner):
            text += prefix.rawValue + " "
            write(inner)
        case .help(let word): text += word + "?"
        case .pipeline(let pipeline): text += print(pipeline)
        case .missing: break
        }
    }

    private func write(_ loop: ForSyntax) {
        text += "for \(loop.name.name)" + (loop.index.map { ", \($0.name)" } ?? "")
        text += (loop.isOneByOne ? " one by one" : "") + " in \(print(loop.source)) "
        write(loop.body)
    }

    private func write(_ branches: [IfBranchSyntax]) {
        for (position, branch) in branches.enumerated() {
            if position > 0 { text += " else " }
            if let condition = branch.condition { text += "if \(print(condition)) " }
            write(branch.body)
        }
    }

    /// `days`, `days: duration`.
    private func declared(_ name: NameSyntax, _ kind: KindSyntax?) -> String {
        name.name + (kind.map { ": " + $0.word } ?? "")
    }

    private func write(_ definition: DefineSyntax) {
        let formals = definition.parameters.map { formal in
            declared(formal.name, formal.kind) + (formal.defaultValue.map { " = " + print($0) } ?? "")
        }
        text += "define \(definition.name.name)(\(formals.joined(separator: ", "))) "
        write(definition.body)
    }
}

extension StatementSyntax {
    /// The blocks directly in this statement, in order; those of a statement without braces too.
    var blocks: [BlockSyntax] {
        switch kind {
        case .for(let loop): [loop.body]
        case .while(_, let block), .limit(_, let block): [block]
        case .if(let branches): branches.map(\.body)
        case .define(let definition): [definition.body]
        case .try(let body, let otherwise): [body, otherwise]
        case .prefixed(_, let statement): statement.blocks
        default: []
        }
    }
}
