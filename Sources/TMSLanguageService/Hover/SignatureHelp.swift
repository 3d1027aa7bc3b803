import TMSCommands
import TMSSemantics
import TMSSyntax

/// What is to be written at a place: the verb, definition or function with its parameters, and which of them stands there.
public struct SignatureHelp: Sendable, Equatable {
    public struct Parameter: Sendable, Equatable {
        /// As it stands in `label`'s words: `NUMBER`, `via CARRIER`, `days: duration`.
        public let label: String
        public let summary: String
    }

    /// How the whole is written: `track NUMBER [via CARRIER] [clauses]`.
    public let label: String
    public let summary: String
    /// The values in order, then the clauses.
    public let parameters: [Parameter]
    /// The place in `parameters` of the value being written; `nil` where a label, or nothing, may follow.
    public let active: Int?
}

extension LanguageDocument {
    /// The help for a place; only the text before it is looked at.
    public func signatureHelp(at offset: Int) -> SignatureHelp? {
        let before = service.document(
            SourceFile(name: file.name, text: file.slice(SourceRange(0, offset))))
        return before.callAtEnd(all: self) ?? before.commandAtEnd(all: self)
    }

    /// `round(2.345, `: the innermost parenthesis that is open, where it belongs to a call.
    private func callAtEnd(all document: LanguageDocument) -> SignatureHelp? {
        let tokens = file.lexicalTokens.tokens
        var open: [(opener: Int, commas: Int)] = []
        for (place, token) in tokens.enumerated() {
            switch token.kind {
            case .leftParen, .leftBracket, .leftBrace, .fillOpen: open.append((place, 0))
            case .rightParen, .rightBracket, .rightBrace, .fillClose:
                // The lexer closes what a line's end left open with marks of no width.
                if token.lower < token.upper { _ = open.popLast() }
            case .comma: if !open.isEmpty { open[open.count - 1].commas += 1 }
            case .word, .variable, .string, .literalString, .stringOpen, .stringText, .stringClose, .pipe, .semicolon,
                .newline, .assign, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .star,
                .percent, .question, .doubleQuestion, .bad, .end:
                break
            }
        }
        guard let (opener, commas) = open.last, tokens[opener].kind == .leftParen, opener > 0,
            case let name = tokens[opener - 1], name.kind == .word, name.upper == tokens[opener].lower
        else { return nil }
        let word = file.slice(name.range)
        if let definition = document.definition(named: word) { return help(definition, commas) }
        return Function.named(word).map { help($0, commas) }
    }

    private func help(_ function: Function, _ place: Int) -> SignatureHelp {
        let last = function.parameters.count - 1
        let active = place <= last ? place : function.isVariadic ? last : nil
        return SignatureHelp(
            label: function.usage, summary: function.summary,
            parameters: function.parameters.map { .init(label: $0.name, summary: $0.kind.rawValue) },
            active: active.flatMap { $0 < 0 ? nil : $0 })
    }

    private func help(_ definition: DefineSyntax, _ place: Int) -> SignatureHelp {
        let parameters = definition.parameters.map {
            SignatureHelp.Parameter(label: $0.usage, summary: $0.kind?.kind?.summary ?? "")
        }
        return SignatureHelp(
            label: definition.usage, summary: "",
            parameters: parameters, active: parameters.indices.contains(place) ? place : nil)
    }

    /// The last command, where it may go on at the end of the text.
    private func commandAtEnd(all document: LanguageDocument) -> SignatureHelp? {
        let end = file.utf8.count
        guard let command = reader.commands.max(by: { $0.syntax.verbRange.lower < $1.syntax.verbRange.lower }),
            command.syntax.verbRange.upper < end, goesOn(command.syntax)
        else { return nil }
        let syntax = command.syntax
        switch syntax.callee {
        case .verb(let verb):
            let signature = service.vocabulary[verb]
            let slots = signature.openSlots(of: syntax, isStage: command.isStage)
            let parameters =
                slots.map { SignatureHelp.Parameter(label: $0.name, summary: $0.summary) }
                + signature.clauses.map { .init(label: HelpPage.usage($0), summary: $0.summary) }
            return SignatureHelp(
                label: HelpPage.usage(signature), summary: signature.summary, parameters: parameters,
                active: activeClause(of: syntax).map { slots.count + $0 } ?? activeSlot(of: syntax, slots.count))
        case .named(let name):
            guard let definition = document.definition(named: name) else { return nil }
            let before = command.isStage ? 1 : 0
            let place = activeSlot(of: syntax, definition.parameters.count - before)
            return help(definition, place.map { $0 + before } ?? definition.parameters.count)
        }
    }

