import TMSBase
import TMSCommands
import TMSRuntime
import TMSSyntax
import TrackingMore

/// A parcel the account holds, as far as it is known without a call.
public struct HeldParcel: Sendable, Hashable {
    public var number: String
    public var carrier: String
    /// As it is written in the account; `nil` where there is none.
    public var order: String?
    public var title: String?
    public var customer: String?

    public init(
        number: String, carrier: String, order: String? = nil, title: String? = nil, customer: String? = nil
    ) {
        self.title = title
        self.customer = customer
        self.number = number
        self.carrier = carrier
        self.order = order
    }
}

/// Says of a parcel that is not there what is known of the account: that it is tracked with another carrier, or that
/// there is one whose number is nearly the same.
struct NearParcels {
    /// What the session has seen, and in the sandbox all there is.
    let parcels: [HeldParcel]

    /// The same failure with what is known, if anything is.
    func explained(_ failure: Failure, of call: EndpointCall) -> Failure {
        guard let number = call.number else { return failure }
        var failure = failure
        let same = parcels.filter { $0.number.uppercased() == number.uppercased() }
        let carriers = Set(same.map(\.carrier)).subtracting([call.carrier ?? ""]).sorted()
        if let asked = call.carrier, let carrier = carriers.first {
            failure.diagnostic.message = "this account does not track \(number) with \(asked)"
            failure.diagnostic.hint = "it is tracked with \(carriers.joined(separator: " and "))"
            if !call.isOneOfSeveral, let range = place(of: asked, call.verb.carrierField, in: call) {
                var proposal = Proposal("write `\(carrier)`", [Diagnostic.Edit(range, carrier)])
                proposal.knownNumbers = [number.uppercased()]
                failure.diagnostic.proposals = [proposal]
            }
            return failure
        }
        guard let near = nearest(to: number) else { return failure }
        failure.diagnostic.hint = "it tracks \(near), which is nearly the same"
        if let range = place(of: number, call.verb.numberField, in: call) {
            var proposal = Proposal("write `\(near)`", [Diagnostic.Edit(range, near)])
            proposal.knownNumbers = [near.uppercased()]
            failure.diagnostic.proposals = [proposal]
        }
        return failure
    }

    /// The one number that differs by two slips at most, and by fewer than any other.
    private func nearest(to number: String) -> String? {
        var best: (distance: Int, numbers: Set<String>) = (3, [])
        for parcel in parcels where abs(parcel.number.utf8.count - number.utf8.count) <= 2 {
            let distance = EditDistance.between(number, parcel.number)
            if distance == 0 || distance > best.distance { continue }
            if distance < best.distance { best = (distance, []) }
            best.numbers.insert(parcel.number)
        }
        return best.distance <= 2 && best.numbers.count == 1 ? best.numbers.first : nil
    }

    /// Where the value stands in the script, if it is written there as it is.
    private func place(of value: String, _ field: String?, in call: EndpointCall) -> SourceRange? {
        guard let range = field.flatMap({ call.ranges[$0] }),
            call.location.file.slice(range).lowercased() == value.lowercased()
        else { return nil }
        return range
    }
}
