import TrackingMore

extension Handlers {
    @Sendable static func getTracking(_ call: Call, _ session: inout Session) throws -> Reply {
        guard let parcel = try session.parcels.find(call.fields.number, call.fields.carrier) else {
            throw Refused(session.behaviour.missingOnRead)
        }
        return .success(answer(.single, call.fields, session).json(parcel))
    }

    @Sendable static func listTrackings(_ call: Call, _ session: inout Session) throws -> Reply {
        let fields = call.fields
        let page = try number("page", 1, in: 1...Int.max, call, session)
        let limit = try number("limit", 100, in: 1...Dialect.v2.largestPage, call, session)
        let (offset, overflows) = (page - 1).multipliedReportingOverflow(by: limit)
        let (parcels, total) = try session.parcels.page(
            try filter(call, session), offset: overflows ? .max : offset, limit: limit,
            Paging(newestFirst: session.behaviour.newestFirst, bookmarks: session.bookmarks))
        if parcels.isEmpty, session.behaviour.refusesEmptyLists { throw Refused(4031) }
        let answer = answer(.list, fields, session)
        return .success([
            "page": JSON(page), "limit": JSON(limit),
            "total": session.behaviour.totalIsText ? .string(String(total)) : JSON(total),
            "count": JSON(parcels.count), "items": .array(parcels.map(answer.json)),
        ])
    }

    @Sendable static func countByStatus(_ call: Call, _ session: inout Session) throws -> Reply {
        let counts = try session.parcels.countsByStatus(filter(call, session))
        return .success(.object(JSONObject(Status.allCases.map { ($0.rawValue, JSON(counts[$0] ?? 0)) })))
    }

    /// Answers from the account where the parcel is in it, else from the carrier alone.
    @Sendable static func refreshTracking(_ call: Call, _ session: inout Session) throws -> Reply {
        let answer = answer(.realtime, call.fields, session)
        if let parcel = try session.parcels.find(call.fields.number, call.fields.carrier) {
            return .success(["items": [answer.json(parcel)]])
        }
        if session.behaviour.refreshAddsParcels {
            return .success(["items": [answer.json(try add(call.fields, .createTracking, &session))]])
        }
        var parcel = newParcel(call.fields, session)
        // A parcel that is under way already, since nobody asks the carrier before it is handed in.
        let age = Int(parcel.itinerary.chance % 20) * 86400
        parcel.created -= age
        parcel.itinerary = Itinerary.drawn(
            seed: session.account.seed, number: parcel.number, carrier: parcel.carrier,
            destination: parcel.statedDestination, now: parcel.created)
        return .success(["items": [answer.json(parcel)]])
    }

    private static func answer(
        _ form: TrackingAnswer.Form, _ fields: JSONObject, _ session: Session
    ) -> TrackingAnswer {
        TrackingAnswer(
            seed: session.account.seed, now: session.now, request: fields, form: form,
            behaviour: session.behaviour)
    }

    /// A number of the call, the nearest in its range where it lies outside.
    private static func number(
        _ field: String, _ usual: Int, in range: ClosedRange<Int>, _ call: Call, _ session: Session
    ) throws(Refused) -> Int {
        let number = call.fields[field]?.wholeNumber ?? usual
        if session.behaviour.refusesOutOfRange, !range.contains(number) { throw Refused(4012) }
        return min(max(number, range.lowerBound), range.upperBound)
    }

    private static func filter(_ call: Call, _ session: Session) throws(Refused) -> ParcelFilter {
        let fields = call.fields
        let window = TimeWindow(now: session.now, machineTime: session.machineTime)
        func span(_ min: String, _ max: String) -> ParcelFilter.Span {
            window.span(min: fields[min]?.wholeNumber, max: fields[max]?.wholeNumber)
        }
        var filter = ParcelFilter()
        filter.status = Status(rawValue: try texts("status", call, session).first ?? "")
        filter.created = span("created_at_min", "created_at_max")
        filter.updated = span("update_time_min", "update_time_max")
        filter.ordered = span("order_created_time_min", "order_created_time_max")
        filter.numbers = try texts("numbers", call, session).nilIfEmpty
        filter.orders = try texts("orders", call, session).nilIfEmpty
        filter.archived = ["true": true, "false": false][fields.text("archived")]
        return filter
    }

    /// A list that came as an array or with commas, cut to what the call takes.
    private static func texts(_ field: String, _ call: Call, _ session: Session) throws(Refused) -> [String] {
        guard let value = call.fields[field] else { return [] }
        let texts =
            value.array?.compactMap(\.text) ?? value.text?.split(separator: ",").map { String($0.trimmed) } ?? []
        guard case .list(_, let max?) = call.endpoint.parameter(field)?.kind else { return texts }
        if session.behaviour.refusesOutOfRange, texts.count > max { throw Refused(4012) }
        return Array(texts.prefix(max))
    }
}

extension [String] {
    fileprivate var nilIfEmpty: [String]? { isEmpty ? nil : self }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var text = drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        return text
    }
}
