import TMSCommands
import TrackingMore

/// A call that is told and not made.
struct DescribedCall {
    let call: EndpointCall
    /// Whether it may take more than one page, so that only the account knows how many calls it comes to.
    let hasPages: Bool

    /// - Parameter wanted: rows that would be asked for, where that is known.
    init(_ call: EndpointCall, wanted: Int?) {
        self.call = call
        let isFew = call.filters.isEmpty && (wanted ?? .max) <= Endpoint.largestPage
        hasPages = call.endpoint.isPaged && !isFew && !call.namesParcels
    }
}

extension EndpointCall {
    /// Whether it asks for parcels by their numbers, of which one call takes fewer than a page holds.
    fileprivate var namesParcels: Bool {
        endpoint.parameters.contains { parameter in
            parameter.kind.element == .trackingNumber && parameter.fields.contains { arguments[$0] != nil }
        }
    }
}
