import Foundation
import Testing
import TrackingMore

@testable import TrackingMoreSimulator

/// Requests nobody would send: methods, paths, headers, bodies, types and numbers out of the ordinary.
/// `TMS_REQUESTS=100000` tries more, `TMS_SEED=7` others.
@Suite struct HostileRequestTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let count = environment["TMS_REQUESTS"].flatMap { Int($0) } ?? 10_000
    private static let seed = environment["TMS_SEED"].flatMap { UInt64($0) } ?? 1

    @Test func `ten thousand mutated requests are each answered in the form of the service`() async throws {
        let account = try Account()
        for point in Behaviour.switches.prefix(6) {
            try await account.sandbox.set(point.name, to: point.ways.last ?? "")
        }
        var mutant = Mutant(seed: HostileRequestTests.seed)
        var codes: [Int: Int] = [:]
        for index in 0..<HostileRequestTests.count {
            let request = mutant.request()
            let delivery = await account.sandbox.exchange(request)
            let response = try #require(delivery.response, "\(index): \(request)")
            #expect(delivery.failure == nil, "\(index): \(request)")
            if response.status == 204 { continue }
            let answer = try JSON(parsing: response.body)
            let code = try #require(answer["meta"]?["code"]?.integer, "\(index): \(request)")
            #expect(answer.object?.keys == ["meta", "data"] && answer["data"]?.isNull == false)
            #expect(code <= 201 || answer["data"] == [], "\(index): \(request)")
            #expect(
                code == 200 || code == 201 || Dialect.v2.refusals.contains { $0.code == code }, "\(code): \(request)")
            #expect(code != 500, "\(index): \(request)")
            codes[code, default: 0] += 1
        }
        // Mutants that all fail the same way would test nothing.
        for code in [200, 201, 4001, 4012, 4013, 4014, 4015, 404, 405] {
            #expect(codes[code] ?? 0 > 10, "\(code): \(codes)")
        }
    }

    @Test func `over a socket they are answered or hung up on, and the server goes on`() async throws {
        let server = try await SimulatorServer.start(try Sandbox())
        var mutant = Mutant(seed: HostileRequestTests.seed &+ 1)
        for index in 0..<HostileRequestTests.count / 20 {
            let client = try SocketClient(port: server.port)
            client.send(mutant.wire())
            client.finish()
            for answer in await client.responses(1) {
                #expect([200, 204, 400, 403, 404, 413].contains(answer.status), "\(index): \(answer.head)")
            }
        }
        let client = try SocketClient(port: server.port)
        client.send("GET /v2/trackings/getuserinfo HTTP/1.1\r\nHost: localhost\r\nTrackingmore-Api-Key: k\r\n\r\n")
        #expect(await client.responses(1).first?.body.contains("ops@example.com") == true)
        await server.stop()
    }
}

/// Makes requests by taking good ones apart.
private struct Mutant {
    private var dice: Dice

    init(seed: UInt64) { dice = Dice(seed) }

    private static let methods = [
        "GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE", "get", "", "X Y",
    ]
    private static let values: [JSON] = [
        nil, true, false, 0, 1, -1, "", " ", "0", "-1", "x", "300403513402", "RB555666772CN", "4px", "china-post", "us",
        "ZZ", "garbage", "2026-11-01", "2017/8/27 16:51", .number("9223372036854775807"),
        .number("-9223372036854775808"), .number("18446744073709551616"), .number("1e308"), .number("1e-308"),
        .number("0.5"), .string("9223372036854775807"), .string(String(repeating: "9", count: 400)),
        .string("\u{0}\u{1F}"), .string("☃️'\"\\/%"), .string("'; DROP TABLE parcel; --"), [], [[]], [1, nil, "x"],
        ["a": 1], ["tracking_number": "300403513402"], .string(String(repeating: "ab,", count: 200)), "172-28891936",
        "true", "delivered", "lost", 4, 7, 8, "4",
    ]
    private static let heads: [[(name: String, value: String)]] = [
        [("Trackingmore-Api-Key", "k")], [("Trackingmore-Api-Key", "k")], [("Trackingmore-Api-Key", "k")],
        [("TRACKINGMORE-API-KEY", "k"), ("Lang", "cn")], [("Trackingmore-Api-Key", "k"), ("Lang", "\u{7F}")], [],
        [("Tracking-Api-Key", "k")], [("Trackingmore-Api-Key", "")],
        [("Trackingmore-Api-Key", "k"), ("Trackingmore-Api-Key", "")], [("Trackingmore-Api-Key", "k"), ("Lang", "zz")],
    ]

