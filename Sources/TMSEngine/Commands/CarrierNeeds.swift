import TMSCommands
import TMSSyntax
import TrackingMore

/// What a carrier needs to know before it tells where a parcel is.
enum CarrierNeeds {
    /// What is told before a `track` is paid for that leaves out what its carrier needs; nil for every other call. It
    /// is no error: the service takes the parcel, and refuses to learn the rest later.
    static func note(on call: EndpointCall) -> Diagnostic? {
        guard call.endpoint.effect == .create, let carrier = call.carrier else { return nil }
        let words = call.endpoint.parameters
            .filter { $0.neededBy.contains(carrier) && (call.arguments[$0.field]?.text ?? "").isEmpty }
            .compactMap(\.word)
        guard !words.isEmpty else { return nil }
        let names = words.map { "`\($0)`" }.joined(separator: " and ")
        return Diagnostic(
            .note, "N0745", "`\(carrier)` needs \(names) to tell of a parcel",
            at: SourceLocation(call.location.file, call.verbRange),
            hint: "say it with `track`: it cannot be changed later")
    }
}
