import TMSCommands
import TMSRuntime
import TMSShell
import TMSSyntax
import Testing

@Suite struct CardTests {
    private func scan(_ date: String, _ place: String, _ text: String) -> Value {
        RenderingBench.record(
            [("Date", .string(date)), ("Details", .string(place)), ("StatusDescription", .string(text))],
            kind: Catalogue.standard.kinds["event"])
    }

    private func leg(_ scans: [Value]) -> Value {
        RenderingBench.record([("trackinfo", .items(scans))], kind: Catalogue.standard.kinds["leg"])
    }

    private var parcel: Value {
        RenderingBench.record(
            [
                ("tracking_number", .string("300403513351")), ("carrier_code", .string("4px")),
                ("destination_code", .string("us")), ("status", .string("transit")),
                ("title", .string("cute pillow")), ("order_id", .string("#0002")),
                ("itemTimeLength", .integer(9)), ("stayTimeLength", .integer(2)),
                ("updated_at", .string("2026-11-18T19:06:10+08:00")),
                (
                    "origin_info",
                    leg([
                        scan("2026-11-13 03:15:00", "Shenzhen", "Departed from the airport"),
                        scan("2026-11-09 10:08", "Shenzhen", "Shipment received"),
                    ])
                ),
                ("destination_info", leg([scan("2026-11-16 14:02", "Los Angeles", "Arrived")])),
            ], kind: RenderingBench.kind)
    }

    @Test func `one parcel is told with its journey, newest first and silences marked`() {
        let bench = RenderingBench(width: 72)
        bench.renderer.handle(.value(parcel, RenderingBench.result(of: "show 300403513351", verb: 1)))
        #expect(
            bench.output.text == """

                300403513351   4PX → United States                            in transit
                cute pillow · order #0002              travelling 9 days · silent 2 days

                  16 Nov 14:02  Los Angeles  Arrived
                  13 Nov 03:15  Shenzhen     Departed from the airport
                                ┊ 4 days
                   9 Nov 10:08  Shenzhen     Shipment received

                  answer 0 min old · scan times are local to the place

                """)
    }

    @Test func `a narrow card breaks its lines`() {
        let bench = RenderingBench(width: 40)
        bench.renderer.handle(.value(parcel, RenderingBench.result(of: "show 300403513351", verb: 1)))
        for line in bench.output.text.split(separator: "\n") { #expect(line.count <= 40, "\(line)") }
    }

    @Test func `a write is one sentence`() {
        let bench = RenderingBench()
        let row = RenderingBench.record(
            [
                ("number", .string("300403513351")), ("via", .string("4px")), ("outcome", .string("tracked")),
                ("to", .string("us")), ("title", .string("cute pillow")), ("order", .string("#0002")),
                ("status", .string("pending")),
            ])
        bench.renderer.handle(.value(row, RenderingBench.result(of: "track 300403513351 via 4px", verb: 2)))
        #expect(
            bench.output.text
                == "tracking 300403513351 · 4PX → United States · cute pillow · order #0002 · pending\n")
    }

    @Test func `a record that is no parcel is a list of its fields`() {
        let bench = RenderingBench()
        let account = RenderingBench.record(
            [("email", .string("ops@example.com")), ("track_number", .integer(480))],
            kind: RecordKind(schema: RenderingBench.vocabulary.schema(named: "account")!))
        bench.renderer.handle(.value(account, RenderingBench.result(of: "account", verb: 3, schema: "account")))
        #expect(bench.output.text == "  email  ops@example.com\n  quota  480\n")
    }

    @Test func `a chart draws a bar for each row`() {
        let bench = RenderingBench(width: 40)
        let rows = [("ups", 10), ("4px", 5)].map {
            RenderingBench.record([("via", .string($0.0)), ("count", .integer($0.1))])
        }
        let text = bench.show(rows, RenderingBench.result(of: "x", verb: nil, schema: nil, format: "chart"))
        #expect(text.split(separator: "\n").count == 2)
        #expect(text.contains("ups  10  ███"))
    }
}
