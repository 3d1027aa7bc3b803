import Foundation
import TMSTestSupport
import Testing

/// What `tms check` says of a script without mistakes.
@Suite struct CheckTaskTests {
    private let program = Program()

    private func said(_ text: String) -> String {
        defer { program.remove() }
        let result = program.run("check", program.write("a.tms", text + "\n"))
        #expect(result.status == 0, "\(result.errors)")
        let line = result.output.split(separator: "\n").first.map(String.init) ?? ""
        return line.contains(" · ") ? line.split(separator: "·", maxSplits: 1).dropFirst().joined() : line
    }

    @Test(arguments: [
        ("print 1", " calls nobody"),
        ("account; account\nshow 300403513351 via 4px", " reads at most 3 calls · tracks, edits and deletes none"),
        (
            "list | where silent over 9 days | mark exception",
            " reads at most the pages of list, edits at most the rows of list · tracks and deletes none"
        ),
        (
            "delete 300403513351 via 4px\ntrack 300403513351 via 4px\nedit 300403513351 via 4px title x",
            " tracks at most 1 parcel, edits at most 1 parcel, deletes at most 1 parcel, reads none · needs --yes"
        ),
        ("while true { account }", " reads any number of calls (a `while` on line 1) · tracks, edits and deletes none"),
        (
            "call post \"/x\"\nsandbox advance 1 day",
            " calls by hand at most 1 call, steers the sandbox · reads, tracks, edits and deletes none"
        ),
    ])
    func `the effects are told with their bounds`(text: String, expected: String) {
        #expect(said(text) == expected)
    }

    @Test func `the rows of a file beside the script are counted`() {
        defer { program.remove() }
        _ = program.write("orders.csv", "number,carrier\nA12345,4px\nB12345,\"ups\nb\"\nC12345,dhl\n")
        let script = program.write("b.tms", "for r in open \"orders.csv\" { edit $r.number via 4px title x }\n")
        let result = program.run("check", script)
        #expect(result.output.contains("edits at most the rows of orders.csv (now 3) · reads, tracks and deletes none"))
        let json = program.run("check", "--format", "json", script).output
        #expect(
            json.contains(#""edits":{"parcels":{"most":null,"now":3,"bounded":true,"words":"the rows of orders.csv"}"#))
    }

    @Test func `programs read the same as JSON`() throws {
        defer { program.remove() }
        let script = program.write(
            "c.tms", "for n in 1 .. 3 { account }\nwhile true { account }\ndelete A12345 via ups\n")
        let output = program.run("check", "--format", "json", script).output
        let report = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
        #expect(report["needsYes"] as? Bool == true)
        let effects = try #require(report["effects"] as? [String: [String: [String: Any]]])
        #expect(effects["deletes"]?["parcels"]?["most"] as? Int == 1)
        #expect(effects["reads"]?["calls"]?["bounded"] as? Bool == false)
        #expect((report["loops"] as? [[String: Any]])?.first?["together"] as? Bool == true)
    }
}
