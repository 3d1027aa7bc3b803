import TMSRuntime
public import TMSSemantics
public import TMSSyntax
import TrackingMore

/// Judges literals against the tables of carriers, countries, statuses and languages, for the checker.
public struct LiteralJudge: Sendable {
    /// Codes that are valid beside the built-in list, because the account or the service has named them.
    public let moreCarriers: Set<String>

    public init(moreCarriers: Set<String> = []) { self.moreCarriers = moreCarriers }

    public func judge(_ literal: String, as kind: ValueKind) -> LiteralVerdict {
        switch kind {
        case .carrier: carrier(literal)
        case .date: date(literal)
        case .country: verdict(literal, .country)
        case .status: verdict(literal, .status)
        case .language: verdict(literal, .language)
        case .email: verdict(literal, .email)
        case .phone: verdict(literal, .phone)
        case .trackingNumber, .parcel: verdict(literal, .trackingNumber)
        case .choice(let words) where !words.contains(literal.lowercased()):
            .invalid(
                message: "`\(literal)` is none of \(words.joined(separator: ", "))",
                suggestion: Nearest.word(literal, in: words))
        default: .valid
        }
    }

    /// How a literal is written as a value of a kind: `USPS` is `usps`; nil where it is none.
    public func normalForm(of literal: String, as kind: ValueKind) -> String? {
        guard case .valid = judge(literal, as: kind) else { return nil }
        return switch kind {
        case .carrier: Carrier(literal)?.code ?? literal.lowercased()
        case .country: Country(literal)?.wire
        case .status: Status(literal)?.rawValue
        default: literal
        }
    }

    private func verdict(_ literal: String, _ kind: Kind) -> LiteralVerdict {
        do {
            _ = try kind.wire(literal)
            return .valid
        } catch {
            return .invalid(message: "`\(literal)` \(error.cause)", suggestion: error.suggestion)
        }
    }

    /// A code that the list lacks passes unless one of the list is near: the service knows more couriers than the list.
    private func carrier(_ literal: String) -> LiteralVerdict {
        if moreCarriers.contains(literal.lowercased()) { return .valid }
        switch Carrier.read(literal) {
        case .known, .unlisted(_, nearest: nil): return .valid
        case .unlisted(_, let nearest), .unknown(let nearest):
            return .invalid(message: "there is no carrier `\(literal)`", suggestion: nearest?.code)
        }
    }

    private func date(_ literal: String) -> LiteralVerdict {
        if Self.dateWords.contains(literal.lowercased()) || WireTime(literal) != nil { return .valid }
        let parts = literal.split(separator: "/").map { Int($0) }
        if parts.count == 3, let first = parts[0], let second = parts[1], let year = parts[2], year > 999 {
            let readings = [(first, second), (second, first)].compactMap { month, day in
                CivilTime(year: year, month: month, day: day).map { time in
                    String((DateForm.localTime.wire(time).string ?? "").prefix(10))
                }
            }
            return .invalid(
                message: "`\(literal)` can be read as \(readings.joined(separator: " or "))", suggestion: readings.first
            )
        }
        return .invalid(message: "`\(literal)` is not a date; write the year first: 2026-03-05", suggestion: nil)
    }

    private static let dateWords = Set(DateWord.all + ["now"])
}
