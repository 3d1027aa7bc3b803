import Foundation
import TMSTestSupport
import Testing

/// `tms fmt`.
@Suite struct FormatTaskTests {
    private func text(_ path: String) -> String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }

    @Test func `a script is shown as it should be written, and stays as it is`() async {
        let program = Program()
        defer { program.remove() }
        let path = program.write("a.tms", "print   1 # one\n")
        let result = await program.run("fmt", path)
        #expect(result.output == "print 1 # one\n")
        #expect(result.status == 0)
        #expect(text(path) == "print   1 # one\n")
    }

    @Test func `write replaces the script, once`() async {
        let program = Program()
        defer { program.remove() }
        let path = program.write("a.tms", "print   1\n")
        #expect(await program.run("fmt", "--write", path).output == "")
        #expect(text(path) == "print 1\n")
        let inode = try? FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
        #expect(await program.run("fmt", "--write", path).status == 0)
        #expect(inode == (try? FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int))
    }

    @Test func `check changes nothing, names what would change, and ends with status 1`() async {
        let program = Program()
        defer { program.remove() }
        let wrong = program.write("a.tms", "print   1\n")
        let right = program.write("b.tms", "print 1\n")
        let result = await program.run("fmt", "--check", wrong, right)
        #expect(result.output == "\(wrong) would change\n")
        #expect(result.status == 1)
        #expect(text(wrong) == "print   1\n")
        #expect(await program.run("fmt", "--check", right).status == 0)
    }

    @Test func `a minus reads standard input and writes standard output`() async {
        let program = Program()
        defer { program.remove() }
        #expect(await program.run("fmt", "-", input: "print   1").output == "print 1\n")
        #expect(await program.run("fmt", "--write", "-", input: "print   1").output == "print 1\n")
        #expect(await program.run("fmt", "--check", "-", input: "print   1").output == "stdin would change\n")
    }

    @Test func `a script with a mistake is left as it is and ends with status 2`() async {
        let program = Program()
        defer { program.remove() }
        let path = program.write("a.tms", "print   (1\n")
        let result = await program.run("fmt", "--write", path)
        #expect(result.status == 2)
        #expect(result.errors.contains("E0123"))
        #expect(text(path) == "print   (1\n")
    }

    @Test func `check and write exclude each other`() async {
        let program = Program()
        defer { program.remove() }
        let path = program.write("a.tms", "print   1\n")
        #expect(await program.run("fmt", "--check", "--write", path).status == 2)
        #expect(text(path) == "print   1\n")
    }
}
