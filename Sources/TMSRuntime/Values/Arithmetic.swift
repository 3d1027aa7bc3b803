import TMSBase
import TMSSyntax

/// `+ - * / %` on any two values. Integers that overflow fail; they never wrap.
struct Arithmetic {
    let environment: Environment

    func apply(_ operation: BinaryOperator, _ left: Value, _ right: Value) throws(Fault) -> Value {
        if let a = left.numeral, let b = right.numeral { return try numbers(operation, a, b) }
        switch operation {
        case .add: return try add(left, right)
        case .subtract: return try subtract(left, right)
        case .multiply: return try multiply(left, right)
        case .divide: return try divide(left, right)
        case .remainder:
            guard case .duration(let whole) = left, case .duration(let part) = right,
                case .integer(let rest) = try numbers(.remainder, .integer(whole), .integer(part))
            else { throw mismatch(operation, left, right) }
            return .duration(rest)
        default: throw mismatch(operation, left, right)
        }
    }

    func negate(_ value: Value) throws(Fault) -> Value {
        if case .duration(let seconds) = value {
            return .duration(try whole(Int(0).subtractingReportingOverflow(seconds), .subtract, "a duration"))
        }
        guard let numeral = value.numeral else {
            throw value.lossyNumber("-", environment) ?? .notANumber(value.quoted(in: environment), "-")
        }
        return try numbers(.subtract, .integer(0), numeral)
    }

    private func numbers(_ operation: BinaryOperator, _ a: Numeral, _ b: Numeral) throws(Fault) -> Value {
        if case .integer(let left) = a, case .integer(let right) = b {
            switch operation {
            case .add: return try checked(left.addingReportingOverflow(right), operation)
            case .subtract: return try checked(left.subtractingReportingOverflow(right), operation)
            case .multiply: return try checked(left.multipliedReportingOverflow(by: right), operation)
            case .remainder:
                guard right != 0 else { throw .divisionByZero }
                return .integer(right == -1 ? 0 : left % right)
            default:
                guard right != 0 else { throw .divisionByZero }
                let (quotient, overflow) = left.dividedReportingOverflow(by: right)
                if overflow { throw .overflow("/") }
                return quotient &* right == left ? .integer(quotient) : .decimal(Double(left) / Double(right))
            }
        }
        let left = a.double
        let right = b.double
        let result: Double
        switch operation {
        case .add: result = left + right
        case .subtract: result = left - right
        case .multiply: result = left * right
        case .remainder:
            guard right != 0 else { throw .divisionByZero }
            result = left.truncatingRemainder(dividingBy: right)
        default:
            guard right != 0 else { throw .divisionByZero }
            result = left / right
        }
        guard result.isFinite else { throw .overflow(operation.rawValue) }
        return .decimal(result)
    }

    private func checked(
        _ result: (partialValue: Int, overflow: Bool), _ operation: BinaryOperator
    ) throws(Fault) -> Value {
        if result.overflow { throw .overflow(operation.rawValue) }
        return .integer(result.partialValue)
    }

    private func add(_ left: Value, _ right: Value) throws(Fault) -> Value {
        switch (left, right) {
        case (.duration(let a), .duration(let b)):
            return .duration(try whole(a.addingReportingOverflow(b), .add, "a duration"))
        case (.day, .duration(let seconds)), (.instant, .duration(let seconds)):
            return try shift(left, by: seconds)
        case (.duration(let seconds), .day), (.duration(let seconds), .instant):
            return try shift(right, by: seconds)
        case (.list(let a), .list(let b)):
            return .items(try joined(a.items, b.items))
        case (.list(let list), let item):
            return .items(try joined(list.items, [item]))
        // An empty value beside a text is an empty text, absent or not.
        case (.text(let a), .text(let b)):
            return .text(try joined(a.string, b.string), of: [left, right])
        case (.text(let text), .nothing), (.text(let text), .null), (.nothing, .text(let text)),
            (.null, .text(let text)):
            return .text(try joined(text.string, ""), of: [left, right])
        case (.text, .duration(let seconds)), (.duration(let seconds), .text):
            let text = if case .text = left { left } else { right }
            guard let date = DateComparison(environment: environment).date(text) else {
                throw mismatch(.add, left, right)
            }
            return try shift(date, by: seconds)
        default:
            throw mismatch(.add, left, right)
        }
    }

    private func joined(_ left: [Value], _ right: [Value]) throws(Fault) -> [Value] {
        guard left.count + right.count <= longestList else { throw .listTooLong }
        return left + right
    }

    /// Two texts in one. Of numbers, one of which would lose digits, nobody can say whether they are to be joined.
    private func joined(_ left: String, _ right: String) throws(Fault) -> String {
        for (text, other) in [(left, right), (right, left)]
        where DigitOrder.isNumber(text) && DigitOrder.isNumber(other) && Numeral(exact: text) == nil {
            throw .lossyNumber(Value.string(text).quoted(in: environment), "+")
        }
        guard left.utf8.count + right.utf8.count <= longestText else { throw .textTooLong }
        return left + right
    }

