/// The canonical text of a tree: reading it back gives the same tree. What stood on one line stays on one line.
public func printed(_ program: ProgramSyntax, vocabulary: Vocabulary) -> String {
    var printer = TreePrinter(file: program.file, vocabulary: vocabulary, comments: [])
    printer.program(program)
    return printer.text
}

/// The text of a script as it should be written, its comments and blank lines kept. A text with errors, or one whose
/// meaning could change, comes back as it is.
public func format(_ file: SourceFile, vocabulary: Vocabulary) -> String {
    let result = parse(file, vocabulary: vocabulary)
    guard !result.hasErrors, !result.isIncomplete else { return file.text }
    let comments = Lexer.tokens(of: file).comments
    var printer = TreePrinter(file: file, vocabulary: vocabulary, comments: comments)
    printer.program(result.program)
    let again = parse(SourceFile(name: file.name, text: printer.text), vocabulary: vocabulary)
    return again.program.isSameTree(as: result.program) ? printer.text : file.text
}

/// Writes statements line by line; expressions and pipelines are plain functions of their trees.
struct TreePrinter {
    let file: SourceFile
    let vocabulary: Vocabulary
    /// Those not yet written, the next one last.
    private var comments: [SourceRange]
    private(set) var text = ""
    private(set) var indent = 0
    /// The source line that was written last, to keep one blank line where there were some.
    private var lastLine = 0

    init(file: SourceFile, vocabulary: Vocabulary, comments: [SourceRange]) {
        self.file = file
        self.vocabulary = vocabulary
        self.comments = comments.reversed()
    }

    mutating func program(_ program: ProgramSyntax) {
        statements(program.statements)
        flushComments(before: .max)
    }

    private mutating func statements(_ statements: [StatementSyntax]) {
        for statement in statements {
            // Comments within a statement that has no block of its own move up before it.
            let limit = statement.blocks.first?.range.lower ?? statement.range.upper
            flushComments(before: limit)
            startLine(at: statement.range.lower)
            write(statement)
            lastLine = max(lastLine, file.line(at: statement.range.upper))
            writeTrailingComment()
            text += "\n"
        }
    }

    private mutating func startLine(at offset: Int) {
        let line = file.line(at: offset)
        if lastLine > 0, line > lastLine + 1 { text += "\n" }
        lastLine = line
        text += String(repeating: "  ", count: indent)
    }

    private mutating func flushComments(before limit: Int) {
        while let comment = comments.last, comment.lower < limit {
            comments.removeLast()
            startLine(at: comment.lower)
            text += file.slice(comment) + "\n"
        }
    }

    /// A comment on the line where the statement ended stays there.
    private mutating func writeTrailingComment() {
        guard let comment = comments.last, file.line(at: comment.lower) == lastLine else { return }
        comments.removeLast()
        text += gap(before: comment) + file.slice(comment)
    }

    private mutating func write(_ block: BlockSyntax) {
        if block.statements.isEmpty, comments.last.map({ $0.lower > block.range.upper }) ?? true {
            text += "{ }"
        } else if isOnOneLine(block.range) {
            text += "{ "
            writeInline(block.statements)
            text += " }"
        } else {
            text += "{"
            lastLine = 0
            writeTrailingComment(of: block)
            text += "\n"
            indent += 1
            statements(block.statements)
            flushComments(before: block.range.upper)
            indent -= 1
            text += String(repeating: "  ", count: indent) + "}"
        }
    }

    private mutating func writeTrailingComment(of block: BlockSyntax) {
        guard let comment = comments.last, comment.lower < block.range.upper,
            file.line(at: comment.lower) == file.line(at: block.range.lower)
        else { return }
        comments.removeLast()
        text += gap(before: comment) + file.slice(comment)
    }

    /// Comments of neighbouring lines may have been aligned.
    private func gap(before comment: SourceRange) -> String {
        var lower = comment.lower
        while lower > 0, file.slice(SourceRange(lower - 1, lower)) == " " { lower -= 1 }
        return lower == comment.lower ? " " : file.slice(SourceRange(lower, comment.lower))
    }

    private mutating func writeInline(_ statements: [StatementSyntax]) {
        for (position, statement) in statements.enumerated() {
            if position > 0 { text += "; " }
            write(statement)
        }
    }

    private func isOnOneLine(_ range: SourceRange) -> Bool {
        range.upper > range.lower && file.line(at: range.lower) == file.line(at: range.upper)
    }

    /// The body of `try`: a block, or one statement without braces where it was written so.
    private mutating func writeBody(_ block: BlockSyntax) {
        let hasBrace = file.slice(SourceRange(block.range.lower, block.range.lower + 1)) == "{"
        guard !hasBrace, block.statements.count == 1 else { return write(block) }
        write(block.statements[0])
    }
}

// Statements.
extension TreePrinter {
    private mutating func write(_ statement: StatementSyntax) {
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
            text += "param \(parameter.name.name)" + (parameter.defaultValue.map { " = " + print($0) } ?? "")
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

    private mutating func write(_ loop: ForSyntax) {
        text += "for \(loop.name.name)" + (loop.index.map { ", \($0.name)" } ?? "")
        text += (loop.isOneByOne ? " one by one" : "") + " in \(print(loop.source)) "
        write(loop.body)
    }

    private mutating func write(_ branches: [IfBranchSyntax]) {
        for (position, branch) in branches.enumerated() {
            if position > 0 { text += " else " }
            if let condition = branch.condition { text += "if \(print(condition)) " }
            write(branch.body)
        }
    }

    private mutating func write(_ definition: DefineSyntax) {
        let formals = definition.parameters.map { formal in
            formal.name.name + (formal.defaultValue.map { " = " + print($0) } ?? "")
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
