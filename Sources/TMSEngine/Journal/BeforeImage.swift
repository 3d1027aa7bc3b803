import TMSCommands
import TMSSyntax
import TrackingMore

/// What the account held of a parcel before a write.
struct BeforeImage {
    private let state: TrackedAlready

    init(_ held: JSON, of written: EndpointCall) { state = TrackedAlready(written, held: held) }

    /// What a parameter was, in the form it is sent in; nil where the account does not say.
    func value(of parameter: Parameter) -> JSON? { state.holding(parameter.field) }

    /// What a parameter that was sent was before.
    ///
    /// A status that was set by hand goes back to what the service says of the parcel: that is what it was, unless
    /// somebody had set it by hand before.
    func value(of parameter: Parameter, sent: JSON) -> JSON? {
        let isMark = parameter.kind.choices.contains(Status.givenBack)
        if isMark, sent != Status.givenBack.wire { return Status.givenBack.wire }
        guard let held = state.held(parameter.field) else {
            if isMark { return Status.givenBack.wire }
            // Answers leave the country out where none is set.
            if parameter.kind == .country { return .string("") }
            return nil
        }
        let text = TrackedAlready.text(held)
        if isMark { return (parameter.kind.choices.first { $0.word == text } ?? Status.givenBack).wire }
        if let choice = parameter.kind.choices.first(where: { TrackedAlready.text($0.wire) == text }) {
            return choice.wire
        }
        return .string(isEmpty(held) ? "" : text ?? "")
    }

    /// What a parameter was, as a text; nil where nothing is known of it.
    func text(of parameter: Parameter) -> String? {
        state.held(parameter.field).flatMap { isEmpty($0) ? nil : TrackedAlready.text($0) }
    }

    func isEmpty(_ value: JSON) -> Bool { TrackedAlready.isEmpty(value) }
}
