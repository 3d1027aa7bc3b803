import TMSBase
import TMSSyntax

extension Numeral {
    var value: Value {
        switch self {
        case .integer(let number): .integer(number)
        case .decimal(let number): .decimal(number)
        }
    }
}

extension Value {
    /// The number it is, or that its text reads as: `-?digits[.digits]`.
    var numeral: Numeral? {
        switch self {
        case .integer(let number): .integer(number)
        case .decimal(let number): .decimal(number)
        case .text(let text): Numeral(exact: text.numberText)
        default: nil
        }
    }

    /// The characters of a number or a text, for `DigitOrder`.
    var digits: String? {
        switch self {
        case .text(let text): text.string
        default: numeral?.text
        }
    }

    /// The failure of a text that is written as a number and would lose digits as one; nil for every other value.
    func lossyNumber(_ operation: String, _ environment: Environment) -> Fault? {
        guard case .text(let text) = self, DigitOrder.isNumber(text.string), numeral == nil else { return nil }
        return .lossyNumber(quoted(in: environment), operation)
    }

    /// What makes a number of a text that is one elsewhere; nil for every other value.
    var foreignNumberRemedy: String? {
        guard case .text(let text) = self else { return nil }
        let clauses = text.foreignDecimals.map { "`decimals \($0.rawValue)`" }
        guard !clauses.isEmpty else { return nil }
        return "say how the numbers of the file are written, behind its name: \(clauses.joined(separator: " or "))"
    }

    var isNumber: Bool {
        switch self {
        case .integer, .decimal: true
        default: false
        }
    }
}