    /// Whether nothing stands behind the command that ends it.
    fileprivate func goesOn(_ command: CommandSyntax) -> Bool {
        file.lexicalTokens.tokens.allSatisfy { token in
            guard token.lower >= command.range.upper, token.lower < token.upper else { return true }
            switch token.kind {
            case .pipe, .newline, .semicolon, .rightParen, .rightBracket, .rightBrace, .leftBrace, .fillClose,
                .stringClose:
                return false
            default: return true
            }
        }
    }

    fileprivate func activeClause(of command: CommandSyntax) -> Int? {
        guard let last = command.clauses.last, last.labelRange.upper < file.utf8.count else { return nil }
        switch last.value {
        case .flag: return nil
        case .value(let value): return isOpen(value, in: last) ? last.index : nil
        case .list(let values): return values.last.map { isOpen($0, in: last) } ?? true ? last.index : nil
        case .range: return last.range.upper >= file.utf8.count || endsWithComma ? last.index : nil
        }
    }

    /// Whether a value is missing yet, or being written.
    private func isOpen(_ value: ExpressionSyntax, in clause: ClauseSyntax) -> Bool {
        if case .missing = value.kind { return true }
        return value.range.upper >= file.utf8.count || endsWithComma
    }

    private func activeSlot(of command: CommandSyntax, _ count: Int) -> Int? {
        guard command.clauses.isEmpty, command.columns.isEmpty else { return nil }
        let given = command.subjects.count
        let isWriting = endsWithComma || (command.subjects.last?.last?.range.upper ?? 0) >= file.utf8.count
        let place = isWriting && given > 0 ? given - 1 : given
        return place < count ? place : nil
    }

    private var endsWithComma: Bool {
        file.lexicalTokens.tokens.last { $0.kind != .end && $0.kind != .newline }?.kind == .comma
    }

    private func definition(named name: String) -> DefineSyntax? {
        parsed.program.definitions[name] ?? service.definitions()[name]
    }
}

// What a command may still be told.
extension LanguageService {
    /// What the command at the end of a text may go on with, as forms that cannot be run: `NUMBER`, `[via CARRIER]`.
    /// Empty where nothing may follow, or where a word is being written.
    public func openParts(after text: String) -> [String] {
        guard text.utf8.last == 0x20 else { return [] }
        let document = document(SourceFile(name: "line", text: text))
        guard let command = document.reader.commands.max(by: { $0.syntax.verbRange.lower < $1.syntax.verbRange.lower }),
            command.syntax.verbRange.upper < text.utf8.count, document.goesOn(command.syntax),
            case .verb(let verb) = command.syntax.callee
        else { return [] }
        let (signature, syntax) = (vocabulary[verb], command.syntax)
        if let active = document.activeClause(of: syntax), let clause = signature.clauses.element(at: active) {
            return clause.kind.map { [$0.placeholder] } ?? []
        }
        let slots = signature.openSlots(of: syntax, isStage: command.isStage).dropFirst(syntax.subjects.count)
        let used = syntax.clauses.compactMap { signature.clauses.element(at: $0.index) }
        let open = signature.clauses.filter { clause in
            !used.contains { $0.label == clause.label || $0.group != nil && $0.group == clause.group }
        }
        return slots.map { $0.isRequired ? $0.name : "[\($0.name)]" }
            + open.filter(\.isRequired).map { HelpPage.usage($0) }
            + open.filter { !$0.isRequired }.map { "[\(HelpPage.usage($0))]" }
    }
}
