import TMSBase
import TMSRuntime
public import TMSSemantics
public import TMSSyntax
import TrackingMore

/// Validates literals against the tables of carriers, countries, statuses and languages, for the checker.
public struct LiteralValidator: Sendable {
    /// Whether a code is valid beside the built-in list, because the account or the service has named it.
    public let knowsCarrier: @Sendable (String) -> Bool

    public init(knowsCarrier: @escaping @Sendable (String) -> Bool = { _ in false }) {
        self.knowsCarrier = knowsCarrier
    }

    public func validate(_ literal: String, as kind: ValueKind) -> LiteralVerdict {
        validate(literal, as: kind, isWord: false)
    }

    /// Validates a word that stands without quotes: what is nearly a carrier of the list is a slip there.
    public func validate(word: String, as kind: ValueKind) -> LiteralVerdict { validate(word, as: kind, isWord: true) }

    private func validate(_ literal: String, as kind: ValueKind, isWord: Bool) -> LiteralVerdict {
        if let read = Kind(kind) { return verdict(literal, read, isWord: isWord) }
        return switch kind {
        case .date: date(literal)
        case .choice(let words) where !words.contains(literal.lowercased()):
            .invalid(
                message: "`\(literal)` is none of \(words.joined(separator: ", "))",
                suggestion: Nearest.word(literal, in: words))
        default: .valid
        }
    }

    /// How a literal is written as a value of a kind: `USPS` is `usps`; nil where it is none.
    public func normalForm(of literal: String, as kind: ValueKind) -> String? {
        if let read = Kind(kind) { return read.normalForm(of: literal) }
        guard case .valid = validate(literal, as: kind) else { return nil }
        return literal
    }

    private func verdict(_ literal: String, _ kind: Kind, isWord: Bool) -> LiteralVerdict {
        var place = ReadingPlace()
        place.isBareWord = isWord
        place.knowsCarrier = knowsCarrier
        do {
            _ = try kind.read(literal, at: place)
            return .valid
        } catch {
            return .invalid(message: error.message, suggestion: error.suggestion, remedy: error.remedy)
        }
    }

    private func date(_ literal: String) -> LiteralVerdict {
        if DateWords.stands(literal) { return .valid }
        do {
            _ = try WrittenDate.read(literal)
            return .valid
        } catch {
            let remedy = error.remedy.map { "; \($0)" } ?? ""
            return .invalid(message: "`\(literal)` \(error.cause)\(remedy)", suggestion: error.readings.first)
        }
    }
}