    private func subtract(_ left: Value, _ right: Value) throws(Fault) -> Value {
        switch (left, right) {
        case (.duration(let a), .duration(let b)):
            return .duration(try whole(a.subtractingReportingOverflow(b), .subtract, "a duration"))
        case (.day, .duration), (.instant, .duration):
            guard case .duration(let back) = try negate(right) else { throw mismatch(.subtract, left, right) }
            return try shift(left, by: back, .subtract)
        case (.text, .duration):
            guard let date = DateComparison(environment: environment).date(left) else {
                throw mismatch(.subtract, left, right)
            }
            return try subtract(date, right)
        default:
            let dates = DateComparison(environment: environment)
            guard let a = dates.date(left), let b = dates.date(right) else { throw mismatch(.subtract, left, right) }
            // Dates lie within the calendar, which is far shorter than the longest duration.
            if case .day(let first) = a, case .day(let second) = b { return .duration((first - second) * 86_400) }
            return .duration(dates.instant(a) - dates.instant(b))
        }
    }

    private func multiply(_ left: Value, _ right: Value) throws(Fault) -> Value {
        switch (left, right) {
        case (.duration(let seconds), let factor): return try scale(seconds, factor.numeral, .multiply, left, right)
        case (let factor, .duration(let seconds)): return try scale(seconds, factor.numeral, .multiply, left, right)
        default: throw mismatch(.multiply, left, right)
        }
    }

    private func divide(_ left: Value, _ right: Value) throws(Fault) -> Value {
        guard case .duration(let seconds) = left else { throw mismatch(.divide, left, right) }
        if case .duration(let other) = right { return try numbers(.divide, .integer(seconds), .integer(other)) }
        return try scale(seconds, right.numeral, .divide, left, right)
    }

    private func scale(
        _ seconds: Int, _ factor: Numeral?, _ operation: BinaryOperator, _ left: Value, _ right: Value
    ) throws(Fault) -> Value {
        guard let factor else { throw mismatch(operation, left, right) }
        switch try numbers(operation, .integer(seconds), factor) {
        case .integer(let result): return .duration(try whole((result, false), operation, "a duration"))
        case .decimal(let result):
            guard let seconds = Int(exactly: result.rounded()) else {
                throw .overflow(operation.rawValue, "a duration")
            }
            return .duration(try whole((seconds, false), operation, "a duration"))
        default: throw mismatch(operation, left, right)
        }
    }

    /// A day moved by whole days stays a day; by anything else it becomes a moment.
    private func shift(
        _ date: Value, by seconds: Int, _ operation: BinaryOperator = .add
    ) throws(Fault) -> Value {
        switch date {
        case .day(let day) where seconds % 86_400 == 0: return .day(try moved(day, by: seconds / 86_400, operation))
        case .day(let day): return .instant(try moved(instant: environment.start(ofDay: day), by: seconds, operation))
        // Whole days go from date to date at the same time of day, also where clocks are changed in between.
        case .instant(let instant) where seconds % 86_400 == 0:
            guard let shown = environment.clock.shown(at: instant) else {
                throw .outsideCalendar(operation.rawValue)
            }
            let day = try moved(shown.date.daysSinceEpoch, by: seconds / 86_400, operation)
            if seconds == 0 { return date }
            return .instant(environment.clock.moment(showing: day * 86_400 + shown.secondOfDay))
        case .instant(let instant): return .instant(try moved(instant: instant, by: seconds, operation))
        default: throw .notADate(date.quoted(in: environment))
        }
    }

    private func moved(_ day: Int, by days: Int, _ operation: BinaryOperator) throws(Fault) -> Int {
        let (result, overflow) = day.addingReportingOverflow(days)
        guard !overflow, CivilDay.range.contains(result) else { throw .outsideCalendar(operation.rawValue) }
        return result
    }

    private func moved(instant: Int, by seconds: Int, _ operation: BinaryOperator) throws(Fault) -> Int {
        let (result, overflow) = instant.addingReportingOverflow(seconds)
        guard !overflow, environment.clock.hasDate(result) else { throw .outsideCalendar(operation.rawValue) }
        return result
    }

    private func whole(
        _ result: (partialValue: Int, overflow: Bool), _ operation: BinaryOperator, _ kind: String
    ) throws(Fault) -> Int {
        // Each duration has its opposite, so the least integer is none.
        if result.overflow || result.partialValue == .min { throw .overflow(operation.rawValue, kind) }
        return result.partialValue
    }

    private func mismatch(_ operation: BinaryOperator, _ left: Value, _ right: Value) -> Fault {
        for side in [left, right] {
            if let lossy = side.lossyNumber(operation.rawValue, environment) { return lossy }
        }
        let isLeftFine = left.isNumber || operation == .add && right.numeral == nil
        if left.numeral != nil, right.numeral == nil, isText(right) || right.isEmpty {
            return .notANumber(right.quoted(in: environment), operation.rawValue)
        }
        if !isLeftFine, right.numeral != nil, isText(left) || left.isEmpty {
            return .notANumber(left.quoted(in: environment), operation.rawValue)
        }
        return .cannotCombine(
            left.quoted(in: environment), operation.rawValue, right.quoted(in: environment),
            joins: operation == .add && (isText(left) || isText(right)))
    }

    private func isText(_ value: Value) -> Bool {
        if case .text = value { return true }
        return false
    }
}

/// No text grows beyond this many bytes, so that a loop cannot use up the memory.
let longestText = 64 << 20
/// The most items that a list is given by `+` or by a range that is kept.
let longestList = 10_000_000
