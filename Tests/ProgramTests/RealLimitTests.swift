import TMSTestSupport
import Testing

/// The sandbox's server keeps the service's limit, and tms keeps to it.
@Suite struct RealLimitTests {
    @Test func `neither a loop nor one process after the other is refused for too many calls`() async throws {
        let program = Program()
        defer { program.remove() }
        let served = try #require(ServedProgram(program, "--limits", "real"))
        defer { _ = served.stop() }
        func run(_ line: String) async -> Program.Result {
            await program.run(
                "--base-url", "http://127.0.0.1:\(served.port)/v2", "-c", line,
                variables: ["TRACKINGMORE_API_KEY": "k"])
        }
        let loop = await run("for n one by one in 1 .. 3 { account | count; print $n }")
        #expect(loop.output.contains("3\n") && loop.errors.isEmpty, "\(loop)")
        for _ in 0..<2 {
            let result = await run("account | count")
            #expect(result.status == 0 && result.errors.isEmpty, "\(result)")
        }
    }
}
