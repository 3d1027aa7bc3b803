import Testing
import TrackingMore

@testable import TrackingMoreSimulator

@Suite struct LawTests {
    @Test func `every handler belongs to a declared call`() {
        #expect(Set(Handlers.all.keys).isSubset(of: Dialect.v2.endpoints.map(\.id)))
    }

    @Test func `a path of every call leads back to it`() throws {
        for endpoint in Dialect.v2.endpoints {
            let path = endpoint.path.replacing("[/{lang}]", with: "/en").replacing("{carrier_code}", with: "4px")
                .replacing("{tracking_number}", with: "300403513402")
            let target = try #require(RequestTarget("/v2\(path)"))
            let found = try Routes(Dialect.v2.endpoints).find(endpoint.method.rawValue, target.segments)
            #expect(found.endpoint.id == endpoint.id && found.tolerance == nil)
        }
    }

    @Test func `what lacks a required parameter is refused by every call`() async throws {
        let account = try Account()
        for endpoint in Dialect.v2.endpoints {
            for left in endpoint.parameters where left.isRequired && endpoint.place(of: left) == .body {
                var fields = LawTests.sample(endpoint)
                fields.remove(left.field)
                let body: JSON = if case .array = endpoint.payload { [.object(fields)] } else { .object(fields) }
                let answer = try await account.call("\(endpoint.method.rawValue) \(endpoint.path)", body.compact)
                let errors = answer["data"]?["errors"]?.array?.count ?? 0
                let changed = ["update", "delete", "change", "added"].compactMap { answer["data"]?[$0]?.integer }
                #expect(
                    answer["meta"]?["code"]?.integer ?? 0 > 201 || errors == 1 || changed == [0],
                    "\(endpoint.id) without \(left.field)")
            }
        }
    }

    /// Without handlers the sandbox answers from the declarations alone.
    @Test(arguments: [true, false])
    func `what the client builds, the sandbox accepts, and answers with declared fields only`(
        hasHandlers: Bool
    ) async throws {
        var configuration = Sandbox.Configuration()
        if !hasHandlers { configuration.handlers = [:] }
        let sandbox = try Sandbox(at: nil, configuration)
        let client = Client(dialect: .v2, transport: SimulatorTransport(sandbox)) { Secret("key") }
        // Deletes come last in this order, so that the parcel is there for the rest.
        let order = Dialect.v2.endpoints.sorted { $0.effect != .delete && $1.effect == .delete }
        for endpoint in order {
            var fields = LawTests.sample(endpoint)
            // Only a handler gives a parcel another carrier, and takes it out of the account.
            if !hasHandlers, fields["carrier_code"] != nil { fields["carrier_code"] = "4px" }
            let request: APIRequest
            if case .array = endpoint.payload {
                let body = fields.filter { endpoint.parameter($0.key) != nil }
                request = APIRequest(
                    endpoint: endpoint.id, method: endpoint.method, path: endpoint.path,
                    body: [.object(JSONObject(body.map { ($0.key, $0.value) }))])
            } else {
                request = try endpoint.request(fields)
            }
            let answer = try await client.send(request)
            let hasRows = !LawTests.rows(endpoint.returns, answer.data).isEmpty
            if !hasHandlers { #expect(hasRows || endpoint.returns.rows == .nothing, "\(endpoint.id) answers no row") }
            for row in LawTests.rows(endpoint.returns, answer.data) {
                LawTests.check(row, endpoint.returns.schema, endpoint.id)
            }
        }
    }

    @Test func `every field declared for a parcel's list is spelled as the sandbox spells it`() async throws {
        for parcel in try await Account().data("GET /trackings/get?limit=2000").items {
            LawTests.check(parcel, .tracking, "list")
        }
    }

    /// A value for every required parameter; creates get a number that is new.
    private static func sample(_ endpoint: Endpoint) -> JSONObject {
        var fields = JSONObject()
        for parameter in endpoint.parameters where parameter.isRequired {
            fields.append(parameter.field, value(parameter, endpoint))
        }
        return fields
    }

    private static func value(_ parameter: Parameter, _ endpoint: Endpoint) -> JSON {
        switch parameter.kind.element {
        case .trackingNumber:
            endpoint.effect == .create ? .string("NEW\(endpoint.id)") : "300403513402"
        case .carrier:
            parameter.field == "update_carrier_code" ? "usps" : endpoint.id == "deleteTracking" ? "usps" : "4px"
        case .country: "us"
        case .awb: "172-28891936"
        default: "1000001"
        }
    }

    private static func rows(_ returns: Returns, _ data: JSON) -> [JSON] {
        switch returns.rows {
        case .data: [data]
        case .array: data.array ?? []
        case .member(let name):
            (data[name]?.array ?? []).map { $0["meta"] ?? $0 }
        case .map: data.object.map { Array($0.values) } ?? []
        case .nothing: []
        }
    }

    private static func check(_ row: JSON, _ schema: RecordSchema, _ place: String) {
        for (key, value) in row.object ?? JSONObject() {
            guard let field = schema.field(key), field.wire == key else {
                Issue.record("\(place): \(schema.name) has no field \(key)")
                continue
            }
            switch field.kind {
            case .record(let inner): check(value, inner, place)
            case .map(let inner): for member in value.object?.values ?? [] { check(member, inner, place) }
            case .list(.record(let inner), _): for item in value.array ?? [] { check(item, inner, place) }
            default: break
            }
        }
    }
}
