extension Behaviour {
    /// A contested point by its name: what it is about, and the ways it can be set, the default first.
    public struct Switch: Sendable {
        public let name: String
        public let summary: String
        public let ways: [String]
        fileprivate let read: @Sendable (Behaviour) -> String
        fileprivate let write: @Sendable (inout Behaviour, String) -> Void
    }

    /// Every contested point, in the order of the reference.
    public static let switches: [Switch] = [
        .init("missing-on-read", \.missingOnRead, [4031, 4017], "What reading a number answers that is not there."),
        .init("created-one", \.createdOne, [200, 201], "What creating one parcel answers."),
        .init("created-some", \.createdSome, [201, 200], "What creating several answers when one was added."),
        .init(
            "long-arrays", \.refusesLongArrays, "refuse", "cut",
            "Whether an array beyond its limit is refused, or its beginning taken."),
        .init(
            "empty-list", \.refusesEmptyLists, "4031", "200", "What a list without rows answers."),
        .init(
            "out-of-range", \.refusesOutOfRange, "refuse", "clamp",
            "Whether a page, a limit or too many numbers are refused, or the nearest taken."),
        .init("update-counter", \.updateCounter, ["update", "change", "updated"], "What a bulk edit calls its count."),
        .init(
            "bulk-elements", \.bulkNamesCarrier, "carrier", "number",
            "Whether bulk answers name the carrier or the number alone."),
        .init("transit-times", \.transitTimesAreArray, "array", "object", "What holds the transit times."),
        .init(
            "transit-shares", \.sharesAreFractions, "fractions", "percent", "Whether shares are parts of 1 or of 100."),
        .init("refresh-adds", \.refreshAddsParcels, "yes", "no", "Whether a refresh adds a number that is not there."),
        .init("total", \.totalIsText, "text", "number", "How the total of a list is written."),
        .init("email-on-read", \.emailIsArrayOnRead, "array", "text", "How reading one parcel writes the address."),
        .init("shortest-number", \.shortestNumber, [5, 1, 4, 6, 8], "The fewest characters of a number."),
        .init(
            "eventless-origin", \.originIsAlwaysThere, "filled", "null", "The origin leg of a parcel without events."),
        .init(
            "http-status", \.statusIsAlways200, "200", "code", "Whether HTTP status is 200 whatever the meta code."),
        .init("order", \.newestFirst, "newest", "oldest", "Which parcels a list begins with."),
        .init(
            "marked-delivered", \.markingDeliveredStopsRefresh, "stops", "goes-on",
            "Whether marking a parcel delivered ends its refreshes."),
        .init("undetected", \.refusesUndetected, "4032", "200", "What detection answers where it finds nothing."),
        .init(
            "batch-errors", \.batchAlwaysHasErrors, "always", "some", "Whether errors stand there when there are none."),
        .init("carriers-meta", \.carriersMetaIsBare, "bare", "full", "What the meta of the carriers holds."),
        .init("slashes", \.escapesSlashes, "escaped", "plain", "How a slash is written."),
        .init(
            "unknown-carriers", \.knownCarriersOnly, "refuse", "accept",
            "Whether a carrier outside the catalogue is refused."),
        .init(
            "bad-values", \.refusesBadValues, "refuse", "drop",
            "Whether a date, number or country that cannot be read is refused, or left out."),
        .init(
            "eventless-destination", \.emptyDestination, Behaviour.EmptyDestination.allCases,
            "The destination leg of a parcel without events there."),
        .init("item-nodes", \.itemNodes, Behaviour.ItemNodes.allCases, "Which events name their milestone."),
        .init("get-for-post", \.takesGetForPost, "accept", "refuse", "Whether GET stands for POST."),
        .init(
            "post-for-put", \.takesPostForPut, "edit", "refuse",
            "Whether POST to a parcel's path edits it, as PUT does."),
        .init("empty-on-edit", \.emptyClearsOnEdit, "clears", "ignored", "What an empty text does in an edit."),
    ]
}

extension Behaviour {
    public subscript(point: Switch) -> String { point.read(self) }

    /// Sets a point by name; false where there is no such point, or no such way.
    mutating func set(_ name: String, _ way: String) -> Bool {
        guard let point = Behaviour.switches.first(where: { $0.name == name }), point.ways.contains(way) else {
            return false
        }
        point.write(&self, way)
        return true
    }
}

extension Behaviour.Switch {
    /// A point with two ways, the first where it is true; the one a new behaviour has is listed first.
    fileprivate init(
        _ name: String, _ path: any WritableKeyPath<Behaviour, Bool> & Sendable, _ yes: String, _ no: String,
        _ summary: String
    ) {
        self.name = name
        self.summary = summary
        ways = Behaviour()[keyPath: path] ? [yes, no] : [no, yes]
        read = { $0[keyPath: path] ? yes : no }
        write = { $0[keyPath: path] = $1 == yes }
    }

    fileprivate init<T: LosslessStringConvertible & Sendable>(
        _ name: String, _ path: any WritableKeyPath<Behaviour, T> & Sendable, _ ways: [T], _ summary: String
    ) {
        self.name = name
        self.summary = summary
        self.ways = ways.map(\.description)
        read = { $0[keyPath: path].description }
        write = { behaviour, way in
            if let value = T(way) { behaviour[keyPath: path] = value }
        }
    }
}
