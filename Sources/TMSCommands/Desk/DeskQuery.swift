public import TMSBase
public import TMSRuntime
import TMSSyntax
import TrackingMore

/// What a person who answers customers asks of the account.
public enum DeskQuery: Sendable {
    /// A sentence for the customer about each parcel.
    case reply(ReplyRequest)
    /// The parcels that hold a text.
    case find(ParcelSearch)
    /// What a text holds, and what the account knows of it.
    case look(String)
    /// Text, or rows as a table, for the clipboard.
    case copy([Value])
}

/// A sentence that is wanted of parcels that are yet to be read.
public struct ReplyRequest: Sendable {
    public let language: SpokenLanguage
    /// How the customer is to be called; nil for the name that the parcel has.
    public let addressee: String?

    /// A row for each of several parcels: number, carrier, text.
    public static let shape = Shape(keys: ["number", "via", "reply"], kind: RecordKind(schema: .replies))

    /// The text of a parcel as an answer of the account has it.
    public func text(
        of parcel: Record, _ texts: ReplyTexts, _ catalogue: Catalogue, _ environment: Environment
    ) -> Value {
        let facts = ReplyFacts(
            parcel, catalogue.dialect.fields, environment, language, addressee: addressee)
        return texts.text(facts.situation, in: language, facts.places).map { .string($0) } ?? .nothing
    }
}

extension Schema {
    /// A row of `reply`, where it is given several parcels.
    static let replies = Schema(
        name: "answer",
        fields: [
            Field("number", "number", .trackingNumber, "The number printed on the label."),
            Field("via", "via", .carrier, "The carrier of the parcel."),
            Field("reply", "reply", .text, "What the customer can be told."),
        ])
}
