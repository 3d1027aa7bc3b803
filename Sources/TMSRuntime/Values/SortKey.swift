/// The place of a value in the total order: empty, numbers and durations, dates, text, then all else.
struct SortKey {
    private enum Rank: Int { case empty, boolean, number, date, text, other }

    private let rank: Rank
    private let number: Numeral
    private let folded: String
    private let text: String

    init(_ value: Value, in environment: Environment) {
        var folded = ""
        var text = ""
        if value.isEmpty {
            rank = .empty
            number = .integer(0)
        } else if case .boolean(let flag) = value {
            rank = .boolean
            number = .integer(flag ? 1 : 0)
        } else if let numeral = value.numeral {
            rank = .number
            number = numeral
            if case .text(let written) = value { text = written.string }
        } else if case .duration(let seconds) = value {
            rank = .number
            number = .integer(seconds)
        } else if let date = DateComparison(environment: environment).date(value) {
            rank = .date
            number = .integer(DateComparison(environment: environment).instant(date))
        } else {
            if case .text = value { rank = .text } else { rank = .other }
            number = .integer(0)
            text = value.text(in: environment)
            folded = text.lowercased()
        }
        self.folded = folded
        self.text = text
    }

    /// Negative, zero or positive.
    func order(_ other: SortKey) -> Int {
        if rank != other.rank { return rank.rawValue < other.rank.rawValue ? -1 : 1 }
        if number.isLess(than: other.number) { return -1 }
        if other.number.isLess(than: number) { return 1 }
        if folded != other.folded { return folded < other.folded ? -1 : 1 }
        if text != other.text { return text < other.text ? -1 : 1 }
        return 0
    }
}
