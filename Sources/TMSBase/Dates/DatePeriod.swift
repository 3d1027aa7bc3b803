/// A week or a month of the calendar, named from the present or by its number.
public enum DatePeriod: Sendable, Equatable {
    case thisWeek, lastWeek, thisMonth, lastMonth
    case month(year: Int, month: Int)

    /// `this week`, `last month`, `2026-11`.
    public init?(_ text: String) {
        switch text.lowercased() {
        case "this week": self = .thisWeek
        case "last week": self = .lastWeek
        case "this month": self = .thisMonth
        case "last month": self = .lastMonth
        default:
            let bytes = Array(text.utf8)
            guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"), (bytes[0..<4] + bytes[5...]).allSatisfy(\.isDigit),
                let year = Int(text.prefix(4)), let month = Int(text.suffix(2)),
                CivilDay(year: year, month: month, day: 1) != nil
            else { return nil }
            self = .month(year: year, month: month)
        }
    }

    public var text: String {
        switch self {
        case .thisWeek: "this week"
        case .lastWeek: "last week"
        case .thisMonth: "this month"
        case .lastMonth: "last month"
        case .month(let year, let month): "\(padded(year, 4))-\(padded(month, 2))"
        }
    }

    /// Its days, counted from 1970-01-01; weeks go from Monday to Sunday. Nil at the ends of the calendar.
    public func days(today: Int) -> ClosedRange<Int>? {
        switch self {
        case .thisWeek: week(of: today)
        case .lastWeek: week(of: today - 7)
        case .thisMonth: CivilDay(daysSinceEpoch: today).flatMap { month($0.year, $0.month) }
        case .lastMonth:
            CivilDay(daysSinceEpoch: today).flatMap {
                $0.month == 1 ? month($0.year - 1, 12) : month($0.year, $0.month - 1)
            }
        case .month(let year, let number): month(year, number)
        }
    }

    private func week(of day: Int) -> ClosedRange<Int>? {
        let monday = day - CivilDay.weekday(daysSinceEpoch: day)
        guard CivilDay.range.contains(monday), CivilDay.range.contains(monday + 6) else { return nil }
        return monday...monday + 6
    }

    private func month(_ year: Int, _ month: Int) -> ClosedRange<Int>? {
        guard let first = CivilDay(year: year, month: month, day: 1)?.daysSinceEpoch else { return nil }
        return first...first + CivilDay.days(inMonth: month, of: year) - 1
    }
}
