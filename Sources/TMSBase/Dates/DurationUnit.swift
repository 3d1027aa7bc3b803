/// A unit of time of one fixed length.
public enum DurationUnit: String, Sendable, CaseIterable {
    case seconds = "s"
    case minutes = "min"
    case hours = "h"
    case days = "days"
    case weeks = "weeks"

    /// The words that name it.
    public var spellings: [String] {
        switch self {
        case .seconds: ["s", "sec", "secs", "second", "seconds"]
        case .minutes: ["min", "mins", "minute", "minutes"]
        case .hours: ["h", "hr", "hrs", "hour", "hours"]
        case .days: ["d", "day", "days"]
        case .weeks: ["w", "week", "weeks"]
        }
    }

    public var seconds: Int {
        switch self {
        case .seconds: 1
        case .minutes: 60
        case .hours: 3_600
        case .days: 86_400
        case .weeks: 604_800
        }
    }

    /// The unit that a word names, in any letters.
    public init?(written word: String) {
        guard let unit = DurationUnit.units[word.lowercased()] else { return nil }
        self = unit
    }

    private static let units = Dictionary(
        uniqueKeysWithValues: allCases.flatMap { unit in unit.spellings.map { ($0, unit) } })

    /// Words without one length, or with two meanings.
    public static let inexactWords: Set<String> = ["m", "month", "months", "year", "years", "y"]
}
