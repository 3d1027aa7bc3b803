import Foundation
import TMSTestSupport
import Testing

/// `tms fix` and `tms completions`.
@Suite struct FixTaskTests {
    private func text(_ path: String) -> String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }

    private static let mistakes = "let a = 1\nif $a is 1 { print 1 } elif $a is 2 { print 2 }\nlet $b = “2”\nprint $b\n"

    @Test func `what is certain is mended and told, and a second run finds nothing`() async {
        let program = Program()
        defer { program.remove() }
        let path = program.write("a.tms", Self.mistakes)
        let before = await program.run("fix", "--check", path)
        #expect(before.status == 1 || before.status == 2)
        #expect(text(path) == Self.mistakes)

        let result = await program.run("fix", path)
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("a.tms:2: write `else if`"))
        #expect(result.output.contains("a.tms:3: drop the `$`"))
        #expect(text(path).contains("let b = \"2\""))
        #expect(await program.run("check", path).status == 0)
        #expect(await program.run("fix", path).output == "")
    }

    @Test func `what is left is reported, and a file without mistakes stays as it is`() async {
        let program = Program()
        defer { program.remove() }
        let path = program.write("a.tms", "track 300403513351 vai 4px\n")
        let result = await program.run("fix", path)
        #expect(result.status == 2)
        #expect(result.errors.contains("vai"))
        #expect(text(path) == "track 300403513351 vai 4px\n")
        #expect(await program.run("fix", "missing.tms").errors.contains("E0910"))
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `each shell gets the words of the options`(shell: String) async {
        let program = Program()
        defer { program.remove() }
        let result = await program.run("completions", shell)
        #expect(result.status == 0)
        for word in ["check", "sandbox", "dry-run", "completions"] { #expect(result.output.contains(word), "\(word)") }
        #expect(await program.run("completions", "cmd").status == 2)
    }

    @Test func `bash can read what it is given`() async {
        let program = Program()
        defer { program.remove() }
        let path = program.write("completions", await program.run("completions", "bash").output)
        let result = await program.shell("bash -n '\(path)'")
        #expect(result.status == 0, "\(result.errors)")
    }
}
