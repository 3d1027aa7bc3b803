import Glibc
import TMSRuntime
import TMSShell
import TMSSyntax
import Testing

@Suite struct LiveOutputTests {
    @Test func `a line is there as soon as the program pauses behind it`() {
        var ends: [CInt] = [-1, -1]
        #expect(pipe(&ends) == 0)
        defer { for end in ends { close(end) } }
        let renderer = Renderer(
            Presentation(environment: Environment(now: { RenderingBench.now })), vocabulary: RenderingBench.vocabulary,
            output: OutputBuffer(descriptor: ends[1]), errors: OutputBuffer(descriptor: nil), diagnose: { $0.message })
        renderer.handle(.line("row 1"))
        // Reading would wait for ever if nothing came.
        #expect(fcntl(ends[0], F_SETFL, O_NONBLOCK) == 0)
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = read(ends[0], &bytes, bytes.count)
        #expect(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self) == "row 1\n")
    }
}
