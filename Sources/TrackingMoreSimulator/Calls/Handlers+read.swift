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
        let page = max(fields["page"]?.integer ?? 1, 1)
        let limit = min(max(fields["limit"]?.integer ?? 100, 1), Endpoint.largestPage)
        let filter = filter(call)
        let total = try session.parcels.count(filter)
        let (offset, overflows) = (page - 1).multipliedReportingOverflow(by: limit)
        let parcels =
            overflows || offset >= total ? [] : try session.parcels.page(filter, offset: offset, limit: limit)
        if parcels.isEmpty, session.behaviour.refusesEmptyLists { throw Refused(4031) }
        let answer = answer(.list, fields, session)
        return .success([
            "page": JSON(page), "limit": JSON(limit),
            "total": session.behaviour.totalIsText ? .string(String(total)) : JSON(total),
            "count": JSON(parcels.count), "items": .array(parcels.map(answer.json)),
        ])
    }

    @Sendable static func countByStatus(_ call: Call, _ session: inout Session) throws -> Reply {
        let counts = try session.parcels.countsByStatus(filter(call))
        return .success(.object(JSONObject(Status.allCases.map { ($0.rawValue, JSON(counts[$0] ?? 0)) })))
    }

    /// Answers from the account where the parcel is in it, else from the courier alone.
    @Sendable static func refreshTracking(_ call: Call, _ session: inout Session) throws -> Reply {
        let answer = answer(.realtime, call.fields, session)
        if let parcel = try session.parcels.find(call.fields.number, call.fields.carrier) {
            return .success(["items": [answer.json(parcel)]])
        }
        if session.behaviour.refreshAddsParcels {
            return .success(["items": [answer.json(try add(call.fields, .createTracking, &session))]])
        }
        var parcel = newParcel(call.fields, session)
        // A parcel that is under way already, since nobody asks the courier before it is handed in.
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
            seed: session.account.seed, now: session.now, language: fields["lang"]?.text, form: form,
            behaviour: session.behaviour)
    }

    private static func filter(_ call: Call) -> ParcelFilter {
        let fields = call.fields
        func span(_ min: String, _ max: String) -> ParcelFilter.Span {
            ParcelFilter.Span(min: fields[min]?.integer, max: fields[max]?.integer)
        }
        var filter = ParcelFilter()
        filter.status = Status(rawValue: texts("status", call).first ?? "")
        filter.created = span("created_at_min", "created_at_max")
        filter.updated = span("update_time_min", "update_time_max")
        filter.ordered = span("order_created_time_min", "order_created_time_max")
        filter.numbers = texts("numbers", call).nilIfEmpty
        filter.orders = texts("orders", call).nilIfEmpty
        filter.archived = ["true": true, "false": false][fields.text("archived")]
        return filter
    }

    /// A list that came as an array or with commas, cut to what the call takes.
    private static func texts(_ field: String, _ call: Call) -> [String] {
        guard let value = call.fields[field] else { return [] }
        let texts =
            value.array?.compactMap(\.text) ?? value.text?.split(separator: ",").map { String($0.trimmed) } ?? []
        guard case .list(_, let max?) = call.endpoint.parameter(field)?.kind else { return texts }
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
