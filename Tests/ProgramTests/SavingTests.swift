import Glibc
import TMSTestSupport
import Testing

@Suite struct SavingTests {
    private let program = Program()

    private func read(_ name: String) async -> String { await program.shell("cat \"$HOME/\(name)\"").output }

    private func save(_ name: String, _ rows: String = "[[number: \"0012\", title: \"a | <b>\"]]") async
        -> Program.Result
    {
        await program.run("-c", "\(rows) | save \"\(program.home)/\(name)\"")
    }

    @Test func `a file is what as prints in its form`() async {
        defer { program.remove() }
        let rows = "list status exception | sort by number | show number, via, silent, title"
        for form in ["md", "html", "csv", "tsv"] {
            let columns = form == "csv" || form == "tsv" ? rows.replacing(", silent", with: "") : rows
            #expect(await save("f.\(form)", columns).status == 0)
            let printed = await program.run("-c", "\(columns) | as \(form)").output
            #expect(await read("f.\(form)") == printed)
            #expect(printed.contains("drone battery"))
        }
        #expect(await save("f.txt", rows).status == 0)
        #expect(
            await read("f.txt").hasPrefix(
                "number           via         silent  title\n3005123472       dhl            3 d  drone"))
    }

    @Test func `what was done before the end of the run is in the file`() async {
        defer { program.remove() }
        _ = await program.run("-c", "sandbox reset parcels 0 quota 60")
        let list = (1...100).map { "[number: \"\(700_000_000_000 + $0)\", via: \"4px\"]" }.joined(separator: ", ")
        let result = await program.run(
            "--failures", "\(program.home)/left.csv", "-c", "[\(list)] | track | save \"\(program.home)/done.csv\"")
        #expect(result.status == 6 && result.errors.contains("60 tracked · 40 not sent"), "\(result)")
        #expect(await read("done.csv").split(separator: "\n").count == 61)
        #expect(await read("left.csv").split(separator: "\n").count == 41)
    }

    @Test func `a link that leads to nothing yet stays a link to the file that is made`() async {
        defer { program.remove() }
        _ = await program.shell(
            "cd \"$HOME\" && mkdir d && ln -s d/next link.csv && ln -s real.csv d/next && ln -s loop.csv loop.csv")
        #expect(await save("link.csv").status == 0)
        #expect(await program.shell("readlink \"$HOME/link.csv\"").output == "d/next\n")
        #expect(await read("d/real.csv").hasPrefix("number,title\n"))
        let looped = await save("loop.csv")
        #expect(looped.status != 0 && looped.errors.contains("E0802"), "\(looped)")
    }

    @Test func `a form has more than one ending`() async {
        defer { program.remove() }
        #expect(await save("f.markdown").status == 0)
        #expect(await read("f.markdown") == "| Number | Title |\n| --- | --- |\n| 0012 | a \\| \\<b\\> |\n")
        #expect(await save("f.HTM").status == 0)
        #expect(await read("f.HTM").contains("<td>a | &lt;b&gt;</td>"))
        #expect(await save("f.ndjson").status == 0)
        #expect(await read("f.ndjson") == "{\"number\":\"0012\",\"title\":\"a | <b>\"}\n")
    }

    @Test func `a document of many rows has one heading`() async {
        defer { program.remove() }
        #expect(await save("f.md", "1 .. 2500 | set n = $it").status == 1)
        #expect(await save("f.md", "1 .. 2500").status == 0)
        #expect(await read("f.md").split(separator: "\n").count == 2_502)
    }

    @Test(arguments: ["csv", "jsonl", "md", "html"])
    func `a full disk leaves the old file and says so`(form: String) async {
        defer { program.remove() }
        _ = await program.shell("ln -s /dev/full \"$HOME/full.\(form)\"")
        let result = await save("full.\(form)")
        #expect(result.status == 1)
        #expect(result.errors.contains("error E0802: cannot write \(program.home)/full.\(form): the disk is full"))
    }

    @Test func `a failure while rows are made leaves the old file and no other`() async {
        defer { program.remove() }
        program.write("old.csv", "old\n")
        program.write("in.csv", "a,b\n" + String(repeating: "1,2\n", count: 3_000) + "1,\"2\n")
        let result = await save("old.csv", "open \"\(program.home)/in.csv\"")
        #expect(result.errors.contains("in.csv:3002: a quote opens here and never closes"))
        #expect(await read("old.csv") == "old\n")
        #expect(await program.shell("ls -A \"$HOME\" | grep -c draft").output == "0\n")
        #expect(await save("in.csv/x.csv").errors.contains("E0802"))
    }

    @Test func `an ending that nobody knows is told before anything runs`() async {
        defer { program.remove() }
        let result = await program.run("-c", "print 1; list | save \"late.xls\"")
        #expect(result.status == 2)
        #expect(result.output == "")
        #expect(result.errors.contains("end it in one of .csv, .tsv, .json, .jsonl, .md, .html, .txt"))
        #expect(await program.run("-c", "let end = \"xls\"; list | save \"late.{$end}\"").errors.contains("E0803"))
        #expect(await program.run("-c", "open \"late.html\"").status == 2)
    }
}
