import TMSCommands
public import TMSRuntime
import TMSSemantics
public import TMSSyntax

/// The values given to a script on the command line, read by the kinds of its `param`s.
public struct ScriptParameters {
    /// By name.
    public private(set) var values: [String: Value] = [:]

    /// - Parameter given: `days=10`, in order; of two for one name the later counts.
    public init(_ given: [String], for parameters: [ParamSyntax], file: SourceFile) throws(Diagnostic) {
        for word in given {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, let parameter = parameters.first(where: { $0.name.name == parts[0] }) else {
                throw Self.unknown(parts[0], parameters, file)
            }
            values[parts[0]] = try Self.value(parts[1], for: parameter, file)
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
        let width = parameters.map { $0.name.name.count }.max() ?? 0
        let kinds = parameters.map { ($0.effectiveKind?.rawValue ?? "value").count }.max() ?? 0
        for parameter in parameters {
            let name = parameter.name.name
            let gap = String(repeating: " ", count: width - name.count)
            let kind = parameter.effectiveKind?.rawValue ?? "value"
            let text = parameter.defaultValue.map { "default \(file.slice($0.range))" } ?? "must be given"
            lines.append(
                "  \(name)\(gap)  \(kind.padding(to: kinds))  " + (parameter.help.map { "\($0) (\(text))" } ?? text))
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
            if let number = number(text) { return number }
            throw wrong(text, parameter, "a number", file)
        case .boolean:
            switch text.lowercased() {
            case "true", "yes", "1": return .boolean(true)
            case "false", "no", "0": return .boolean(false)
            default: throw wrong(text, parameter, "true or false", file)
            }
        case .duration:
            var usual: DurationUnit?
            if case .duration(_, let unit)? = parameter.defaultValue?.kind { usual = unit }
            if let seconds = duration(text, usual) { return .duration(seconds) }
            throw wrong(text, parameter, "a duration such as 14 days", file)
        case .record: throw wrong(text, parameter, "a record, which the command line cannot give", file)
        // The machine makes the value of it.
        default:
            // Only what is declared is judged: a default of text takes any.
            guard parameter.readKind != nil else { return .string(text) }
            if case .invalid(let message, let suggestion) = LiteralJudge().judge(text, as: kind.valueKind) {
                let hint = suggestion.map { "did you mean `\($0)`?" }
                throw Diagnostic(
                    .error, "E0912", "\(parameter.name.name)=\(text): \(message)",
                    at: SourceLocation(file, parameter.kind?.range ?? parameter.name.range), hint: hint)
            }
            return .string(text)
        }
    }

    /// By the rule of bare words: a number only where it prints back as typed.
    private static func literal(_ text: String) -> Value {
        guard text.utf8.count <= 15, let integer = Int(text), String(integer) == text else { return .string(text) }
        return .integer(integer)
    }

    private static func number(_ text: String) -> Value? {
        if let integer = Int(text) { return .integer(integer) }
        guard let decimal = Double(text), decimal.isFinite else { return nil }
        return .decimal(decimal)
    }

    /// `14 days`, `36 h`, or a bare number in the unit of the default.
    private static func duration(_ text: String, _ usual: DurationUnit?) -> Int? {
        let digits = text.prefix { $0.isNumber }
        guard let amount = Int(digits) else { return nil }
        let word = text.dropFirst(digits.count).drop { $0 == " " }
        let unit = word.isEmpty ? usual : DurationUnit.allCases.first { $0.spellings.contains(word.lowercased()) }
        guard let unit else { return nil }
        let (seconds, overflow) = amount.multipliedReportingOverflow(by: unit.seconds)
        return overflow ? nil : seconds
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

extension String {
    fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
