import TMSBase
import TMSSyntax

/// `is`, `==`, `<`, `contains` … on any two values.
///
/// A positive comparison with an empty value is false, and the negative ones are its exact negation.
struct Comparison {
    let environment: Environment

    func holds(_ operation: ComparisonOperator, _ left: Value, _ right: Value) throws(Fault) -> Bool {
        switch operation {
        case .is: return isSame(left, right, ignoringCase: true)
        case .isNot: return !isSame(left, right, ignoringCase: true)
        case .equal: return isSame(left, right, ignoringCase: false)
        case .notEqual: return !isSame(left, right, ignoringCase: false)
        case .less, .under: return try order(left, right, operation).map { $0 < 0 } ?? false
        case .lessOrEqual: return try order(left, right, operation).map { $0 <= 0 } ?? false
        case .greater, .over: return try order(left, right, operation).map { $0 > 0 } ?? false
        case .greaterOrEqual: return try order(left, right, operation).map { $0 >= 0 } ?? false
        case .before: return try dateOrder(left, right).map { $0 < 0 } ?? false
        case .after: return try dateOrder(left, right).map { $0 > 0 } ?? false
        case .since: return try dateOrder(left, right).map { $0 >= 0 } ?? false
        case .contains: return contains(left, right)
        case .startsWith: return folded(left, right) { $0.hasPrefix($1) }
        case .endsWith: return folded(left, right) { $0.hasSuffix($1) }
        case .matches:
            let pattern = try Pattern(right.text(in: environment))
            return left.isEmpty ? false : pattern.matches(left.text(in: environment))
        }
    }

    /// `is` and `==` of the kinds most met, decided without reading dates or printing; `nil` for the others.
    @inline(__always)
    static func quickSame(_ left: Value, _ right: Value, ignoringCase: Bool) -> Bool? {
        switch (left, right) {
        case (.integer(let a), .integer(let b)): a == b
        case (.text(let a), .text(let b)):
            if a.string == b.string {
                !a.string.isEmpty
            } else {
                ignoringCase && foldsAlike(a.string, b.string) && !a.string.isEmpty
            }
        case (.nothing, _), (.null, _), (_, .nothing), (_, .null): false
        default: nil
        }
    }

    /// Two numbers as numbers, two dates as dates, anything else by its printed text.
    func isSame(_ left: Value, _ right: Value, ignoringCase: Bool) -> Bool {
        switch (left, right) {
        case (.integer(let a), .integer(let b)): return a == b
        case (.boolean(let a), .boolean(let b)): return a == b
        case (.duration(let a), .duration(let b)): return a == b
        case (.text(let a), .text(let b)):
            return !a.string.isEmpty && isSame(a.string, b.string, ignoringCase: ignoringCase)
        default: break
        }
        if left.isEmpty || right.isEmpty { return false }
        if left.isNumber, right.isNumber, let a = left.numeral, let b = right.numeral { return a.isEqual(to: b) }
        if let same = isSame(left, asNumber: right) ?? isSame(right, asNumber: left) { return same }
        let dates = DateComparison(environment: environment)
        if isDate(left) || isDate(right), let a = dates.date(left), let b = dates.date(right) {
            return dates.order(a, b) == 0
        }
        if ignoringCase, let same = isSame(left, asText: right) ?? isSame(right, asText: left) { return same }
        return isSame(left.text(in: environment), right.text(in: environment), ignoringCase: ignoringCase)
    }

    /// A number beside the cell of a file of which the script says how its numbers are written; nil for other values.
    private func isSame(_ value: Value, asNumber other: Value) -> Bool? {
        guard value.isNumber, case .text(let text) = other, text.reading.decimals != nil, let a = value.numeral,
            let b = other.numeral
        else { return nil }
        return a.isEqual(to: b)
    }

    /// A text beside a duration or a truth value is read as one; nil where it is none, or the value is another.
    private func isSame(_ value: Value, asText other: Value) -> Bool? {
        guard case .text(let text) = other else { return nil }
        switch value {
        case .duration(let seconds): return (try? WrittenDuration.read(text.string)).map { $0 == seconds }
        case .boolean(let flag): return (try? WrittenBoolean.read(text.string)).map { $0 == flag }
        default: return nil
        }
    }

