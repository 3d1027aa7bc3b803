import Foundation
import TMSTestSupport
import Testing

/// What real answers hold that no page promises: each is read, shown to people, and written to JSON without loss.
@Suite struct OddityTests {
    private static let plain: [(String, String)] = [
        ("id", #""aa00bb11cc22dd33ee44ff5566778899""#), ("tracking_number", #""RR555666777CN""#),
        ("carrier_code", #""china-post""#), ("status", #""transit""#), ("track_update", "true"),
        ("created_at", #""2019-06-01T08:00:00+08:00""#), ("updated_at", #""2019-06-08T10:00:00+08:00""#),
        ("order_create_time", "null"), ("customer_email", #""""#), ("title", #""""#), ("order_id", "null"),
        ("archived", "false"), ("original_country", #""China""#), ("destination_country", #""United States""#),
        ("itemTimeLength", "7"), ("stayTimeLength", "2"), ("origin_info", leg), ("lastEvent", #""Left the airport""#),
        ("lastUpdateTime", #""2019-06-06 21:05:00""#),
    ]

    private static let leg = """
        {"ReferenceNumber":null,"ItemReceived":"2019-06-01 11:10:00","weblink":"http://www.example.test/","phone":"11183",\
        "carrier_code":"china-post","trackinfo":[{"Date":"2019-06-06 21:05:00","StatusDescription":"Left the airport",\
        "Details":"Shanghai","checkpoint_status":"transit","substatus":"transit001","ItemNode":"DepartfromAirport"},\
        {"Date":"2019-06-01 11:10","StatusDescription":"Accepted","Details":"","checkpoint_status":"transit"}]}
        """

    /// A tracking with some keys changed; without those that become `nil`.
    private static func tracking(_ changes: (String, String?)...) -> String {
        var fields = plain
        for (key, value) in changes {
            fields.removeAll { $0.0 == key }
            if let value { fields.append((key, value)) }
        }
        return "{" + fields.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
    }

    /// Name of the oddity, the item, and what a card of it says beside its number.
    static let items: [(name: String, item: String, shown: String)] = [
        ("as documented", tracking(), "Left the airport"),
        ("an e-mail address in an array", tracking(("customer_email", #"["a.buyer@example.test"]"#)), "RR5"),
        ("an e-mail address that is null", tracking(("customer_email", "null")), "RR5"),
        ("an order time of 0", tracking(("order_create_time", "0")), "RR5"),
        ("an order time with dashes", tracking(("order_create_time", #""2018-04-01 10:08""#)), "RR5"),
        ("an order time with slashes", tracking(("order_create_time", #""2018/4/1 10:08""#)), "RR5"),
        ("the text null", tracking(("customer_name", #""null""#), ("order_id", #""null""#)), "RR5"),
        ("no refresh yet", tracking(("updated_at", "null")), "RR5"),
        ("neither created nor refreshed", tracking(("created_at", nil), ("updated_at", nil)), "RR5"),
        ("no destination country", tracking(("destination_country", nil)), "China Post"),
        ("a country of two names", tracking(("original_country", #""Hong Kong [CN]""#)), "RR5"),
        ("no country", tracking(("original_country", #""""#)), "RR5"),
        (
            "a second leg of nulls",
            tracking(("destination_info", #"{"weblink":null,"phone":null,"carrier_code":null,"trackinfo":null}"#)),
            "Left the airport"
        ),
        (
            "a second leg with the news",
            tracking(
                (
                    "destination_info",
                    #"{"carrier_code":"usps","trackinfo":[{"Date":"2019-06-09 08:00","StatusDescription":"Arrived","Details":"Miami"}]}"#
                )), "Miami"
        ),
        (
            "no events",
            tracking(("origin_info", #"{"carrier_code":"china-post","trackinfo":null}"#), ("lastEvent", "null")),
            "RR5"
        ),
        ("a leg that is an empty array", tracking(("origin_info", "[]"), ("lastEvent", "null")), "RR5"),
        ("a substatus with a space", tracking(("substatus", #""not found001""#)), "RR5"),
        ("a status nobody listed", tracking(("status", #""inforeceived""#)), "inforeceived"),
        ("no status", tracking(("status", nil)), "RR5"),
        ("a recipient, spelt as the service does", tracking(("singed_by", #""J. Doe""#)), "RR5"),
        ("keys nobody knows", tracking(("zz_new", #"{"deep":[1,{"x":null}],"n":12345678901234567890}"#)), "RR5"),
        ("slashes that are escaped", tracking(("title", #""a\/b""#)), "a/b"),
        ("letters that are escaped", tracking(("title", #""\u6302\u53f7 \ud83d\udce6""#)), "挂号"),
        ("a number where text is documented", tracking(("order_id", "7001")), "7001"),
        ("a number beyond any integer", tracking(("order_id", "123456789012345678901234567890")), "RR5"),
        ("days in transit that are null", tracking(("itemTimeLength", "null"), ("stayTimeLength", "null")), "RR5"),
        ("a flag as text", tracking(("archived", #""true""#)), "RR5"),
    ]

    private static func envelope(_ data: String, meta: String = #"{"code":200,"type":"Success","message":"Success"}"#)
        -> String
    {
        #"{"meta":\#(meta),"data":\#(data)}"#
    }

    private func run(_ line: String, answering answer: String, _ options: String...) throws -> Program.Result {
        let program = Program()
        defer { program.remove() }
        let server = try #require(RecordingServer { _ in .json(answer) })
        return program.run(
            arguments: ["--base-url", server.baseURL, "--no-before-images"] + options + ["-c", line],
            variables: ["TRACKINGMORE_API_KEY": "0f2c4a6e-1234"])
    }

    private func object(_ text: String) throws -> NSObject {
        try #require(
            JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed) as? NSObject)
    }

    @Test func `every oddity reaches JSON whole, in its order`() throws {
        let list = Self.items.map(\.item).joined(separator: ",")
        let answer = Self.envelope(
            #"{"page":1,"limit":100,"total":"\#(Self.items.count)","count":\#(Self.items.count),"items":[\#(list)]}"#)
        let result = try run("list", answering: answer, "--format", "jsonl")
        #expect(result.status == 0, "\(result.errors)")
        let lines = result.output.split(separator: "\n").map(String.init)
        try #require(lines.count == Self.items.count)
        for ((name, item, _), line) in zip(Self.items, lines) {
            // Reads are put in one form: the one address of an array is an address like any other.
            let item = item.replacing(#"["a.buyer@example.test"]"#, with: #""a.buyer@example.test""#)
            #expect(try object(line) == object(item), "\(name): \(line)")
            // The text of numbers survives, and the order of keys.
            let plain = item.replacing(#"\/"#, with: "/").replacing(#"\u6302\u53f7 \ud83d\udce6"#, with: "挂号 📦")
            #expect(line == plain, "\(name)")
        }
    }

    @Test(arguments: items.indices)
    func `every oddity is shown`(place: Int) throws {
        let (name, item, shown) = Self.items[place]
        let result = try run("show RR555666777CN via china-post", answering: Self.envelope(item), "--format", "card")
        #expect(result.status == 0, "\(name): \(result.errors)")
        #expect(result.output.contains("RR555666777CN") && result.output.contains(shown), "\(name): \(result.output)")
    }

    @Test func `a field nobody knows is read by its name in brackets`() throws {
        let item = Self.tracking(("zz_new", #"{"n":12345678901234567890}"#), ("order_create_time", "0"))
        let line = #"let p = show RR555666777CN via china-post; print $p["zz_new"].n, $p["zz_other"] is empty"#
        let result = try run(line, answering: Self.envelope(item))
        #expect(result.output == "12345678901234567890 true\n", "\(result.errors)")
        let columns = try run(
            "show RR555666777CN via china-post | where $it[\"zz_new\"].n is 1", answering: Self.envelope(item))
        #expect(columns.status == 0, "\(columns.errors)")
    }

    @Test func `no time of order is empty to every operator, and JSON keeps its 0`() throws {
        let answer = Self.envelope(Self.tracking(("order_create_time", "0")))
        let line = """
            let p = show RR555666777CN via china-post
            print $p.ordered is empty, $p.ordered before today, $p.ordered ?? "never"
            """
        #expect(try run(line, answering: answer).output == "true false never\n")
        let json = try run("show RR555666777CN via china-post", answering: answer, "--format", "jsonl")
        #expect(json.output.contains(#""order_create_time":0}"#))
    }

    @Test(arguments: [#""3""#, "3"])
    func `a total may be text or a number`(total: String) throws {
        let answer = Self.envelope(#"{"page":1,"limit":100,"total":\#(total),"items":[\#(Self.tracking())]}"#)
        #expect(try run("list | count", answering: answer).status == 0)
    }

    @Test func `a list of nothing may be an empty array`() throws {
        let result = try run("list | count", answering: Self.envelope("[]"))
        #expect(result.output == "0\n", "\(result.errors)")
    }

    @Test(arguments: [
        #"{"code":200}"#, #"{"code":201,"type":"Created"}"#, #"{"code":200,"message":"The request was successful."}"#,
    ])
    func `an answer may lack type and message`(meta: String) throws {
        let result = try run("show RR555666777CN via china-post", answering: Self.envelope(Self.tracking(), meta: meta))
        #expect(result.status == 0, "\(result.errors)")
    }

    @Test func `a phone number without quotes is a calm error that says what came`() throws {
        let answer = Self.envelope(
            #"{"email":"ops@example.test","regtime":"1469097290","phone":+8613500000000,"money":12}"#)
        let result = try run("account", answering: answer)
        #expect(result.status == 0 ? result.output.contains("8613500000000") : result.errors.contains("JSON"))
    }

    @Test(arguments: [
        (
            "delete RR100200300SG, RR100200301SG via singapore-post",
            #"{"submitted":2,"delete":2,"trackings":[{"meta":{"tracking_number":"RR100200300SG"}},{"meta":{"tracking_number":"RR100200301SG"}}]}"#,
            "RR100200301SG"
        ),
        (
            "stop updating RR100200300SG via singapore-post",
            #"{"submitted":1,"change":1,"trackings":[{"tracking_number":"RR100200300SG"}]}"#, "RR100200300SG"
        ),
        ("refresh RR555666777CN via china-post", #"{"items":[\#(tracking())]}"#, "Left the airport"),
        ("change carrier of LK000000000CN from china-ems to usps", #"{"Usertag":""}"#, "LK000000000CN"),
        (
            "remote area jp 1000001",
            #"{"submitted":1,"other":[],"remote":[{"far_express_company":"ups","two_code":"JP","far_country":"Japan","far_city_postcode":"1000001"}]}"#,
            "Japan"
        ),
        (
            "transit time via dhl from cn to us",
            #"[{"carrier_code":"dhl","original":"CN","destination":"US","total":1000,"delivered":940,"range1":0.71,"range3":0.18}]"#,
            "940"
        ),
        (
            "air 172-00000001",
            #"{"172-00000001":{"return_data":{"weight":"120K","piece":"4","origin":"HKG","destination":"LUX","status_number":4,"last_event":"Delivered","track_info":[],"flight_info":[]},"airline_info":{"name":"Cargo Air"}}}"#,
            "Cargo Air"
        ),
        (
            "carriers",
            #"[{"name":"DHL","code":"dhl","phone":"","homepage":"//www.dhl.com/","type":"express","name_cn":"DHL快递"}]"#,
            "DHL"
        ),
        ("detect RR100200300SG", #"[{"name":"Singapore Post","code":"singapore-post"}]"#, "Singapore Post"),
        (
            "count by status",
            #"{"pending":1,"notfound":0,"transit":3,"pickup":1,"delivered":9,"undelivered":0,"exception":1,"expired":0}"#,
            "9"
        ),
        (
            "account",
            #"{"email":"ops@example.test","regtime":"1469097290","phone":"+8613500000000","money":12,"track_number":480}"#,
            "480"
        ),
    ])
    func `the answer of each call is shown`(line: String, data: String, shown: String) throws {
        let result = try run(line, answering: Self.envelope(data), "--yes", "--format", "card")
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains(shown), "\(result.output)")
    }
}
