import TMSCommands
import TMSRuntime
import TMSSyntax
import TMSTestSupport
import Testing
import TrackingMore

@Suite struct LoweringTests {
    let lowering = Lowering(catalogue: .standard, environment: .standard(now: { 1_700_000_000 }))

    func calls(_ line: Line, rows: [Value]? = nil) throws -> [EndpointCall] {
        if let rows { return try lowering.rows(of: line.call)?.targets(of: rows).calls ?? [] }
        switch try lowering.lower(line.call) {
        case .targets(let targets, _): return targets.calls
        case .listing(let calls, _): return calls
        case .own: return []
        }
    }

    func failure(_ line: Line) -> Failure? {
        do {
            _ = try lowering.lower(line.call)
            return nil
        } catch {
            return error
        }
    }

    func record(_ pairs: KeyValuePairs<String, String>) -> Value {
        .record(Record(shape: Shape(keys: pairs.map(\.key)), values: pairs.map { .string($0.value) }))
    }

    @Test func `track writes every kind in the form of the wire`() throws {
        let line = Line(
            "track 300403513351 via 4PX to \"United States\" ordered 2026-03-05 shipped 2026-03-06 exact order #1",
            verb: "track", subjects: [[.integer(300_403_513_351)]],
            clauses: [
                ("via", .values([.string("4PX")])), ("to", .values([.string("United States")])),
                ("ordered", .values([.string("2026-03-05 14:30")])), ("shipped", .values([.day(20_518)])),
                ("exact", .flag), ("order", .values([.string("#1")])),
            ])
        let call = try #require(try calls(line).first)
        #expect(
            call.arguments.map { "\($0.key)=\($0.value.text ?? "")" } == [
                "tracking_number=300403513351", "carrier_code=4px", "destination_code=us", "order_id=#1",
                "order_create_time=2026/03/05 14:30", "tracking_ship_date=20260306", "auto_correct=1",
            ])
    }

    @Test func `a verb that lost what it acts on is not sent`() {
        #expect(failure(Line("show", verb: "show"))?.diagnostic.code == "E0604")
    }

    @Test func `a verb of another catalogue is not sent`() {
        var line = Line("account", verb: "account")
        line.call.verb = VerbID(9_999)
        #expect(failure(line)?.diagnostic.code == "E0600")
    }

    @Test func `a number keeps the characters it was typed with`() throws {
        let line = Line("track 0012345678905", verb: "track", subjects: [[.string("0012345678905")]])
        #expect(try calls(line).first?.number == "0012345678905")
    }

    @Test func `a country nobody knows is underlined with the nearest one`() throws {
        let line = Line(
            "track 300403513351 to Swedn", verb: "track", subjects: [[.integer(300_403_513_351)]],
            clauses: [("to", .values([.string("Swedn")]))])
        let failure = try #require(self.failure(line))
        #expect(line.underlined(failure.diagnostic) == "Swedn")
        #expect(failure.diagnostic.hint?.contains("Sweden") == true)
    }

    @Test func `an empty optional clause on track is left out`() throws {
        let line = Line(
            "track 300403513351 title $t", verb: "track", subjects: [[.integer(300_403_513_351)]],
            clauses: [("title", .values([.nothing]))])
        #expect(try calls(line).first?.arguments["title"] == nil)
    }

    @Test func `an empty carrier is an error that names via`() throws {
        let line = Line(
            "track 300403513351 via $c", verb: "track", subjects: [[.integer(300_403_513_351)]],
            clauses: [("via", .values([.nothing]))])
        #expect(failure(line)?.diagnostic.message.hasPrefix("via is empty") == true)
    }

    @Test func `an empty filter of list is an error, never everything`() throws {
        let line = Line("list status $s", verb: "list", clauses: [("status", .values([.string("")]))])
        #expect(failure(line)?.diagnostic.message.hasPrefix("status is empty") == true)
    }

    @Test func `on edit only an empty text clears`() throws {
        let subject: [[Value]] = [[.string("RR100200300SG")]]
        let cleared = Line(
            "edit RR100200300SG title \"\"", verb: "edit", subjects: subject,
            clauses: [("title", .values([.string("")]))])
        #expect(try calls(cleared).first?.arguments["title"] == "")
        let absent = Line(
            "edit RR100200300SG title $t", verb: "edit", subjects: subject, clauses: [("title", .values([.null]))])
        #expect(failure(absent) != nil)
    }

    @Test func `archive sends its preset`() throws {
        let line = Line("archive RR100200300SG", verb: "archive", subjects: [[.string("RR100200300SG")]])
        #expect(try calls(line).first?.arguments["archived"] == "true")
    }

    @Test func `mark sends the number the service takes for the word`() throws {
        let line = Line(
            "mark RR100200300SG delivered", verb: "mark", subjects: [[.string("RR100200300SG")]],
            clauses: [("delivered", .flag)])
        #expect(try calls(line).first?.arguments["status"] == 4)
    }

    @Test func `rows supply number, carrier and for track the columns`() throws {
        let row = record(["number": "RR100200300SG", "via": "singapore-post", "title": "lamp", "colour": "blue"])
        let line = Line(
            "track $rows title \"all\"", verb: "track", subjects: [[row]],
            clauses: [("to", .values([.string("us")]))])
        let call = try #require(try calls(line).first)
        #expect(call.carrier == "singapore-post")
        #expect(call.arguments["title"] == "lamp")
        #expect(call.arguments["destination_code"] == "us")
        let show = Line("show $rows", verb: "show", subjects: [[row]])
        #expect(try calls(show).first?.arguments["title"] == nil)
    }

    @Test func `columns without use are named once`() throws {
        let row = record(["number": "RR100200300SG", "colour": "blue"])
        let line = Line("track $rows", verb: "track", subjects: [[row, row]])
        guard case .targets(let targets, let notes) = try lowering.lower(line.call) else { return }
        let calls = targets.calls
        #expect(calls.count == 2)
        #expect(
            notes.map(\.message) == [
                "`track` does not use the columns `colour`",
                "2 numbers fail their check digit (RR100200300SG and RR100200300SG); taken as they stand",
            ])
    }

    @Test func `a row without a number is an error`() throws {
        let line = Line("show $rows", verb: "show", subjects: [[record(["colour": "blue"])]])
        #expect(failure(line)?.diagnostic.message == "this row has no tracking number")
    }

    @Test func `an empty list of targets makes no call`() throws {
        #expect(try calls(Line("delete $none", verb: "delete", subjects: [[.items([])]])).isEmpty)
    }

    @Test func `several statuses are several lists`() throws {
        let line = Line(
            "list status transit, pickup via usps", verb: "list",
            clauses: [
                ("status", .values([.string("transit"), .string("out-for-delivery")])),
                ("via", .values([.string("USPS")])),
            ])
        let calls = try calls(line)
        #expect(calls.map { $0.arguments["status"]?.text } == ["transit", "pickup"])
        #expect(calls.first?.filters.first?.values == ["usps"])
    }

    @Test func `more than 40 numbers are several lists`() throws {
        let numbers = (0..<95).map { Value.string("RR10020\($0)00SG") }
        let line = Line("list numbers $n", verb: "list", clauses: [("numbers", .values(numbers))])
        #expect(try calls(line).map { $0.arguments["numbers"]?.array?.count } == [40, 40, 15])
    }

    @Test func `a range of dates is two fields in seconds`() throws {
        let line = Line("list created last 7 days", verb: "list", clauses: [("created", .range(from: 10, to: nil))])
        let arguments = try #require(try calls(line).first).arguments
        #expect(arguments["created_at_min"] == 10)
        #expect(arguments["created_at_max"] == nil)
    }

    @Test func `transit time to two countries is two items`() throws {
        let line = Line(
            "transit time via usps from us to ca, mx", verb: "transit time",
            clauses: [
                ("via", .values([.string("usps")])), ("from", .values([.string("us")])),
                ("to", .values([.string("ca"), .string("mx")])),
            ])
        #expect(try calls(line).map { $0.arguments["destination"]?.text } == ["ca", "mx"])
    }

    @Test func `a file's columns take the labels the line gives them`() throws {
        var line = Line("track from \"o.csv\" number=A", verb: "track")
        line.call.columns = [ColumnSyntax(label: "number", labelRange: .none, column: "A", range: SourceRange(19, 27))]
        #expect(try calls(line, rows: [record(["A": "RR100200300SG"])]).first?.number == "RR100200300SG")
        do {
            _ = try lowering.renamed([record(["a": "RR100200300SG", "AB": ""])], for: line.call)
            Issue.record("a missing column was taken")
        } catch {
            #expect(error.diagnostic.message == "the file has no column `A`")
        }
    }
}