    /// Whether some item is the value; an empty value is in no list.
    func isMember(_ value: Value, of list: List) -> Bool {
        list.items.contains { isSame(value, $0, ignoringCase: true) }
    }

    /// How two values stand to each other, or `nil` if one is empty.
    func order(_ left: Value, _ right: Value, _ operation: ComparisonOperator) throws(Fault) -> Int? {
        if left.isEmpty || right.isEmpty { return nil }
        if let a = left.numeral, let b = right.numeral { return a.order(b) }
        if let order = digitOrder(left, right) { return order }
        if case .duration(let a) = left, case .duration(let b) = right { return a < b ? -1 : a > b ? 1 : 0 }
        let dates = DateComparison(environment: environment)
        if let a = dates.date(left), let b = dates.date(right) {
            if operation == .over || operation == .under {
                throw .momentCompared(right.quoted(in: environment), operation.rawValue)
            }
            return dates.order(a, b)
        }
        throw .cannotCompare(
            left.quoted(in: environment), operation.rawValue, right.quoted(in: environment),
            hint: unitHint(left, operation, right))
    }

    /// Numbers of which one, an identifier perhaps, cannot be made a number without damage.
    private func digitOrder(_ left: Value, _ right: Value) -> Int? {
        guard let a = left.digits, let b = right.digits else { return nil }
        return DigitOrder.order(a, b)
    }

    private func dateOrder(_ left: Value, _ right: Value) throws(Fault) -> Int? {
        if left.isEmpty || right.isEmpty { return nil }
        let dates = DateComparison(environment: environment)
        guard let a = dates.date(left) else { throw .notADate(left.quoted(in: environment), dates.refusal(of: left)) }
        guard let b = dates.date(right) else {
            throw .notADate(right.quoted(in: environment), dates.refusal(of: right))
        }
        return dates.order(a, b)
    }

    private func contains(_ left: Value, _ right: Value) -> Bool {
        if left.isEmpty || right.isEmpty { return false }
        if case .list(let list) = left { return isMember(right, of: list) }
        return folded(left, right) { contains($0, $1) }
    }

    private func folded(_ left: Value, _ right: Value, _ test: (String, String) -> Bool) -> Bool {
        if left.isEmpty || right.isEmpty { return false }
        return test(left.text(in: environment).lowercased(), right.text(in: environment).lowercased())
    }

    private func contains(_ text: String, _ part: String) -> Bool {
        var start = text.startIndex
        guard let first = part.first else { return false }
        while let found = text[start...].firstIndex(of: first) {
            if text[found...].hasPrefix(part) { return true }
            start = text.index(after: found)
        }
        return false
    }

    private func isSame(_ left: String, _ right: String, ignoringCase: Bool) -> Bool {
        if left == right { return true }
        return ignoringCase && foldsAlike(left, right)
    }

    private func isDate(_ value: Value) -> Bool {
        switch value {
        case .day, .instant: true
        default: false
        }
    }

    private func unitHint(_ left: Value, _ operation: ComparisonOperator, _ right: Value) -> String? {
        switch (left, right) {
        case (.duration, _) where right.numeral != nil:
            return "say the unit: \(operation.rawValue) \(right.text(in: environment)) days"
        case (_, .duration(let seconds)) where left.numeral != nil:
            // A file holds a length of time as its days.
            let days = Numeral.decimal(Double(seconds) / 86_400).text
            return "it is a number, in a file that tms wrote one of days: \(operation.rawValue) \(days)"
        default: return nil
        }
    }
}

/// Whether two texts are one when capitals do not count. Most are plain ASCII and are compared byte by byte.
func foldsAlike(_ left: String, _ right: String) -> Bool {
    let quick: Bool? =
        left.utf8.withContiguousStorageIfAvailable { a in
            right.utf8.withContiguousStorageIfAvailable { b in
                asciiFoldsAlike(a, b)
            } ?? nil
        } ?? nil
    return quick ?? (left.lowercased() == right.lowercased())
}

/// `nil` where a byte beyond ASCII comes before the first difference, so that bytes do not decide.
private func asciiFoldsAlike(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool? {
    for index in 0..<min(a.count, b.count) {
        let left = a[index]
        let right = b[index]
        if (left | right) >= 128 { return nil }
        if left != right, lowered(left) != lowered(right) { return false }
    }
    return a.count == b.count
}

@inline(__always)
private func lowered(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 32 : byte }