    mutating func request() -> HTTPRequest {
        let endpoint = dice.pick(Dialect.v2.endpoints) ?? .account
        let method = dice.chance(800) ? endpoint.method.rawValue : dice.pick(Mutant.methods) ?? "GET"
        return HTTPRequest(
            method: method, url: address(of: endpoint), headers: dice.pick(Mutant.heads) ?? [], body: body(of: endpoint)
        )
    }

    /// The bytes of such a request on a connection, some of them wrong.
    mutating func wire() -> String {
        let request = request()
        let body = String(decoding: request.body, as: UTF8.self)
        var lines = [
            "\(request.method) \(request.url) HTTP/1.1", "Host: \(dice.chance(900) ? "localhost" : "evil.example")",
        ]
        lines += request.headers.map { "\($0.name): \($0.value)" }
        lines.append("Content-Length: \(dice.chance(900) ? body.utf8.count : dice.number(below: 200))")
        var text = lines.joined(separator: "\r\n") + "\r\n\r\n" + body
        if dice.chance(200), !text.isEmpty {
            let place = text.unicodeScalars.index(
                text.unicodeScalars.startIndex, offsetBy: dice.number(below: text.unicodeScalars.count))
            text.unicodeScalars.insert("\u{1}", at: place)
        }
        return text
    }

    private mutating func address(of endpoint: Endpoint) -> String {
        var path = endpoint.path.replacing("[/{lang}]", with: dice.pick(["", "/en", "/cn", "/%zz", "/"]) ?? "")
        while let start = path.firstIndex(of: "{"), let end = path.firstIndex(of: "}") {
            let isKnown = dice.chance(700)
            let known = path[start...end].contains("carrier") ? "4px" : "300403513402"
            let value = isKnown ? known : dice.pick(Mutant.values)?.text.map(PercentEncoding.encode) ?? "x"
            path.replaceSubrange(start...end, with: value)
        }
        if dice.chance(150) { path += dice.pick(["/", "/x", "//", "%", "%00", "?", "#", "/../x", ";a=b"]) ?? "" }
        var query: [String] = []
        for field in endpoint.parameters.flatMap(\.fields) where dice.chance(endpoint.method == .get ? 300 : 60) {
            let value = dice.pick(Mutant.values) ?? .null
            query.append("\(field)=\(PercentEncoding.encode(value.text ?? value.compact))")
        }
        if dice.chance(50) { query.append(dice.pick(["=", "&&", "%=%", "a=b=c", "page", "\u{1}=2"]) ?? "") }
        let version = dice.pick(["/v2", "/v2", "/v2", "/v2", "/v2", "/v2", "", "/v4", "http://x/v2", "//v2"]) ?? "/v2"
        return version + path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    private mutating func body(of endpoint: Endpoint) -> [UInt8] {
        if endpoint.payload == .none, dice.chance(800) { return [] }
        let text: String
        if case .array(let limit) = endpoint.payload {
            let count = dice.pick([0, 1, 2, 3, 40, 41, limit, limit + 1]) ?? 1
            var items: [JSON] = []
            for _ in 0..<count {
                items.append(dice.chance(930) ? .object(fields(endpoint)) : dice.pick(Mutant.values) ?? 1)
            }
            text = JSON.array(items).compact
        } else {
            text = JSON.object(fields(endpoint)).compact
        }
        guard dice.chance(150) else { return Array(text.utf8) }
        switch dice.number(below: 6) {
        case 0: return Array(text.utf8.dropLast(1 + dice.number(below: 9)))
        case 1: return Array((dice.pick(Mutant.values) ?? .null).compact.utf8)
        case 2: return [UInt8](repeating: UInt8(ascii: "["), count: 3000)
        case 3: return (0..<dice.number(below: 90)).map { _ in UInt8(truncatingIfNeeded: dice.next()) }
        case 4: return Array(text.utf8) + [0xFF, 0xFE]
        default: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        }
    }

    private mutating func fields(_ endpoint: Endpoint) -> JSONObject {
        var fields = JSONObject()
        for parameter in endpoint.parameters {
            for field in parameter.fields where parameter.isRequired ? dice.chance(950) : dice.chance(250) {
                fields.append(field, dice.chance(800) ? likely(parameter) : dice.pick(Mutant.values) ?? .null)
            }
        }
        if dice.chance(60) { fields.append(dice.pick(["", "x", "__proto__", "tracking_number"]) ?? "", 1) }
        return fields
    }

    private mutating func likely(_ parameter: Parameter) -> JSON {
        switch parameter.kind.element {
        case .trackingNumber: .string(dice.chance(500) ? "300403513402" : "NEW\(dice.number(below: 100_000))")
        case .carrier: "4px"
        case .country: "us"
        case .awb: "172-28891936"
        case .date: "2026/11/01 10:00"
        case .integer: JSON(dice.number(below: 5))
        case .choice(let choices): dice.pick(choices)?.wire ?? "x"
        default: "x1000"
        }
    }
}
