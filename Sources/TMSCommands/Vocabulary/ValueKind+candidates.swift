public import TMSSyntax
import TrackingMore

extension ValueKind {
    /// What could stand for a value of this kind and begins with `prefix`, in any case; nothing where anything could.
    public func candidates(_ prefix: String) -> [(word: String, summary: String)] {
        let prefix = prefix.lowercased()
        switch self {
        case .carrier:
            return Carrier.beginning(prefix).map { ($0.code, $0.name) }
        case .country:
            return Country.all.filter {
                $0.code.lowercased().hasPrefix(prefix) || $0.name.lowercased().hasPrefix(prefix)
            }.map { ($0.code.lowercased(), $0.name) }
        case .status:
            return Status.allCases.map { ($0.rawValue, $0.meaning) }.filter { $0.0.hasPrefix(prefix) }
        case .language:
            return Language.all.map { ($0.code, $0.name) }.filter { $0.0.hasPrefix(prefix) }
        case .choice(let words):
            return words.filter { $0.hasPrefix(prefix) }.map { ($0, "") }
        case .date:
            return DateWord.all.filter { $0.hasPrefix(prefix) }.map { ($0, "") }
        case .dateRange:
            return
                ([
                    "last 7 days", "this week", "last week", "this month", "last month", "last", "since", "before",
                    "after",
                ]
                + DateWord.all)
                .filter { $0.hasPrefix(prefix) }.map { ($0, "") }
        case .boolean:
            return ["true", "false"].filter { $0.hasPrefix(prefix) }.map { ($0, "") }
        default: return []
        }
    }
}
