/// The place of a value in the total order: empty, truth values, numbers and durations, dates, text, then all else.
struct SortKey {
    private enum Rank: UInt8 { case empty, boolean, number, date, text, other }

    /// A text beside its form without capitals, by which it is ordered first.
    private final class Words {
        let folded: String
        let text: String
        init(_ text: String) {
            self.text = text
            folded = text.lowercased()
        }
    }

    private let rank: Rank
    private let number: Numeral
    private let words: Words?

    private init(_ rank: Rank, _ number: Numeral = .integer(0), words: Words? = nil) {
        self.rank = rank
        self.number = number
        self.words = words
    }

    init(_ value: Value, in environment: Environment) {
        switch value {
        case .nothing, .null: self.init(.empty)
        case .boolean(let flag): self.init(.boolean, .integer(flag ? 1 : 0))
        case .integer(let number), .duration(let number): self.init(.number, .integer(number))
        case .decimal(let number): self.init(.number, .decimal(number))
        case .day(let day): self.init(.date, .integer(environment.start(ofDay: day)))
        case .instant(let instant): self.init(.date, .integer(instant))
        case .text(let text): self.init(text.string, in: environment)
        case .list, .record: self.init(.other, words: Words(value.text(in: environment)))
        }
    }

    private init(_ text: String, in environment: Environment) {
        if text.isEmpty {
            self.init(.empty)
        } else if let numeral = Numeral(reading: text) {
            self.init(.number, numeral)
        } else if let date = ISODate(text) {
            self.init(.date, .integer(DateComparison(environment: environment).instant(date.value(in: environment))))
        } else {
            self.init(.text, words: Words(text))
        }
    }

    /// Negative, zero or positive.
    func order(_ other: SortKey) -> Int {
        if rank != other.rank { return rank.rawValue < other.rank.rawValue ? -1 : 1 }
        if case .integer(let left) = number, case .integer(let right) = other.number, left != right {
            return left < right ? -1 : 1
        }
        if number.isLess(than: other.number) { return -1 }
        if other.number.isLess(than: number) { return 1 }
        guard let words, let others = other.words else { return 0 }
        if words.folded != others.folded { return words.folded < others.folded ? -1 : 1 }
        return words.text == others.text ? 0 : words.text < others.text ? -1 : 1
    }
}
