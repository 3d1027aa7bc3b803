import TMSBase
public import TMSRuntime
import TMSSyntax
import TrackingMore

/// A text that is looked for in what the account holds of each parcel. Capitals, accents, blanks and marks do not count.
public struct ParcelSearch: Sendable {
    private let text: String
    private let plain: String
    /// The text as a number, where it is one and nothing else.
    public let number: String?

    /// Nil where the text has neither a letter nor a digit.
    public init?(_ text: String) {
        plain = Folding.plain(text)
        guard !plain.isEmpty else { return nil }
        self.text = text
        let read = (try? TrackingNumber.read(text))?.number
        number = read.flatMap { $0.utf8.count >= 8 && $0.count(where: \.isNumber) >= 6 ? $0 : nil }
    }

    /// Where it is looked for, by the names of people; the note is searched, and told of, like all others.
    private static let fields = ["number", "order", "customer", "email", "title", "note", "event"]

    /// A row of what was found: the parcel, and which of its fields hold the text.
    public static let shape = Shape(
        keys: ["number", "via", "to", "status", "title", "matched"], kind: RecordKind(schema: .found))

    /// The row of a parcel that holds the text; nil for one that does not.
    public func row(of parcel: Record, _ environment: Environment) -> Value? {
        var matched: [String] = []
        for field in ParcelSearch.fields {
            let written = RecordKind.plain(parcel.value(of: field, environment)).plainText
            guard !written.isEmpty, Folding.plain(written).contains(plain) else { continue }
            matched.append(field == "number" ? field : "\(field) \(written)")
        }
        return matched.isEmpty ? nil : row(parcel, matched.joined(separator: " · "), environment)
    }

    /// The row of a parcel whose number is nearly the one that is looked for; nil for all others.
    public func nearRow(of parcel: Record, _ environment: Environment) -> Value? {
        guard let number, let slip = NumberSlip(number, parcel.value(of: "number", environment).plainText) else {
            return nil
        }
        return row(parcel, "number, nearly: \(slip.text)", environment)
    }

    private func row(_ parcel: Record, _ matched: String, _ environment: Environment) -> Value {
        let fields = ["number", "via", "to", "status", "title"].map { parcel.value(of: $0, environment) }
        return .record(Record(shape: ParcelSearch.shape, values: fields + [.string(matched)]))
    }
}

/// How a number that was written differs from one that was meant, by one slip.
public struct NumberSlip: Sendable, Equatable {
    /// `two characters are swapped`, `one character is another`.
    public let text: String

    /// Nil for two numbers that are the same, or further from each other.
    public init?(_ written: String, _ meant: String) {
        let (left, right) = (Array(written.uppercased()), Array(meant.uppercased()))
        guard left.count >= 8, abs(left.count - right.count) <= 1, left != right,
            EditDistance.between(written, meant) == 1
        else { return nil }
        if left.count > right.count {
            text = "one character too many"
        } else if left.count < right.count {
            text = "one character is missing"
        } else {
            text =
                zip(left, right).count(where: { $0 != $1 }) == 1
                ? "one character is another" : "two characters are swapped"
        }
    }
}

extension Schema {
    /// A row of `find`.
    static let found = Schema(
        name: "found parcel",
        fields: [
            Field("number", "number", .trackingNumber, "The number printed on the label."),
            Field("via", "via", .carrier, "The carrier of the parcel."),
            Field("to", "to", .country, "The country it is going to."),
            Field("status", "status", .status, "How it stands."),
            Field("title", "title", .text, "What it is called."),
            Field("matched", "matched", .text, "The fields that hold the text."),
        ])

    /// A row of `what is in`.
    static let inText = Schema(
        name: "finding",
        fields: [
            Field("found", "found", .text, "As it stands in the text."),
            Field("number", "number", .trackingNumber, "The number it is or leads to."),
            Field("via", "via", .carrier, "The carrier, a guess where the parcel is not followed."),
            Field("state", "state", .text, "The status of a parcel that is followed; `not followed` for others."),
            Field("about", "about", .text, "What else there is to know of it."),
        ])
}
