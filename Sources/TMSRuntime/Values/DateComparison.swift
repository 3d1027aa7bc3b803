import TMSBase

/// Reads values as dates and compares them: a day beside a moment means that whole day.
struct DateComparison {
    let environment: Environment

    /// A day or an instant; text that reads as an ISO date is one. `nil` for anything else.
    func date(_ value: Value) -> Value? {
        switch value {
        case .day, .instant: value
        case .text(let text): date(text.dateText)
        default: nil
        }
    }

    /// Why a text is no date.
    func refusal(of value: Value) -> UnreadableText? {
        guard case .text(let text) = value else { return nil }
        do throws(UnreadableText) {
            _ = try WrittenDate.read(text.dateText)
            return nil
        } catch {
            return error
        }
    }

    /// What a text says for itself: words such as `today` are dates only where one is asked for.
    func date(_ text: String) -> Value? {
        guard let date = WrittenDate(text) else { return nil }
        return (try? environment.clock.value(of: date))?.value
    }

    /// The moment a date begins. Only what `date` gave comes here, which is a day or an instant.
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
