import TMSBase
import TMSCommands
import TMSRuntime
import TMSSyntax
import TrackingMore

/// A parcel that the account has already, beside what a `track` wanted of it.
struct TrackedAlready {
    private let call: EndpointCall
    /// What the account holds of it.
    private let held: JSON

    init(_ call: EndpointCall, held: JSON) {
        self.call = call
        self.held = held
    }

    /// The values that were given and are held: nothing else is shown of the parcel.
    var agreed: EndpointCall {
        var call = self.call
        for (field, value) in self.call.sent {
            guard let holding = holding(field), isSame(value, holding, field) else {
                call.arguments[field] = nil
                continue
            }
        }
        return call
    }

    /// The words of the clauses that the service says nothing about, so that nobody knows whether they are held.
    var unknown: [String] {
        call.sent.filter { holding($0.key) == nil && !Self.isEmpty($0.value) }.map { word(for: $0.key) }
    }

    /// What is held otherwise than it was wanted: `title is "desk lamp"`; nil where all that can be compared agrees.
    var difference: String? {
        let named = differing.map { entry in
            let text = Self.text(entry.held) ?? ""
            return "\(word(for: entry.field)) is " + (text.isEmpty ? "empty" : shown(text, entry.field))
        }
        return named.isEmpty ? nil : named.joined(separator: ", ")
    }

    private var differing: [(field: String, wanted: JSON, held: JSON)] {
        call.sent.compactMap { field, value in
            guard let holding = holding(field), !isSame(value, holding, field) else { return nil }
            return (field, value, holding)
        }
    }

    /// Why it is not as was wanted; nil where all that can be compared agrees.
    var failure: Failure? {
        let differing = differing
        guard let first = differing.first else { return nil }
        let location = SourceLocation(call.location.file, call.ranges[first.field] ?? call.verbRange)
        var failure = Failure(
            kind: .different,
            Diagnostic(
                .error, "E0741", "already tracked, but \(difference ?? "")", at: location,
                hint: editLine(differing.map { ($0.field, $0.wanted) })),
            number: call.number, via: call.carrier)
        failure.row = call.row.map { .record($0) }
        return failure
    }

    /// The line that makes it so: `edit 300403513402 via 4px title "blue lamp"`.
    private func editLine(_ changes: [(field: String, value: JSON)]) -> String? {
        let editable = changes.filter { call.dialect.calls.update.parameter($0.field) != nil }
        guard !editable.isEmpty, let number = call.number, let carrier = call.carrier else { return nil }
        let clauses = editable.map { "\(word(for: $0.field)) \(shown($0.value.text ?? "", $0.field))" }
        return "edit \(number) via \(carrier) " + clauses.joined(separator: " ")
    }

    /// Codes stand bare, free text in quotes.
    private func shown(_ text: String, _ field: String) -> String {
        kind(of: field) == .country ? text : Quoting.string(text)
    }

    private var names: FieldRoles.Parcel { call.dialect.fields.parcel }

    private func word(for field: String) -> String { call.endpoint.parameter(field)?.word ?? field }

    private func kind(of field: String) -> Kind? { call.endpoint.parameter(field)?.kind }

    /// What the account says of a field; nil where it says nothing.
    func holding(_ field: String) -> JSON? {
        if isGivenBack(field) { return nil }
        return held(field)
    }

    /// What an answer says of a field.
    func held(_ field: String) -> JSON? {
        if field == names.destinations.first { return destination }
        guard let value = held[field] else { return nil }
        // One address may stand in a list of its own.
        if case .array(let items) = value { return items.first ?? .null }
        return value
    }

    /// The country, which answers name by its code or by its name.
    private var destination: JSON? {
        let codes = names.destinations.compactMap { held[$0] }
        if let code = codes.first(where: { !Self.isEmpty($0) })?.text { return .string(Country(code)?.wire ?? code) }
        if let name = held[names.destinationName]?.text { return .string(Country(name)?.wire ?? name) }
        // A country that is not set is answered as null.
        return codes.first ?? held[names.destinationName]
    }

    private func isSame(_ wanted: JSON, _ held: JSON, _ field: String) -> Bool {
        if Self.isEmpty(wanted) || Self.isEmpty(held) { return Self.isEmpty(wanted) && Self.isEmpty(held) }
        guard let left = Self.text(wanted), let right = Self.text(held) else { return wanted == held }
        // Answers say in words what is sent as a number.
        if let choice = choice(wanted, field), choice.word == right { return true }
        switch kind(of: field) {
        case .date: return WrittenDate(left)?.civil == WrittenDate(right)?.civil
        case .country, .email: return left.lowercased() == right.lowercased()
        default: return left == right
        }
    }

    /// `restored` gives a status back to the service: no answer shows that it was.
    private func isGivenBack(_ field: String) -> Bool {
        guard let wanted = call.arguments[field], let choice = choice(wanted, field) else { return false }
        return choice == Status.givenBack
    }

    private func choice(_ wanted: JSON, _ field: String) -> Choice? {
        kind(of: field)?.choices.first { $0.wire == wanted }
    }

    /// A text, a number or a truth value, as it is written.
    static func text(_ value: JSON) -> String? {
        if case .bool(let flag) = value { flag ? "true" : "false" } else { value.text }
    }

    /// The service writes what is not set as null, as nothing, as the word `null`, and a date as 0.
    static func isEmpty(_ value: JSON) -> Bool { ["", "null", "0"].contains(text(value) ?? "") }
}
