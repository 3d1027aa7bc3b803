import TMSBase
import TMSSyntax

/// One call of a function, with its arguments.
struct FunctionCall {
    let function: Builtin
    let arguments: [Value]
    let environment: Environment

    func result() throws(Fault) -> Value {
        switch function {
        case .len: return try length()
        case .text: return .string(argument(0).text(in: environment))
        case .number: return try number(0).value
        case .date: return try date()
        case .upper: return .text(text(0).uppercased(), of: [argument(0)])
        case .lower: return .text(text(0).lowercased(), of: [argument(0)])
        case .trim: return .text(trimmed(text(0)), of: [argument(0)])
        case .split: return split()
        case .join: return try join()
        case .replace: return try replace()
        case .numbers: return .items(environment.numbers(text(0)).map { .string($0) })
        case .slice: return try slice()
        case .round: return try round()
        case .floor: return try rounded(.down)
        case .ceil: return try rounded(.up)
        case .abs: return try absolute()
        case .min: return try extreme { $0 < 0 }
        case .max: return try extreme { $0 > 0 }
        case .sum: return try sum()
        case .now: return .instant(environment.now())
        case .today: return .day(environment.day(at: environment.now()))
        case .days: return try days()
        case .day: return try period { $0 }
        case .week: return try period { $0 - CivilDay.weekday(daysSinceEpoch: $0) }
        case .month: return try month()
        case .ago: return try ago()
        case .format: return try format()
        case .keys: return .items(try record().shape.keys.map { .string($0) })
        case .values: return .items(try record().values)
        // Questions are effects; the machine asks them before it comes here.
        case .ask, .confirm: return .nothing
        }
    }
}

// MARK: Arguments

extension FunctionCall {
    private func argument(_ place: Int) -> Value {
        arguments.indices.contains(place) ? arguments[place] : .nothing
    }

    private func text(_ place: Int) -> String { argument(place).text(in: environment) }

    private func number(_ place: Int) throws(Fault) -> Numeral {
        let value = argument(place)
        guard let numeral = value.numeral else {
            throw value.lossyNumber(function.rawValue, environment) ?? wrong("a number", place)
        }
        return numeral
    }

    private func whole(_ place: Int) throws(Fault) -> Int {
        switch try number(place) {
        case .integer(let number): return number
        case .decimal(let number):
            guard let whole = Int(exactly: number) else { throw wrong("a whole number", place) }
            return whole
        }
    }

    private func record() throws(Fault) -> Record {
        guard case .record(let record) = argument(0) else { throw wrong("a record", 0) }
        return record
    }

    /// The items of the one list given, or the arguments themselves.
    private func items() -> [Value] {
        if arguments.count == 1, case .list(let list) = arguments[0] { return list.items }
        return arguments
    }

    private func wrong(_ wanted: String, _ place: Int) -> Fault {
        .badArgument(function.rawValue, wanted, argument(place).quoted(in: environment))
    }
}

// MARK: Any value and dates

extension FunctionCall {
    private func length() throws(Fault) -> Value {
        switch argument(0) {
        case .list(let list): .integer(list.count)
        case .record(let record): .integer(record.count)
        default: .integer(text(0).count)
        }
    }

    private func date() throws(Fault) -> Value {
        guard case .integer(let seconds) = argument(0) else { return try environment.date(argument(0)) }
        guard environment.clock.hasDate(seconds) else { throw .outsideCalendar("date") }
        return .instant(seconds)
    }

    /// The day, of the profile's clock, with which the period of a date begins.
    private func period(_ start: (Int) -> Int) throws(Fault) -> Value {
        guard let day = try dayOfArgument() else { return .nothing }
        let first = start(day)
        guard CivilDay.range.contains(first) else { throw .outsideCalendar(function.rawValue) }
        return .day(first)
    }

    /// `2026-11`: a month is a text, for a date would be one of its days.
    private func month() throws(Fault) -> Value {
        guard let day = try dayOfArgument(), let date = CivilDay(daysSinceEpoch: day) else { return .nothing }
        return .string(String(date.text.prefix(7)))
    }

    /// The calendar day of a date; nil for an empty value, which has none.
    private func dayOfArgument() throws(Fault) -> Int? {
        if argument(0).isEmpty { return nil }
        switch try environment.date(argument(0)) {
        case .day(let day): return day
        case .instant(let instant): return environment.day(at: instant)
        default: return nil
        }
    }

    /// How long ago a date was; what lies ahead is negative.
    private func ago() throws(Fault) -> Value {
        if argument(0).isEmpty { return .nothing }
        let arithmetic = Arithmetic(environment: environment)
        let date = try environment.date(argument(0))
        let now = environment.now()
        if case .day = date { return try arithmetic.apply(.subtract, .day(environment.day(at: now)), date) }
        return try arithmetic.apply(.subtract, .instant(now), date)
    }

