import TMSCommands
import TMSSemantics
public import TMSSyntax

/// What is said of the word under the pointer.
public struct Hover: Sendable, Equatable {
    /// The word it is about.
    public let range: SourceRange
    /// How it is written, and what it is: plain lines, the first in code.
    public let lines: [String]

    public var text: String { lines.joined(separator: "\n") }
}

extension LanguageDocument {
    /// What is known of the word at a place; `nil` between words, in comments and at plain texts.
    public func hover(at offset: Int) -> Hover? {
        guard let token = semanticToken(at: offset), let lines = lines(of: token), !lines.isEmpty else { return nil }
        return Hover(range: token.range, lines: lines)
    }

    private func lines(of token: SemanticToken) -> [String]? {
        let vocabulary = service.vocabulary
        switch token.role {
        case .verb(let verb, let effect): return lines(of: vocabulary[verb], effect)
        case .clause(let verb, let index): return vocabulary[verb].clauses.element(at: index).map(lines)
        case .fileClause(let clause): return ["\(clause.rawValue) \(clause.placeholder)", clause.summary]
        case .statement(let word): return [word.usage, word.summary.sentence]
        case .stage(let word): return ["… | " + word.usage, word.summary.sentence]
        case .function(let name): return Function.named(name).map { [$0.usage, $0.summary] }
        case .field(let name, let schema): return field(name, of: schema, at: token.range)
        case .variable(let name): return variable(name, at: token.range)
        case .definition(let name): return definition(name)
        case .value(let kind), .doubtful(let kind): return value(file.slice(token.range), of: kind)
        case .kind(let kind): return [kind.word, kind.summary.sentence]
        case .format(let format): return HelpIndex(vocabulary).page(on: format.rawValue).map(Self.split)
        case .word, .unknown:
            return HelpIndex(vocabulary).page(on: file.slice(token.range)).map { Array(Self.split($0).prefix(2)) }
        case .number, .date, .duration, .string, .constant, .text, .comment: return nil
        }
    }

    private static func split(_ page: String) -> [String] {
        page.split(separator: "\n").map(String.init)
    }

    private func lines(of verb: Signature, _ effect: LineEffect) -> [String] {
        var lines = [HelpPage.usage(verb), verb.summary]
        if effect.isIrreversible { lines.append("It cannot be taken back: it asks first, or needs --yes.") }
        if verb.price > 0 { lines.append("It takes \(verb.price) from the quota for each.") }
        return lines
    }

    private func lines(of clause: Clause) -> [String] { [HelpPage.usage(clause), clause.summary] }

    /// Of a member of a variable what the checker knows of it, otherwise what the vocabulary declares.
    private func field(_ name: String, of schema: String?, at range: SourceRange) -> [String]? {
        if let owner = semanticToken(at: range.lower - 1), case .variable = owner.role,
            owner.range.upper + 1 == range.lower, let type = symbol(at: owner.range.lower)?.type, !type.fields.isEmpty
        {
            guard let member = type.fields.first(where: { $0.name == name }) else { return nil }
            return ["\(name): \(member.phrase)"] + (member.summary.isEmpty ? [] : [member.summary])
        }
        guard let field = service.vocabulary.declaration(of: name, in: schema) else { return nil }
        let wire = field.wireName.flatMap { $0 == field.name ? nil : ", \($0) in the API" } ?? ""
        return ["\(field.name): \(field.kind.phrase)\(wire)", field.summary]
    }

    private func variable(_ name: String, at range: SourceRange) -> [String]? {
        guard let symbol = symbol(at: range.lower), symbol.kind != .definition else { return ["$\(name)"] }
        var origin: String? =
            switch symbol.kind {
            case .variable: "A variable"
            case .loopVariable: "The variable of a loop"
            case .parameter: "A parameter of the script"
            case .definitionParameter: "A parameter of a definition"
            case .given, .definition: nil
            }
        if let place = symbol.declaration { origin? += ", declared in line \(symbol.file.line(at: place.lower))." }
        return ["$\(name): \(symbol.type.phrase)"] + [origin].compactMap { $0 }
    }

    private func definition(_ name: String) -> [String]? {
        let known = parsed.program.definitions[name] ?? service.definitions()[name]
        let syntax = known ?? checked.definitions[name]?.syntax
        return syntax.map { ["define \($0.usage)"] }
    }

    private func value(_ word: String, of kind: ValueKind) -> [String]? {
        let spelt = service.vocabulary.normalForm(word, kind) ?? word
        let found = kind.candidates(spelt).first { $0.word.lowercased() == spelt.lowercased() }
        return found.map { $0.summary.isEmpty ? ["\($0.word): a \(kind.name)"] : ["\($0.word): \($0.summary)"] }
    }
}

extension DefineSyntax {
    /// `late(days: number, [to])`.
    var usage: String { "\(name.name)(\(parameters.map(\.usage).joined(separator: ", ")))" }
}

extension FormalSyntax {
    /// `days: duration`, in brackets where it may be left out.
    var usage: String {
        let text = name.name + (kind.map { ": \($0.word)" } ?? "")
        return defaultValue == nil ? text : "[\(text)]"
    }
}

extension String {
    /// With a capital and a full stop.
    fileprivate var sentence: String {
        let text = prefix(1).uppercased() + dropFirst()
        return text.hasSuffix(".") ? text : text + "."
    }
}
