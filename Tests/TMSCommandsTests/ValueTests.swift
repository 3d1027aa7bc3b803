import TMSCommands
import TMSRuntime
import TMSSemantics
import TMSSyntax
import Testing
import TrackingMore

@Suite struct ValueTests {
    let environment = Environment.standard(now: { 1_764_666_000 })  // 2025-12-02 09:00 UTC

    @Test(arguments: [
        #"{"a":1,"unknown":null,"b":[1,2,{"c":"x"}],"d":""}"#, #"{"n":12345678901234567890,"m":1e3,"k":1.50,"z":0.1}"#,
        #"[true,false,null,"text",-0,0,1.5]"#, "[2.0,-0.0,1e+16,100.0]", #"{"a":1,"a":2}"#,
    ])
    func `JSON survives as values`(text: String) throws {
        var decoder = ValueDecoder()
        #expect(decoder.value(try JSON(parsing: text)).json.compact == text)
    }

    @Test func `rows of the same keys share one shape`() throws {
        var decoder = ValueDecoder()
        guard case .list(let list) = decoder.value(try JSON(parsing: #"[{"a":1},{"a":2},{"b":3}]"#)) else { return }
        let shapes = list.items.compactMap {
            if case .record(let record) = $0 { ObjectIdentifier(record.shape) } else { nil }
        }
        #expect(shapes.count == 3)
        #expect(shapes[0] == shapes[1] && shapes[1] != shapes[2])
    }

    func parcel(_ json: String) throws -> Record {
        let kind = try #require(Catalogue.standard.kinds["parcel"])
        var decoder = ValueDecoder(kind: kind)
        guard case .record(let record) = decoder.value(try JSON(parsing: json)) else { throw RequestError.nothing }
        return record
    }

    let events = #"{"trackinfo":[{"Date":"2025-11-30 14:02"},{"Date":"2025-11-23 10:08:00"}]}"#

    @Test func `silent and travelling are whole days from the events`() throws {
        let record = try parcel(#"{"status":"transit","origin_info":\#(events)}"#)
        #expect(record.value(of: "silent", environment).plainText == "1 day")
        #expect(record.value(of: "travelling", environment).plainText == "8 days")
    }

    @Test func `a delivered parcel stopped travelling when it arrived`() throws {
        let record = try parcel(#"{"status":"delivered","origin_info":\#(events)}"#)
        #expect(record.value(of: "travelling", environment).plainText == "7 days")
    }

    @Test func `where a parcel goes falls back to the name of the country`() throws {
        #expect(try parcel(#"{"destination_country":"United States"}"#).value(of: "to", environment).plainText == "us")
        #expect(
            try parcel(#"{"destination_code":"CA","destination_country":"United States"}"#)
                .value(of: "to", environment).plainText == "CA")
        #expect(try parcel(#"{"destination_country":""}"#).value(of: "to", environment).isEmpty)
    }

    @Test func `fields compare by what they are`() {
        func normal(_ text: String, _ kind: ValueKind) -> String {
            environment.normalize(.string(text), kind).plainText
        }
        #expect(normal("USPS", .carrier) == "usps")
        #expect(normal("United States", .country) == "us")
        #expect(normal("Out for delivery", .status) == "pickup")
        #expect(normal("anything", .text) == "anything")
    }

    @Test func `literals are checked with the nearest word`() {
        let validator = LiteralValidator(knowsCarrier: { $0 == "my-own" })
        #expect(validator.validate("usps", as: .carrier) == .valid)
        #expect(validator.validate("my-own", as: .carrier) == .valid)
        guard case .invalid(_, let carrier, _) = validator.validate(word: "china-pots", as: .carrier) else {
            Issue.record("china-pots passed")
            return
        }
        #expect(carrier == "china-post")
        #expect(
            validator.validate("tranist", as: .status)
                == .invalid(message: "`tranist` is not a status", suggestion: "transit")
        )
        #expect(validator.validate("2026-03-05", as: .date) == .valid)
        guard case .invalid(let message, _, _) = validator.validate("03/04/2026", as: .date) else {
            Issue.record("03/04/2026 passed")
            return
        }
        #expect(message.contains("2026-03-04") && message.contains("2026-04-03"))
    }
}
