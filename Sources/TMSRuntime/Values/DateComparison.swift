/// Reads values as dates and compares them: a day beside a moment means that whole day.
struct DateComparison {
    let environment: Environment

    /// A day or an instant; text that reads as an ISO date is one. `nil` for anything else.
    func date(_ value: Value) -> Value? {
        switch value {
        case .day, .instant: value
        case .text(let text): ISODate(text.string)?.value(in: environment)
        default: nil
        }
    }

    /// The moment a date begins.
    func instant(_ date: Value) -> Int {
        switch date {
        case .day(let day): environment.start(ofDay: day)
        case .instant(let instant): instant
        default: 0
        }
    }

    /// Negative, zero or positive, as `left` is before, on or after `right`; both are dates.
    func order(_ left: Value, _ right: Value) -> Int {
        switch (left, right) {
        case (.instant(let a), .instant(let b)): compare(a, b)
        case (.instant(let a), .day(let b)): compare(environment.day(at: a), b)
        case (.day(let a), .instant(let b)): compare(a, environment.day(at: b))
        case (.day(let a), .day(let b)): compare(a, b)
        default: 0
        }
    }

    private func compare(_ a: Int, _ b: Int) -> Int { a < b ? -1 : a > b ? 1 : 0 }
}
