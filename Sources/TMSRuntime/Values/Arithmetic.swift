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
        default: throw mismatch(operation, left, right)
        }
    }

    func negate(_ value: Value) throws(Fault) -> Value {
        if case .duration(let seconds) = value { return .duration(0 &- seconds) }
        guard let numeral = value.numeral else { throw .notANumber(value.quoted(in: environment), "-") }
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
            return .duration(try whole(a.addingReportingOverflow(b), .add))
        case (.day, .duration(let seconds)), (.instant, .duration(let seconds)):
            return try shift(left, by: seconds)
        case (.duration(let seconds), .day), (.duration(let seconds), .instant):
            return try shift(right, by: seconds)
        case (.list(let a), .list(let b)):
            return .items(a.items + b.items)
        case (.list(let list), let item):
            return .items(list.items + [item])
        case (.text, .record), (.record, .text), (.text, .list):
            throw mismatch(.add, left, right)
        case (.text, _), (_, .text):
            let text = left.text(in: environment) + right.text(in: environment)
            guard text.utf8.count <= longestText else { throw .textTooLong }
            return .string(text)
        default:
            throw mismatch(.add, left, right)
        }
    }

    private func subtract(_ left: Value, _ right: Value) throws(Fault) -> Value {
        switch (left, right) {
        case (.duration(let a), .duration(let b)):
            return .duration(try whole(a.subtractingReportingOverflow(b), .subtract))
        case (.day, .duration(let seconds)), (.instant, .duration(let seconds)):
            return try shift(left, by: 0 &- seconds)
        default:
            let dates = DateComparison(environment: environment)
            guard let a = dates.date(left), let b = dates.date(right) else { throw mismatch(.subtract, left, right) }
            if case .day(let first) = a, case .day(let second) = b { return .duration((first - second) &* 86_400) }
            return .duration(dates.instant(a) &- dates.instant(b))
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
        case .integer(let result): return .duration(result)
        case .decimal(let result):
            guard let whole = Int(exactly: result.rounded()) else { throw .overflow(operation.rawValue) }
            return .duration(whole)
        default: throw mismatch(operation, left, right)
        }
    }

    /// A day moved by whole days stays a day; by anything else it becomes a moment.
    private func shift(_ date: Value, by seconds: Int) throws(Fault) -> Value {
        switch date {
        case .day(let day) where seconds % 86_400 == 0:
            return .day(try whole(day.addingReportingOverflow(seconds / 86_400), .add))
        case .day(let day):
            return .instant(try whole(environment.start(ofDay: day).addingReportingOverflow(seconds), .add))
        case .instant(let instant):
            return .instant(try whole(instant.addingReportingOverflow(seconds), .add))
        default:
            throw .notADate(date.quoted(in: environment))
        }
    }

    private func whole(
        _ result: (partialValue: Int, overflow: Bool), _ operation: BinaryOperator
    ) throws(Fault) -> Int {
        if result.overflow { throw .overflow(operation.rawValue) }
        return result.partialValue
    }

    private func mismatch(_ operation: BinaryOperator, _ left: Value, _ right: Value) -> Fault {
        let isLeftFine = left.isNumber || operation == .add && right.numeral == nil
        if left.numeral != nil, right.numeral == nil, isText(right) || right.isEmpty {
            return .notANumber(right.quoted(in: environment), operation.rawValue)
        }
        if !isLeftFine, right.numeral != nil, isText(left) || left.isEmpty {
            return .notANumber(left.quoted(in: environment), operation.rawValue)
        }
        return .cannotCombine(left.quoted(in: environment), operation.rawValue, right.quoted(in: environment))
    }

    private func isText(_ value: Value) -> Bool {
        if case .text = value { return true }
        return false
    }
}

/// No text grows beyond this many bytes, so that a loop cannot use up the memory.
let longestText = 64 << 20
