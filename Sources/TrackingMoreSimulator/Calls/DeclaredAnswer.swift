import TMSBase
import TrackingMore

/// Answers a call from its declaration alone: takes its price, looks the parcel up that it is about, and gives each
/// declared field what the request or the parcel has for it, else a value of its kind drawn from the account's seed.
struct DeclaredAnswer {
    private let call: Call
    private let endpoint: Endpoint
    /// Where the answer to several items says what became of each; nil where nothing is declared.
    private let lists: (wrapper: String?, failed: String?)?

    init(_ call: Call, in catalogue: [Endpoint]) {
        self.call = call
        endpoint = call.endpoint
        let bulk = catalogue.lazy.compactMap(\.bulk).first { $0.endpoint == call.endpoint.id }
        if case .lists(_, let wrapper, let failed)? = bulk?.answer {
            lists = (wrapper, failed)
        } else {
            lists = nil
        }
    }

    func reply(_ session: inout Session) throws -> Reply {
        guard case .array = endpoint.payload else {
            let row = try row(call.fields, &session)
            return .success(data([row], errors: [], items: 1))
        }
        var rows: [JSONObject] = []
        var errors: [JSON] = []
        for item in call.items {
            do {
                if let refused = item.refused { throw refused }
                rows.append(try row(item.fields, &session))
            } catch let refused as Refused {
                errors.append(Handlers.error(item.fields, refused))
            }
        }
        return .success(data(rows, errors: errors, items: call.items.count))
    }

    private func data(_ rows: [JSONObject], errors: [JSON], items: Int) -> JSON {
        let wrapped = rows.map { row -> JSON in lists?.wrapper.map { .object([$0: .object(row)]) } ?? .object(row) }
        switch endpoint.returns.rows {
        case .nothing: return []
        case .data: return wrapped.first ?? []
        case .array: return .array(wrapped)
        case .map(let key): return .object(JSONObject(rows.map { ($0.text(key), .object($0)) }))
        case .member(let name):
            var data: JSONObject = ["submitted": JSON(items), name: .array(wrapped)]
            if !errors.isEmpty { data.append(lists?.failed ?? "errors", .array(errors)) }
            return .object(data)
        }
    }

    private func row(_ fields: JSONObject, _ session: inout Session) throws -> JSONObject {
        let held = try parcel(fields, session)
        try session.pay(endpoint)
        let sample = Sample(seed: session.account.seed, about: endpoint.id + fields.number, now: session.now)
        return sample.record(endpoint.returns.schema) { fields[$0] ?? held?[$0] }
    }

    /// What the account holds of the parcel a call is about; nil where it is about none, or about one to be added.
    private func parcel(_ fields: JSONObject, _ session: Session) throws -> JSONObject? {
        guard endpoint.effect != .create, endpoint.effect != .lookup, endpoint.parameter("tracking_number") != nil,
            endpoint.parameter("carrier_code") != nil
        else { return nil }
        guard let parcel = try session.parcels.find(fields.number, fields.carrier) else {
            let missing = endpoint.refusals.first { Dialect.v2.refusal($0.code).isNotThere }
            throw Refused(missing?.code ?? session.behaviour.missingOnRead)
        }
        let answer = TrackingAnswer(
            seed: session.account.seed, now: session.now, request: fields, form: .list, behaviour: session.behaviour)
        var held = answer.json(parcel).object ?? JSONObject()
        for (field, value) in parcel.details where held[field] == nil { held.append(field, value) }
        return held
    }
}

/// Values of a kind, the same for the same seed and the same subject.
private struct Sample {
    private let seed: UInt64
    private let now: Int

    init(seed: UInt64, about subject: String, now: Int) {
        self.seed = stableHash(seed, subject)
        self.now = now
    }

    /// A record with every field of the schema, those that are known as they are.
    func record(_ schema: RecordSchema, known: (String) -> JSON? = { _ in nil }) -> JSONObject {
        JSONObject(schema.fields.map { field in (field.wire, known(field.wire) ?? value(field.kind, field.wire)) })
    }

    private func value(_ kind: Kind, _ field: String) -> JSON {
        var dice = Dice(stableHash(seed, field))
        switch kind {
        case .integer, .days: return JSON(dice.number(in: 1...60))
        case .decimal: return .number("0.\(dice.number(in: 10...99))")
        case .boolean: return .bool(dice.chance(500))
        case .status: return .string((dice.pick(Status.allCases) ?? .pending).rawValue)
        case .substatus: return .string(dice.pick(Substatus.all)?.code ?? "")
        case .carrier: return .string(dice.pick(KnownParcel.all)?.carrier ?? "")
        case .trackingNumber: return .string(dice.pick(KnownParcel.all)?.number ?? "")
        case .country: return .string(dice.pick(Region.all)?.code ?? "")
        case .postcode: return .string(String(dice.number(in: 10_000...99_999)))
        case .orderID: return .string("#\(dice.number(in: 1000...9999))")
        case .date(let form): return moment(form, &dice)
        case .dateRange: return moment(.unixSeconds, &dice)
        case .choice(let choices): return dice.pick(choices)?.wire ?? .null
        case .list(let element, _): return [value(element, field)]
        case .record(let schema): return .object(record(schema))
        case .map(let schema): return .object([field: .object(record(schema))])
        default: return .string(kind.example ?? "\(field) \(dice.number(in: 1...99))")
        }
    }

    /// Some time of the last month, on the service's clock.
    private func moment(_ form: DateForm, _ dice: inout Dice) -> JSON {
        let seconds = now - dice.number(below: 30 * 86400)
        return CivilTime(secondsSinceEpoch: seconds, offset: Timestamps.serviceOffset)
            .map { form.wire($0, offset: Timestamps.serviceOffset) } ?? .null
    }
}
