import Foundation
import TMSTestSupport
import Testing

/// No path through the language, CSV or JSON can damage an identifier.
@Suite struct IdentifierTests {
    private static let numbers = [
        "0012345678905", "1Z999AA10123456784", "12E45678", "RA123456789CN", "9400110200881234567",
    ]
    private static let csv = "number,order,to\n" + numbers.map { "\($0),#1234,to\n" }.joined() + "1.0,+1e5,0012\n"
    /// Numbers that a careless reader would round, widen or shorten.
    private static let jsonl = """
        {"number":9400110200881234567,"weight":0.10,"big":12E45678,"n":1e5,"order":"#1234","zero":"0012345678905"}
        {"number":"12E45678","weight":1.50,"big":-0,"n":1,"order":null,"zero":""}

        """

    private let program = Program()

    @Test(arguments: numbers)
    func `a script prints an identifier as it was typed`(number: String) async {
        defer { program.remove() }
        let result = await program.run("-c", "let n = \(number); print \"{$n} {upper($n)}\", $n; print [\(number)]")
        #expect(result.errors == "")
        #expect(result.output.hasPrefix("\(number) \(number) \(number)\n"))
        #expect(result.output.dropFirst(10).contains(number))
    }

    @Test(arguments: numbers)
    func `an identifier is sent as it was typed`(number: String) async throws {
        defer { program.remove() }
        let answer = #"{"meta":{"code":201,"type":"Created","message":""},"data":{"tracking_number":"\#(number)"}}"#
        let server = try #require(RecordingServer { _ in .json(answer) })
        let result = await program.run(
            "--base-url", server.baseURL, "-c", "track \(number) via ups to to order #1234 title 0012",
            variables: ["TRACKINGMORE_API_KEY": "k"])
        #expect(result.status == 0, "\(result.errors)")
        let bodies = try server.requests.map {
            try JSONSerialization.jsonObject(with: Data($0.body.utf8)) as? [String: String]
        }
        #expect(
            bodies == [
                [
                    "tracking_number": number, "carrier_code": "ups", "destination_code": "to", "order_id": "#1234",
                    "title": "0012",
                ]
            ])
    }

    @Test func `rows of a file are sent as they stand in it`() async throws {
        defer { program.remove() }
        program.write("orders.csv", "number,order,to\n" + Self.numbers.map { "\($0),#1234,to\n" }.joined())
        let server = try #require(RecordingServer { _ in .json(#"{"meta":{"code":200},"data":{}}"#) })
        let script = program.write("send.tms", #"open "orders.csv" | track via ups"#)
        _ = await program.run("--base-url", server.baseURL, script, variables: ["TRACKINGMORE_API_KEY": "k"])
        let sent = try server.requests.filter { $0.method == "POST" }.flatMap {
            try JSONSerialization.jsonObject(with: Data($0.body.utf8)) as? [[String: String]] ?? []
        }
        #expect(sent.map { $0["tracking_number"] } == Self.numbers)
        #expect(sent.allSatisfy { $0["order_id"] == "#1234" && $0["destination_code"] == "to" })
    }

    @Test(arguments: ["csv", "tsv", "json", "jsonl"])
    func `csv saved in another form and opened again is the same bytes`(form: String) async {
        defer { program.remove() }
        #expect(await copy(Self.csv, "csv", through: form) == Self.csv)
    }

    @Test(arguments: ["json", "jsonl"])
    func `json saved in another form and opened again is the same bytes`(form: String) async {
        defer { program.remove() }
        #expect(await copy(Self.jsonl, "jsonl", through: form) == Self.jsonl)
    }

    @Test func `machine formats write what was read`() async {
        defer { program.remove() }
        let csv = program.write("a.csv", Self.csv)
        let jsonl = program.write("a.jsonl", Self.jsonl)
        #expect(await program.run("--format", "csv", "-c", "open \"\(csv)\"").output == Self.csv)
        #expect(await program.run("--format", "jsonl", "-c", "open \"\(jsonl)\"").output == Self.jsonl)
    }

    /// Saves a file in another form, opens that and saves it in the first form again.
    private func copy(_ text: String, _ suffix: String, through form: String) async -> String? {
        program.write("a.\(suffix)", text)
        let script = program.write(
            "copy.tms", "open \"a.\(suffix)\" | save \"b.\(form)\"\nopen \"b.\(form)\" | save \"c.\(suffix)\"\n")
        let result = await program.run(script)
        #expect(result.status == 0, "\(result.errors)")
        return try? String(contentsOfFile: program.home + "/c.\(suffix)", encoding: .utf8)
    }
}
