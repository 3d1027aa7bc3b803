import TMSBase
import TMSCommands
import TMSRuntime
import TMSSyntax
import TMSTestSupport
import Testing
import TrackingMore

@testable import TMSEngine

/// A service that has habits of its own with pages: it gives smaller ones than it is asked for, says no total, repeats a
/// page or loses rows while it is read. No parcel may be told as not there for that.
@Suite struct PageTests {
    struct Service: Sendable, CustomTestStringConvertible {
        var testDescription = "as it is asked"
        var most = 2_000
        var saysLimit = true
        var saysTotal = true
        var repeatsPages = false
        /// The list lacks its first row from the second page on.
        var shrinks = false
    }

    static let services = [
        Service(),
        Service(testDescription: "smaller pages, and says so", most: 500),
        Service(testDescription: "smaller pages without saying so", most: 500, saysLimit: false),
        Service(testDescription: "no total", saysTotal: false),
        Service(testDescription: "nothing but rows", most: 500, saysLimit: false, saysTotal: false),
        Service(testDescription: "smaller pages, no total", most: 500, saysTotal: false),
        Service(testDescription: "the same page again and again", most: 500, repeatsPages: true),
        Service(testDescription: "rows are lost meanwhile", most: 500, shrinks: true),
    ]

    /// An account of so many parcels, which can be asked for by page and by number.
    static func account(_ count: Int, _ service: Service) -> @Sendable (FakeTransport.Request) -> FakeTransport.Reply? {
        { request in
            guard request.line.hasPrefix("GET /trackings/get?") else { return nil }
            var asked: [String: String] = [:]
            for part in request.line.split(separator: "?").last?.split(separator: "&") ?? [] {
                let pair = part.split(separator: "=", maxSplits: 1)
                if let key = pair.first { asked[String(key)] = pair.count > 1 ? String(pair[1]) : "" }
            }
            var rows = Array(0..<count)
            if let numbers = asked["numbers"]?.replacing("%2C", with: ",").split(separator: ",") {
                let wanted = Set(numbers.map(String.init))
                rows = rows.filter { wanted.contains("N\(10_000 + $0)") }
            }
            let page = service.repeatsPages ? 1 : asked["page"].flatMap(Int.init) ?? 1
            if service.shrinks, page > 1 { rows.removeFirst() }
            let limit = min(asked["limit"].flatMap(Int.init) ?? 100, service.most)
            let items = rows.dropFirst((page - 1) * limit).prefix(limit).map {
                #"{"id":"\#($0)","tracking_number":"N\#(10_000 + $0)","carrier_code":"ups","status":"transit"}"#
            }
            var said = [#""page":\#(page)"#, #""items":[\#(items.joined(separator: ","))]"#]
            if service.saysLimit { said.append(#""limit":\#(limit)"#) }
            if service.saysTotal { said.append(#""total":"\#(rows.count)""#) }
            return .json("{\(said.joined(separator: ","))}")
        }
    }

    @Test(arguments: services) func `a list has all rows or fails`(service: Service) async {
        let bench = Bench(rule: Self.account(4_321, service))
        let result = await bench.rows(Line("list", verb: "list"))
        if service.repeatsPages {
            #expect(result.failure?.diagnostic.message.contains("repeats the page before") == true)
        } else {
            #expect(result.failure == nil)
            #expect(result.rows.count == (service.shrinks ? 4_320 : 4_321))
        }
    }

    @Test(arguments: services) func `every parcel that is there is shown`(service: Service) async {
        let bench = Bench(rule: Self.account(1_200, service))
        let text = "for i in 0 .. 1199 { let p = show \"N{10000 + $i}\"\n print $p.number }"
        let (lines, result) = await ProgramTests().run(text, bench)
        #expect(result?.status == .ok, "\(String(describing: result?.failure?.diagnostic.message))")
        #expect(lines == (0..<1_200).map { "N\(10_000 + $0)" })
        if service.most == 2_000 { #expect(bench.transport.lines.count <= 3) }
    }

    @Test(arguments: services) func `every parcel that is there is changed at its carrier`(service: Service) async {
        let account = Self.account(1_200, service)
        let bench = Bench(rule: { request in
            if let reply = account(request) { return reply }
            let numbers = request.body.split(separator: "\"").filter { $0.hasPrefix("N1") }
            let items = numbers.map { #"{"tracking_number":"\#($0)","carrier_code":"ups"}"# }
            return .json(#"{"success":[\#(items.joined(separator: ","))],"error":[]}"#)
        })
        let (lines, result) = await ProgramTests().run(
            "for i in 0 .. 1199 { edit \"N{10000 + $i}\" title \"a\" }", bench)
        #expect(result?.status == .ok, "\(lines.suffix(3))")
        let edits = bench.transport.requests.filter { !$0.line.hasPrefix("GET") }
        #expect(edits.reduce(0) { $0 + $1.body.split(separator: "\"").filter { $0.hasPrefix("N1") }.count } == 1_200)
    }

    @Test func `an account whose size nobody tells is not read whole for a few parcels`() async {
        let account = Self.account(50_000, Service(most: 500, saysLimit: false, saysTotal: false))
        let bench = Bench(rule: { request in account(request) ?? .json(#"{"success":[],"error":[]}"#) })
        _ = await ProgramTests().run("for i in 0 .. 199 { edit \"N{10000 + $i}\" title \"a\" }", bench)
        #expect(bench.transport.lines.count(where: { $0.hasPrefix("GET") }) <= 12)
    }
}
