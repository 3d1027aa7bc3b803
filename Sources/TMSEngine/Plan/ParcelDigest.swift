import TMSBase
import TMSCommands
import TMSRuntime
import TMSSyntax
import TrackingMore

/// What tells whether a parcel is as it was: a digest of what people set of it, its status and its id.
enum ParcelDigest {
    /// - Parameter held: what the account holds, as `AccountReader` keeps it.
    static func of(_ held: JSON) -> UInt128 {
        var hash = FNV1a<UInt128>()
        let fields = (held.object ?? JSONObject()).sorted { $0.key < $1.key }
        // Answers differ in whether they name what is not set.
        for (field, value) in fields where !TrackedAlready.isEmpty(value) {
            hash.add(field)
            hash.endText()
            hash.add(value.compact)
            hash.endText()
        }
        return hash.value
    }
}

extension EndpointCall {
    /// Why a row of a saved plan is left, by a digest of what the account holds of its parcel now; nil where that is as it
    /// was.
    func obstacle(_ now: UInt128?) -> Failure? {
        guard let planned, planned.parcel != now else { return nil }
        let why =
            switch (planned.parcel, now) {
            case (nil, _): "the account follows it by now"
            case (_, nil): "the account does not follow it any more"
            default: "it has changed since the plan was made"
            }
        let failure = Failure(
            kind: .different,
            Diagnostic(
                .error, "E0753", "left as it is: \(why)", at: SourceLocation(location.file, verbRange),
                hint: "a new plan takes it as it is now"))
        return failure.about(self)
    }
}