    /// A date as a pattern says. One without a zone, such as that of a scan, is written as it stands.
    private func format() throws(Fault) -> Value {
        if argument(0).isEmpty { return .nothing }
        let time: CivilTime
        if case .text(let text) = argument(0), let written = WrittenDate(text.dateText), written.offset == nil {
            time = written.civil
        } else {
            let shown: CivilTime? =
                switch try environment.date(argument(0)) {
                case .day(let day): CivilDay(daysSinceEpoch: day).map { CivilTime($0) }
                case .instant(let instant): environment.clock.shown(at: instant)
                default: nil
                }
            guard let shown else { throw .outsideCalendar(function.rawValue) }
            time = shown
        }
        let pattern: DatePattern
        do {
            pattern = try DatePattern(text(1))
        } catch {
            throw .badPattern(argument(1).quoted(in: environment), error)
        }
        let name = arguments.count > 2 ? text(2) : SpokenLanguage.english.rawValue
        guard let language = SpokenLanguage(name) else {
            throw .noSuchLanguage(argument(2).quoted(in: environment))
        }
        return .string(pattern.text(of: time, in: language))
    }

    private func days() throws(Fault) -> Value {
        guard case .duration(let seconds) = argument(0) else { throw wrong("a duration", 0) }
        return try Arithmetic(environment: environment).apply(.divide, .integer(seconds), .integer(86_400))
    }
}

// MARK: Text

extension FunctionCall {
    private func trimmed(_ text: String) -> String {
        var rest = Substring(text)
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }

    private func split() -> Value {
        let separator = text(1)
        if separator.isEmpty {
            return .items(text(0).split(whereSeparator: \.isWhitespace).map { .string(String($0)) })
        }
        return .items(text(0).pieces(between: separator).map { .string(String($0)) })
    }

    private func join() throws(Fault) -> Value {
        let separator = arguments.count > 1 ? text(1) : ", "
        let items = items(of: argument(0))
        let pieces = items.map { $0.text(in: environment) }
        let length = pieces.reduce(0) { $0 + $1.utf8.count } + pieces.count * separator.utf8.count
        guard length <= longestText + separator.utf8.count else { throw .textTooLong }
        return .text(
            pieces.joined(separator: separator), of: arguments.count > 1 ? items + [argument(1)] : items)
    }

    private func items(of value: Value) -> [Value] {
        if case .list(let list) = value { return list.items }
        return value.isEmpty ? [] : [value]
    }

    private func replace() throws(Fault) -> Value {
        let old = text(1)
        let new = text(2)
        guard !old.isEmpty else { return argument(0) }
        let pieces = text(0).pieces(between: old)
        let length = pieces.reduce(0) { $0 + $1.utf8.count } + pieces.count * new.utf8.count
        guard length <= longestText else { throw .textTooLong }
        return .text(pieces.joined(separator: new), of: [argument(0), argument(2)])
    }

    private func slice() throws(Fault) -> Value {
        let from = Swift.max(0, try whole(1))
        let count = arguments.count > 2 ? Swift.max(0, try whole(2)) : Int.max
        if case .list(let list) = argument(0) {
            return .items(Array(list.items.dropFirst(from).prefix(count)))
        }
        return .string(String(text(0).dropFirst(from).prefix(count)))
    }
}

// MARK: Numbers

extension FunctionCall {
    private func rounded(_ rule: FloatingPointRoundingRule) throws(Fault) -> Value {
        switch try number(0) {
        case .integer(let number): return .integer(number)
        case .decimal(let number): return whole(number.rounded(rule))
        }
    }

    private func round() throws(Fault) -> Value {
        let places = arguments.count > 1 ? try whole(1) : 0
        guard places != 0 else { return try rounded(.toNearestOrAwayFromZero) }
        guard (-15...15).contains(places) else { throw wrong("places from -15 to 15", 1) }
        let number = try number(0)
        if case .integer(let integer) = number, places > 0 { return .integer(integer) }
        var scale = 1.0
        for _ in 0..<Swift.abs(places) { scale *= 10 }
        let scaled = places > 0 ? number.double * scale : number.double / scale
        let nearest = scaled.rounded(.toNearestOrAwayFromZero)
        let result = places > 0 ? nearest / scale : nearest * scale
        return result.isFinite ? whole(result) : number.value
    }

    /// An integer where the decimal is one that fits.
    private func whole(_ number: Double) -> Value {
        Int(exactly: number).map { .integer($0) } ?? .decimal(number)
    }

    private func absolute() throws(Fault) -> Value {
        let arithmetic = Arithmetic(environment: environment)
        if case .duration(let seconds) = argument(0) {
            return seconds < 0 ? try arithmetic.negate(argument(0)) : argument(0)
        }
        let number = try number(0)
        return number.double < 0 ? try arithmetic.negate(number.value) : number.value
    }

    /// Empty values do not count; none left gives empty.
    private func extreme(_ wins: (Int) -> Bool) throws(Fault) -> Value {
        var best: (value: Value, key: SortKey)?
        for item in items() where !item.isEmpty {
            let key = SortKey(item, in: environment)
            if best.map({ wins(key.order($0.key)) }) ?? true { best = (item, key) }
        }
        return best?.value ?? .nothing
    }

    private func sum() throws(Fault) -> Value {
        var tally = Tally(.sum)
        for item in items() { try tally.add(item, in: environment) }
        return try tally.result(in: environment)
    }
}

/// The functions this machine carries out, by the name the language declares.
enum Builtin: String, CaseIterable {
    case len, text, number, date
    case upper, lower, trim, split, join, replace, numbers, slice
    case round, floor, ceil, abs, min, max, sum
    case now, today, days, day, week, month, ago, format
    case keys, values
    case ask, confirm
}
