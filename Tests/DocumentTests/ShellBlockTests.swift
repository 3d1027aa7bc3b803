import TMSShell
import TMSTestSupport
import Testing

@testable import tms

/// The lines that documents show of the shell can be typed there, one after the other.
struct ShellBlockTests {
    @Test(arguments: Block.all("shell"))
    func `lines of the shell work`(block: Block) async {
        let lines = block.text.split(separator: "\n").map(String.init)
        let said = await ShellLines.run(lines, names: .catalogue) {
            SandboxWorld(path: $0 + "/account.sqlite", zone: Zone("UTC"))
        }
        for (line, said) in zip(lines, said) { #expect(said.status == 0, "\(block): \(line): \(said)") }
    }
}
