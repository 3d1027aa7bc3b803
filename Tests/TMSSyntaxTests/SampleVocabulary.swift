import TMSSyntax

/// A small vocabulary with the shapes the real one has.
enum Sample {
    static let vocabulary: Vocabulary = {
        let parcels = Slot("NUMBER", .parcel, isList: true, "The parcels.")
        let parcel = Slot("NUMBER", .parcel, "The parcel.")
        let via = Clause("via", .carrier, "The carrier.")
        let to = Clause("to", .country, "The country.")
        let title = Clause("title", .text, "The title.")
        let order = Clause("order", .text, "The order.")
        let lang = Clause("lang", .language, "The language.")
        let flags = ["delivered", "exception", "restored"].map {
            Clause($0, nil, isRequired: true, group: "mark", "The mark.")
        }
        return Vocabulary(
            verbs: [
                Signature(
                    words: ["track"], subjects: [parcels],
                    clauses: [
                        via, to, title, order, Clause("ordered", .date, "When."), Clause("customer", .text, "Who."),
                        Clause("note", .text, "A note."), Clause("exact", nil, "As typed."),
                        Clause("email", .email, "Mail."),
                        lang,
                    ], effect: .create, takesFile: true, summary: "Track."),
                Signature(words: ["show"], subjects: [parcels], clauses: [via, lang], summary: "Show."),
                Signature(words: ["edit"], subjects: [parcels], clauses: [via, to, title, order], summary: "Edit."),
                Signature(
                    words: ["list"],
                    clauses: [
                        Clause("status", .status, isList: true, "Status."),
                        Clause("via", .carrier, isList: true, "Via."),
                        Clause("created", .dateRange, "Created."), Clause("updated", .dateRange, "Updated."),
                        Clause("numbers", .trackingNumber, isList: true, "Numbers."),
                        Clause("archived", nil, group: "archive", "Archived."),
                        Clause("unarchived", nil, group: "archive", "Unarchived."), lang,
                    ], summary: "List."),
                Signature(words: ["mark"], subjects: [parcels], clauses: flags + [via], summary: "Mark."),
                Signature(words: ["delete"], subjects: [parcels], clauses: [via], summary: "Delete."),
                Signature(words: ["refresh"], subjects: [parcel], clauses: [via], summary: "Refresh."),
                Signature(
                    words: ["change", "carrier", "of"], subjects: [parcel],
                    clauses: [Clause("from", .carrier, "Old."), Clause("to", .carrier, isRequired: true, "New.")],
                    summary: "Change."),
                Signature(words: ["account"], summary: "Account."),
                Signature(
                    words: ["count", "by", "status"], clauses: [Clause("created", .dateRange, "Created.")],
                    summary: "Count."),
                Signature(words: ["stop", "updating"], subjects: [parcels], clauses: [via], summary: "Stop."),
                Signature(
                    words: ["remote", "area"],
                    subjects: [Slot("COUNTRY", .country, "Where."), Slot("POSTCODE", .text, "Where.")],
                    clauses: [Clause("for", .carrier, "The carrier.")], summary: "Remote."),
                Signature(
                    words: ["transit", "time"],
                    clauses: [
                        via, Clause("from", .country, "From."), Clause("to", .country, isList: true, "To."),
                    ], summary: "Time."),
                Signature(
                    words: ["call"],
                    subjects: [
                        Slot("METHOD", .text, "How."), Slot("PATH", .path, "Where."),
                        Slot("BODY", .record, isRequired: false, "What."),
                    ], summary: "Call."),
                Signature(words: ["carriers"], clauses: [Clause("matching", .text, "Text.")], summary: "Carriers."),
                Signature(
                    words: ["sandbox", "advance"], subjects: [Slot("TIME", .duration, "How long.")], summary: "Advance."
                ),
                Signature(words: ["undo"], summary: "Undo."),
            ],
            schemas: [],
            otherWords: OtherWords(verbs: [
                "get": "show", "status": "show", "where is": "show", "add": "track", "create": "track", "rm": "delete",
            ]),
            isNearly: { word, kind in kind == .carrier && ["4px", "ups", "usps", "dhl"].contains(word.lowercased()) })
    }()

    static func parse(_ text: String) -> ParseResult {
        TMSSyntax.parse(SourceFile(name: "test", text: text), vocabulary: vocabulary)
    }
}

extension Sample {
    static func format(_ text: String) -> String {
        TMSSyntax.format(SourceFile(name: "test", text: text), vocabulary: vocabulary)
    }
}
