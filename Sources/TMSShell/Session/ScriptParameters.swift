import TMSBase
import TMSCommands
public import TMSRuntime
import TMSSemantics
public import TMSSyntax

/// The values given to a script on the command line, read by the kinds of its `param`s.
public struct ScriptParameters {
    /// By name.
    public private(set) var values: [String: Value] = [:]

    /// - Parameter given: `days=10`, each name once.
    public init(_ given: [String], for parameters: [ParamSyntax], file: SourceFile) throws(Diagnostic) {
        for word in given {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, let parameter = parameters.first(where: { $0.name.name == parts[0] }) else {
                throw Self.unknown(parts[0], parameters, file)
            }
            guard values[parts[0]] == nil else {
                throw Diagnostic(
                    .error, "E0916", "`\(parts[0])` is given twice", at: SourceLocation(file, parameter.name.range),
                    hint: "give it once")
            }
            values[parts[0]] = try Self.value(parts[1], for: parameter, file).typed
        }
        if let missing = parameters.first(where: { $0.defaultValue == nil && values[$0.name.name] == nil }) {
            let help = missing.help.map { " (\($0))" } ?? ""
            throw Diagnostic(
                .error, "E0911", "`\(missing.name.name)` must be given\(help)",
                at: SourceLocation(file, missing.name.range),
                notes: ["tms \(file.name) \(missing.name.name)=…"])
        }
    }

    /// What `tms FILE --help` shows.
    public static func help(_ parameters: [ParamSyntax], file: SourceFile) -> String {
        var lines: [String] = []
        let summary = comment(atTopOf: file)
        lines += summary.isEmpty ? [] : summary + [""]
        lines.append(
            "tms \(file.name)" + parameters.map { $0.defaultValue == nil ? " \($0.name.name)=…" : "" }.joined())
        let width = parameters.map { DisplayWidth.of($0.name.name) }.max() ?? 0
        let kinds = parameters.map { ($0.kindWord).count }.max() ?? 0
        for parameter in parameters {
            let name = DisplayWidth.pad(parameter.name.name, to: width)
            let kind = parameter.kindWord
            let text = parameter.defaultValue.map { "default \(file.slice($0.range))" } ?? "must be given"
            lines.append(
                "  \(name)  \(DisplayWidth.pad(kind, to: kinds))  " + (parameter.help.map { "\($0) (\(text))" } ?? text)
            )
        }
        if parameters.isEmpty { lines.append("  takes no parameters") }
        return lines.joined(separator: "\n")
    }

    // MARK: - Reading

    private static func value(
        _ text: String, for parameter: ParamSyntax, _ file: SourceFile
    ) throws(Diagnostic) -> Value {
        guard let kind = parameter.effectiveKind else { return literal(text) }
        switch kind {
        case .number:
            return try read(text, parameter, "a number", file) { text throws(UnreadableText) in
                let number = try Numeral.read(text)
                // Nobody has said that it is a number: beside a default it keeps its characters.
                if parameter.kind == nil, number.text != text { return .string(text) }
                return if case .integer(let whole) = number { .integer(whole) } else { .decimal(number.double) }
            }
        case .boolean:
            return try read(text, parameter, "true or false", file) { text throws(UnreadableText) in
                .boolean(try WrittenBoolean.read(text))
            }
        case .duration:
            var usual: DurationUnit?
            if case .duration(_, let unit)? = parameter.defaultValue?.kind { usual = unit }
            return try read(text, parameter, "a duration such as 14 days", file) { text throws(UnreadableText) in
                .duration(try WrittenDuration.read(text, usual: usual))
            }
        case .record: throw wrong(text, parameter, "a record, which the command line cannot give", file)
        // The machine makes the value of it.
        default:
            // Only what is declared is validated: a default of text takes any.
            guard parameter.readKind != nil else {
                // Beside a default of digits, what is given is read as the language would read it there.
                return parameter.isDigits ? literal(text) : .string(text)
            }
            // As in the language: a word that is nearly one of a list is a slip, unless it is quoted.
            let quoted = unquoted(text)
            let validator = LiteralValidator()
            let verdict =
                quoted.map { validator.validate($0, as: kind) } ?? validator.validate(word: text, as: kind)
            if case .invalid(let message, let suggestion, let remedy) = verdict {
                let hint = suggestion.map { "did you mean `\($0)`?" } ?? remedy
                throw Diagnostic(
                    .error, "E0912", "\(parameter.name.name)=\(text): \(message)",
                    at: SourceLocation(file, parameter.kind?.range ?? parameter.name.range), hint: hint)
            }
            return .string(quoted ?? text)
        }
    }

    /// What stands between quotes of its own: `via='"upps"'`; nil where there are none.
    private static func unquoted(_ text: String) -> String? {
        guard text.utf8.count >= 2, let quote = text.first, quote == text.last, quote == "\"" || quote == "'" else {
            return nil
        }
        return String(text.dropFirst().dropLast())
    }

    /// By the rule of bare words: a number only where it prints back as typed.
    private static func literal(_ text: String) -> Value {
        guard text.utf8.count <= 15, let integer = Int(text), String(integer) == text else { return .string(text) }
        return .integer(integer)
    }

    private static func read(
        _ text: String, _ parameter: ParamSyntax, _ wanted: String, _ file: SourceFile,
        _ reader: (String) throws(UnreadableText) -> Value
    ) throws(Diagnostic) -> Value {
        do {
            return try reader(text)
        } catch {
            // That it is none is said already; why, where there is more to say.
            let cause = error.cause.contains(": ") ? ", which \(error.cause)" : ""
            throw Diagnostic(
                .error, "E0912", "`\(parameter.name.name)` asks for \(wanted), not `\(text)`\(cause)",
                at: SourceLocation(file, parameter.name.range), hint: cause.isEmpty ? nil : error.remedy)
        }
    }

    private static func wrong(
        _ text: String, _ parameter: ParamSyntax, _ wanted: String, _ file: SourceFile
    ) -> Diagnostic {
        Diagnostic(
            .error, "E0912", "`\(parameter.name.name)` asks for \(wanted), not `\(text)`",
            at: SourceLocation(file, parameter.name.range))
    }

    private static func unknown(_ name: String, _ parameters: [ParamSyntax], _ file: SourceFile) -> Diagnostic {
        let known = parameters.map(\.name.name)
        return Diagnostic(
            .error, "E0913", "\(file.name) has no parameter `\(name)`",
            notes: [known.isEmpty ? "it takes none" : "it takes \(known.joined(separator: ", "))"])
    }

    /// The first block of comment lines says what a script is for.
    private static func comment(atTopOf file: SourceFile) -> [String] {
        var lines: [String] = []
        for line in file.text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("#!") { continue }
            guard line.hasPrefix("#") else { break }
            lines.append(String(line.dropFirst().drop { $0 == " " }))
        }
        return lines
    }
}

extension ParamSyntax {
    /// Its default is a number that may as well be an identifier, and no kind is declared.
    fileprivate var isDigits: Bool {
        if kind == nil, case .number? = defaultValue?.kind { true } else { false }
    }
}

extension Value {
    /// The value as one that came from the command line.
    fileprivate var typed: Value {
        guard case .text(let text) = self else { return self }
        return .text(Text(text.string, isNumberLexeme: text.isNumberLexeme, reading: text.reading, isTyped: true))
    }
}
