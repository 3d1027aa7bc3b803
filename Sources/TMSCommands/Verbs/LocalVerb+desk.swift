import TMSBase
import TMSRuntime
import TMSSyntax
import TrackingMore

extension LocalVerb {
    /// The verbs for those who answer customers.
    static let desk = [find, reply, whatIsIn, copy]

    static let find = LocalVerb(
        Signature(
            words: ["find"],
            subjects: [Slot("TEXT", .text, "A number, an order, a name, an address, or a part of one.")]
                + (1...3).map { _ in Slot("WORD", .text, isRequired: false, "Its further words.") },
            effect: .read, isAccountWide: true, returnsRows: true, calls: CallShape(page: 2_000),
            summary: "Finds parcels by whatever is known of them, and a number that is nearly right.",
            examples: ["find miller", "find ann miller", "find \"#1001\"", "find 300403513420"],
            related: ["list", "show", "reply"]),
        isPure: true, rows: .of(.found)
    ) { call async throws(Failure) in
        let text = (0...3).flatMap(call.values).map(\.plainText).joined(separator: " ")
        guard let search = ParcelSearch(text) else {
            throw call.failure("E0629", "there is nothing to look for in `\(text)`", hint: "write a word or a number")
        }
        return .desk(.find(search))
    }

    static let reply = LocalVerb(
        Signature(
            words: ["reply"],
            subjects: [Slot("NUMBER", .parcel, isList: true, "The parcel a customer asks about.")],
            clauses: [
                Clause(
                    "lang", .text, "The language of the text: \(SpokenLanguage.choice), or a name; English if left out."
                ),
                Clause("to", .text, "How the customer is called; the name that the parcel has if left out."),
                Clause("via", .carrier, "The carrier of the parcel."),
            ],
            effect: .read, calls: CallShape(batch: 40), summary: "Writes what a customer can be told of a parcel.",
            examples: [
                "reply 300403513402", "reply 300403513402 lang German to \"Frau Miller\"",
                "reply 300403513402 lang fr | copy",
            ], related: ["show", "find", "copy"]),
        isPure: true
    ) { call async throws(Failure) in
        var language = SpokenLanguage.english
        if let name = call.value(of: "lang")?.plainText {
            // The reader of languages knows the codes of the service and names without accents.
            guard let read = SpokenLanguage(name) ?? Language(name).flatMap({ SpokenLanguage($0.code) }) else {
                throw call.failure(
                    "E0628", "there are no texts in `\(name)`", hint: "the language is \(SpokenLanguage.choice)")
            }
            language = read
        }
        return .desk(.reply(ReplyRequest(language: language, addressee: call.value(of: "to")?.plainText)))
    }

    static let whatIsIn = LocalVerb(
        Signature(
            words: ["what", "is", "in"], subjects: [Slot("TEXT", .text, "A mail, a chat, a column, a label.")],
            effect: .read, returnsRows: true, calls: CallShape(batch: 40),
            summary: "Finds the numbers and orders in a text, and what the account knows of them.",
            examples: ["what is in \"Where is 300403513402? I ordered it as #1001.\""],
            related: ["what is", "find", "show"]),
        isPure: true, rows: .of(.inText)
    ) { call async throws(Failure) in .desk(.look(call.text(0) ?? "")) }

    static let copy = LocalVerb(
        Signature(
            words: ["copy"],
            subjects: [
                Slot("WHAT", .any, isRequired: false, isList: true, "A text, or rows, which become a table.")
            ],
            summary: "Puts a text or a table on the clipboard.",
            examples: ["reply 300403513402 | copy", "list status exception | show number, title | copy"],
            related: ["reply"]),
        isPure: false
    ) { call async throws(Failure) in
        guard !call.call.subjects.isEmpty else {
            throw call.failure("E0630", "there is nothing to copy", hint: "as in: reply 300403513402 | copy")
        }
        return .desk(.copy(call.values(0)))
    }
}
