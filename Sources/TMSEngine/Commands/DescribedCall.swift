import TMSCommands
import TrackingMore

/// A call that is told and not made.
struct DescribedCall {
    let call: EndpointCall
    /// Whether it may take more than one page, so that only the account knows how many calls it comes to.
    let hasPages: Bool
    /// Whether the account would be asked first who carries the parcel.
    let asksForCarrier: Bool
    /// Whether the parcel would be read first, so that it can be taken back.
    let isReadBefore: Bool

    /// - Parameters:
    ///   - wanted: rows that would be asked for, where that is known.
    ///   - carriers: those that the session knows the number to be tracked with.
    ///   - keepsImages: what a parcel is before a write is read and written down.
    init(_ call: EndpointCall, wanted: Int?, carriers: [String], keepsImages: Bool) {
        let isFew = call.filters.isEmpty && (wanted ?? .max) <= call.dialect.largestPage
        hasPages = call.verb.isPaged && !isFew && !call.namesParcels
        var described = call
        if call.lacksCarrier, !call.bulkNeedsNoCarrier, carriers.count == 1 { described.carrier = carriers[0] }
        if call.verb.isPaged {
            let limit = ListingSource.firstLimit(of: [call], wanted: wanted, largest: call.dialect.largestPage)
            described = described.page(of: PageCursor(limit: limit))
        }
        self.call = described
        isReadBefore = keepsImages && call.changesWhatIsThere
        asksForCarrier = described.lacksCarrier && !described.bulkNeedsNoCarrier && carriers.isEmpty
    }
}

extension EndpointCall {
    /// Whether it changes or deletes a parcel that the account holds.
    var changesWhatIsThere: Bool {
        switch endpoint.effect {
        case .update, .delete: number != nil
        case .create, .read, .lookup: false
        }
    }

    /// Whether it asks for parcels by their numbers, of which one call takes fewer than a page holds.
    fileprivate var namesParcels: Bool {
        endpoint.parameters.contains { parameter in
            parameter.kind.element == .trackingNumber && parameter.fields.contains { arguments[$0] != nil }
        }
    }
}
