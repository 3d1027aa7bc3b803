import Foundation
import TMSTestSupport
import Testing

/// `tms fix --dry-run`: a difference that other tools can apply.
@Suite struct UnifiedDiffTests {
    private static let head = (1...12).map { "print \($0)" }.joined(separator: "\n") + "\n"

    @Test(arguments: [
        "let $a = 1\nprint $a\n", "let $a = 1\nprint $a", head + "let $a = 1\nprint $a\n" + head,
        "let $a = 1\n" + head + "print $a\nlet $b = 1", "print\n\n" + head + "for n in 1..3 { print $n }\r\nprint\r\n",
        head + "if 1 is 1 { print 1 }\nelse { print 2 }\n",
    ])
    func `patch makes of the old text what fix makes of it`(text: String) async throws {
        let program = Program()
        defer { program.remove() }
        let path = program.write("a.tms", text)
        let shown = await program.run("fix", "--dry-run", path)
        #expect(shown.status == 0 && shown.errors.isEmpty, "\(shown.errors)")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
        #expect(await program.run("fix", "--dry-run", "--check", path).status == 1)
        program.write("a.diff", shown.output)
        let copy = program.write("b.tms", text)
        let patched = await program.shell("patch --binary '\(copy)' '\(program.home)/a.diff'")
        #expect(patched.status == 0, "\(patched.output) \(shown.output)")
        _ = await program.run("fix", path)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == String(contentsOfFile: copy, encoding: .utf8))
    }

    @Test func `the difference has three lines around it and says where it stands`() async {
        let program = Program()
        defer { program.remove() }
        program.write("a.tms", "print 1\nprint 2\nprint 3\nprint 4\nlet $a = 1\nprint $a\n")
        let shown = await program.shell("cd '\(program.home)' && '\(Program.path)' fix --dry-run a.tms").output
        #expect(
            shown == """
                --- a/a.tms
                +++ b/a.tms
                @@ -2,5 +2,5 @@
                 print 2
                 print 3
                 print 4
                -let $a = 1
                +let a = 1
                 print $a

                """)
    }

    @Test func `nothing to mend is no difference`() async {
        let program = Program()
        defer { program.remove() }
        let path = program.write("a.tms", "print 1\n")
        let shown = await program.run("fix", "--dry-run", "--check", path)
        #expect(shown.status == 0 && shown.output.isEmpty)
    }
}
