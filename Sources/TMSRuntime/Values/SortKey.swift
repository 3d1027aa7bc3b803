import TMSBase

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

    /// Neither a number nor a date.
    var isText: Bool { rank == .text }

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
        case .text(let text): self.init(text, in: environment)
        case .list, .record: self.init(.other, words: Words(value.text(in: environment)))
        }
    }

    private init(_ text: Text, in environment: Environment) {
        if text.string.isEmpty {
            self.init(.empty)
        } else if text.reading.dates != nil, let date = DateComparison(environment: environment).date(.text(text)) {
            // Days counted from 1900 are dates among dates.
            self.init(.date, .integer(DateComparison(environment: environment).instant(date)))
        } else if let numeral = Numeral(reading: text.numberText) {
            self.init(.number, numeral)
        } else if DigitOrder.isNumber(text.string) {
            self.init(.number, words: Words(text.string))
        } else if let date = DateComparison(environment: environment).date(text.dateText) {
            self.init(.date, .integer(DateComparison(environment: environment).instant(date)))
        } else {
            self.init(.text, words: Words(text.string))
        }
    }

    /// Of numbers one of which is kept as it is written, because it would lose digits.
    private func digitOrder(_ other: SortKey) -> Int {
        DigitOrder.order(words?.text ?? number.text, other.words?.text ?? other.number.text) ?? 0
    }

    /// Negative, zero or positive.
    func order(_ other: SortKey) -> Int {
        if rank != other.rank { return rank.rawValue < other.rank.rawValue ? -1 : 1 }
        guard let words, let others = other.words else {
            if case .integer(let left) = number, case .integer(let right) = other.number, words == nil,
                other.words == nil
            {
                return left < right ? -1 : left > right ? 1 : 0
            }
            return words == nil && other.words == nil ? number.order(other.number) : digitOrder(other)
        }
        if rank == .number { return digitOrder(other) }
        if words.folded != others.folded { return words.folded < others.folded ? -1 : 1 }
        return words.text == others.text ? 0 : words.text < others.text ? -1 : 1
    }
}
