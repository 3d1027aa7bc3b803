import TMSSyntax

extension Vocabulary {
    /// A few verbs of each shape, so that the checker is tested without the API.
    static let test = Vocabulary(
        verbs: [
            Signature(
                words: ["track"], subjects: [numbers],
                clauses: [
                    via.required, Clause("to", .country, "The country it goes to."),
                    Clause("title", .text, "What is in it."), Clause("order", .text, "Your own number."),
                    Clause("ordered", .date, "When it was ordered."),
                ],
                effect: .create, returns: "outcome", takesFile: true,
                calls: CallShape(batch: 40, carrier: 0), summary: "Follow a parcel.",
                examples: ["track 300403513351 via 4px"]),
            Signature(
                words: ["show"], subjects: [numbers], clauses: [via], effect: .read, returns: "parcel",
                calls: CallShape(batch: 40, sharesClauses: true, carrier: 0), summary: "Show a parcel."),
            Signature(
                words: ["edit"], subjects: [numbers], clauses: [via, Clause("title", .text, "What is in it.")],
                effect: .update, returns: "outcome",
                calls: CallShape(batch: 200, carrier: 0, asksForCarrier: true), summary: "Change what is noted."),
            Signature(
                words: ["mark"], subjects: [numbers],
                clauses: ["delivered", "exception", "restored"].map {
                    Clause($0, nil, isRequired: true, group: "state", "As \($0).")
                }, effect: .update, returns: "outcome", calls: CallShape(batch: 200), summary: "Set the state."),
            Signature(
                words: ["delete"], subjects: [numbers], clauses: [via], effect: .delete, isIrreversible: true,
                returns: "outcome", calls: CallShape(batch: 200, carrier: 0, asksForCarrier: true),
                summary: "Delete a parcel."),
            Signature(
                words: ["list"],
                clauses: [
                    Clause("status", .status, isList: true, perCall: 1, "The status."),
                    Clause("via", .carrier, isList: true, isSifting: true, "The carrier."),
                    Clause("created", .dateRange, "When it was added."),
                    Clause("archived", nil, group: "archive", "Only archived."),
                    Clause("unarchived", nil, group: "archive", "Only unarchived."),
                ],
                effect: .read, isAccountWide: true, returns: "parcel", returnsRows: true,
                calls: CallShape(page: 2_000), summary: "List parcels."),
            Signature(
                words: ["account"], effect: .read, isAccountWide: true, returns: "account", calls: CallShape(),
                summary: "The account."),
            Signature(
                words: ["remote", "area"],
                subjects: [
                    Slot("COUNTRY", .country, "The country it goes to."),
                    Slot("POSTCODE", .text, "The postcode of the place."),
                ], effect: .read, calls: CallShape(), summary: "Whether a place is remote."),
            Signature(
                words: ["change", "carrier", "of"], subjects: [number],
                clauses: [
                    Clause("from", .carrier, "The one it has."),
                    Clause("to", .carrier, isRequired: true, "The one it gets."),
                ],
                effect: .update, returns: "outcome", calls: CallShape(carrier: 0, asksForCarrier: true),
                summary: "Move to another carrier."),
            Signature(
                words: ["sandbox", "advance"], subjects: [Slot("TIME", .duration, "How far.")], summary: "Move on."),
            Signature(
                words: ["call"],
                subjects: [Slot("METHOD", .choice(["get", "post"]), "The method."), Slot("PATH", .text, "The path.")],
                effect: .update, byHand: [], calls: CallShape(), summary: "Call by hand."),
            Signature(words: ["undo"], effect: .update, isShellOnly: true, summary: "Undo."),
        ],
        schemas: [parcel, outcome, account], parcelNames: ParcelNames(number: ["tracking_number", "number"]),
        otherWords: OtherWords(verbs: ["get": "show", "where is": "show", "rm": "delete"]))

    private static let number = Slot("NUMBER", .parcel, "The number on the label.")
    private static let numbers = Slot("NUMBER", .parcel, isList: true, "The number on the label.")
    private static let via = Clause("via", .carrier, "The carrier of the parcel.")

    private static func always(_ field: Field) -> Field {
        var field = field
        field.isAlwaysSet = true
        return field
    }

    private static func local(_ field: Field) -> Field {
        var field = field
        field.isLocalTime = true
        return field
    }

    private static let parcel = Schema(
        name: "parcel",
        fields: [
            always(Field("number", "tracking_number", .trackingNumber, "")), Field("via", "carrier_code", .carrier, ""),
            local(Field("moved", "lastUpdateTime", .date, "")), Field("to", "destination_code", .country, ""),
            Field("status", "status", .status, ""),
            Field("title", "title", .text, ""), Field("note", "comment", .text, ""),
            Field("created", "created_at", .date, ""), Field("updated", "updated_at", .date, ""),
            Field("silent", nil, .duration, ""), Field("weight", "weight", .number, ""),
            Field("archived", "archived", .boolean, ""), Field("origin", "origin_info", .record, ""),
            Field("events", "trackinfo", .list, ""),
        ])
    private static let outcome = Schema(
        name: "outcome",
        fields: [
            Field("number", "tracking_number", .trackingNumber, ""), Field("via", "carrier_code", .carrier, ""),
            Field("outcome", nil, .text, ""),
        ], isOpen: true)
    private static let account = Schema(
        name: "account", fields: [Field("quota", "quota", .number, ""), Field("email", "email", .text, "")])
}

extension Clause {
    fileprivate var required: Clause {
        var clause = self
        clause.isRequired = true
        return clause
    }
}
