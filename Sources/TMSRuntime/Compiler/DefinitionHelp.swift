import TMSBase
import TMSSemantics
import TMSSyntax

extension ProgramPool {
    /// What `help NAME` tells of a definition; `nil` for any other command. Only the program knows its definitions.
    func definitionHelp(_ command: CommandSyntax) -> String? {
        guard case .verb(let verb) = command.callee, vocabulary[verb].words == ["help"], command.subjects.count == 1,
            command.subjects[0].count == 1, let name = command.subjects[0][0].literalText,
            let definition = definitions[name]
        else { return nil }
        return definition.help
    }
}

extension Definition {
    /// Its signature, the comment above it, and its parameters.
    var help: String {
        let parameters = syntax.parameters
        let width = parameters.map { DisplayWidth.of($0.name.name) }.max() ?? 0
        let lines = parameters.map { parameter in
            let name = DisplayWidth.pad(parameter.name.name, to: width)
            let kind = parameter.kind?.kind?.summary ?? "any value"
            let rest = parameter.defaultValue.map { "; \(file.slice($0.range)) unless given" } ?? ""
            return "  \(name)  \(kind)\(rest)"
        }
        return ([signature] + comment + lines).joined(separator: "\n")
    }

    /// `late(days: duration = 10 days, via: carrier)`.
    private var signature: String {
        let parameters = syntax.parameters.map { parameter in
            parameter.name.name + (parameter.kind.map { ": " + $0.word } ?? "")
                + (parameter.defaultValue.map { " = " + file.slice($0.range) } ?? "")
        }
        return "\(syntax.name.name)(\(parameters.joined(separator: ", ")))"
    }

    /// The lines of comment directly above it.
    private var comment: [String] {
        let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
        let above = lines.prefix(max(0, file.line(at: syntax.name.range.lower) - 1))
        return above.reversed().prefix { $0.hasPrefix("# ") }.reversed().map { String($0.dropFirst(2)) }
    }
}
