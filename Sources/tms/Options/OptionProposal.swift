import TMSSyntax

/// The option that the argument parser offers in place of one it does not know. It offers whatever is nearest, however far;
/// here only what is near is passed on, and never an option that gives a consent.
enum OptionProposal {
    /// Options that allow what would be asked for, or spend what would not be spent.
    static let consents: Set<String> = ["--yes", "-y", "--guess"]

    /// The message as it is shown. The argument parser tells its proposal in words only.
    static func checked(_ message: String) -> String {
        let lead = ". Did you mean '"
        return message.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            let text = String(line)
            guard let start = text.firstRange(of: lead), let end = text[start.upperBound...].firstRange(of: "'?") else {
                return text
            }
            let offered = String(text[start.upperBound..<end.lowerBound])
            let typed = text[..<start.lowerBound].split(separator: "'").last.map(String.init) ?? ""
            if isNear(typed, offered) { return text }
            return String(text[..<start.lowerBound]) + String(text[end.upperBound...])
        }.joined(separator: "\n")
    }

    private static func isNear(_ typed: String, _ offered: String) -> Bool {
        guard !consents.contains(offered) else { return false }
        let names = [typed, offered].map { String($0.drop { $0 == "-" }) }
        return Suggestions.nearest(names[0], in: [names[1]]) != nil
    }
}
