import TMSCommands
import TMSRuntime
import TMSSyntax
import TMSTestSupport
import Testing
import TrackingMore

/// What carriers write is read in one way, by whatever name of people; as it was sent it stays under the names of the wire.
@Suite struct CarrierTextTests {
    private static let sent = "<a href='https://x.example'><span></span>Filiale &amp;lt;Nord&amp;gt;</a> f&uuml;r Sie"
    private static let read = "Filiale &lt;Nord&gt; für Sie"
    private let environment = Environment(now: { 0 })

    private func parcel() throws -> Record {
        let json = try JSON(
            parsing: """
                {"tracking_number": "1", "status": "transit", "lastEvent": "\(Self.sent)", "title": "\(Self.sent)",
                 "origin_info": {"trackinfo": [{"StatusDescription": "\(Self.sent)", "Details": "K&ouml;ln"}]}}
                """)
        var decoder = ValueDecoder(kind: Catalogue.standard.kinds["parcel"])
        guard case .record(let record) = decoder.value(json) else { throw TestFailure() }
        return record
    }

    private struct TestFailure: Error {}

    @Test func `the last event is plain, and as it was sent under the key of the wire`() throws {
        let parcel = try parcel()
        #expect(parcel.value(of: "event", environment).text(in: environment) == Self.read)
        #expect(parcel.value(of: "lastEvent", environment).text(in: environment) == Self.sent)
        // What the customer wrote is no carrier's.
        #expect(parcel.value(of: "title", environment).text(in: environment) == Self.sent)
    }

    @Test func `so are the scans`() throws {
        let parcel = try parcel()
        guard case .record(let origin) = parcel.value(of: "origin", environment),
            case .list(let scans) = origin.value(of: "events", environment), case .record(let scan)? = scans.items.first
        else { throw TestFailure() }
        for (name, text) in [
            ("text", Self.read), ("StatusDescription", Self.sent), ("place", "Köln"), ("Details", "K&ouml;ln"),
        ] {
            #expect(scan.value(of: name, environment).text(in: environment) == text, "\(name)")
        }
    }
}
