import Foundation
import TMSTestSupport
import Testing

/// What is given to a script reaches it as it was typed, or is refused.
@Suite struct ParameterTests {
    private let program = Program()

    @Test(arguments: [
        ("300403513402", "9400110200881234567896"), ("300403513402", "RB555666772CN"),
        ("300403513402", "0012345678905"),
        ("300403513402", "1Z999AA10123456784"), ("10115", "01067"), ("1001", "1e5"), ("1001", "0x1F"), ("1001", "1002"),
        ("300403513402", "9.4E+21"), ("'0012345678905'", "9400110200881234567896"), ("RB555666772CN", "300403513402"),
    ])
    func `an identifier keeps its characters beside a default that could be one`(value: String, given: String) async {
        defer { program.remove() }
        let script = program.write("p.tms", "param number = \(value)\nprint $number\n")
        let result = await program.run(script, "number=\(given)")
        #expect(result.output == "\(given)\n")
        #expect(result.errors == "")
    }

    @Test(arguments: [
        ("n: number = 1", "n=9400110200881234567896", "lose digits"), ("n: number = 1", "n=007", "leading zero"),
        ("n = 10", "n=1e5", "asks for a number"), ("n = 10", "n=soon", "asks for a number"),
        ("n: boolean = true", "n=maybe", "true or false"), ("n: duration = 1 day", "n=14 m", "a duration"),
        ("n: date = today", "n=2026-02-29", "29 February 2026"), ("n: date = today", "n=03/04/2026", "4 March 2026"),
    ])
    func `what would not come back, or is none, is refused with its reason`(
        declared: String, given: String, reason: String
    ) async {
        defer { program.remove() }
        let script = program.write("p.tms", "param \(declared)\nprint $n\n")
        let result = await program.run(script, given)
        #expect(result.status == 2)
        #expect(result.errors.contains(reason), "\(result.errors)")
    }

    @Test(arguments: [
        ("boolean", "yes", "true"), ("boolean", "FALSE", "false"), ("boolean", "0", "false"),
        ("duration", "1.5 h", "90 min"), ("duration", "36h", "36 h"), ("duration", "4 days 14 h", "4 days 14 h"),
        ("number", "1.50", "1.5"), ("date", "21.02.2026", "2026-02-21"), ("date", "Feb 21, 2026", "2026-02-21"),
    ])
    func `a script and a definition read a value alike`(kind: String, given: String, printed: String) async {
        defer { program.remove() }
        let script = program.write(
            "p.tms", "param v: \(kind)\ndefine f(v: \(kind)) { return $v }\nlet text = '\(given)'\nprint $v, f($text)\n"
        )
        let result = await program.run(script, "v=\(given)")
        #expect(result.output == "\(printed) \(printed)\n", "\(result.errors)")
    }

    @Test func `a name is given once`() async {
        defer { program.remove() }
        let script = program.write("p.tms", "param a = 1\nprint $a\n")
        let result = await program.run("--diagnostics", "json", script, "a=1", "a=2")
        #expect(result.status == 2)
        #expect(result.errors.contains("E0916"))
        #expect(result.output == "")
    }

    @Test func `a line is given once`() async {
        defer { program.remove() }
        let result = await program.run("-c", "print 1", "-c", "print 2")
        #expect(result.status == 2)
        #expect(result.output == "")
        #expect(result.errors.contains("-c is given twice"))
    }

    @Test(arguments: [
        (
            "300403513402",
            """
            your parcel 300403513402 is on its way to United States.
            The last scan: Left the office of exchange,Shanghai,2026-11-11 17:00:00.

            """
        ),
        (
            "612998173506",
            "your parcel 612998173506 has been announced to the carrier. It has not been scanned yet.\n"
        ),
    ])
    func `the reply to a customer names the country, and says where there are no scans`(
        number: String, told: String
    ) async {
        defer { program.remove() }
        let example = Document.examplesPath + "/customer-reply.tms"
        let result = await program.run("--sandbox", example, "number=\(number)")
        #expect(result.output == "Dear customer,\n\n" + told, "\(result)")
    }

    @Test func `the reply to a customer is right for every number of the sandbox`() async throws {
        defer { program.remove() }
        let example = Document.examplesPath + "/customer-reply.tms"
        let numbers = await program.run("-c", "for p in list { print $p.number }").output.split(separator: "\n")
        #expect(numbers.count > 30)
        for number in numbers {
            let result = await program.run("--sandbox", example, "number=\(number)")
            #expect(result.output.contains("Dear customer,"), "\(number): \(result.output)")
            #expect(result.output.contains("your parcel \(number) "), "\(number): \(result.output)")
        }
    }
}

private enum Document {
    /// Beside the tests.
    static var examplesPath: String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("examples").path
    }
}
