import TMSTestSupport
import Testing

/// A source written in place streams: what it takes does not grow with what there is.
@Suite struct MemoryTests {
    private let program = Program()

    /// A table of so many rows of about 50 bytes.
    private func table(_ name: String, rows: Int) {
        var text = "number,via,status,title\n"
        for row in 0..<rows {
            text += "RB\(100_000_000 + row)CN,4px,\(row % 3 == 0 ? "transit" : "pending"),pillow \(row)\n"
        }
        program.write(name, text)
    }

    @Test(arguments: [
        "open \"NAME\" | count",
        "open \"NAME\" | where status is transit | save \"OUT.csv\"",
        "open \"NAME\" | set label = upper(title) | save \"OUT.jsonl\"",
        "open \"NAME\" | where status is transit | take 3",
        "let n = 0\nfor row in open \"NAME\" { $n = $n + 1 }\nprint $n",
        "open \"NAME\" | group by status | count",
        "open \"NAME\" | as csv",
        "open \"NAME\" | set label = upper(title) | as tsv",
    ])
    func `a stream takes as much memory for many rows as for few`(line: String) async {
        defer { program.remove() }
        table("few.csv", rows: 8_000)
        table("many.csv", rows: 160_000)
        func peak(_ name: String) async -> Int {
            let line = line.replacing("NAME", with: program.home + "/" + name).replacing(
                "OUT", with: program.home + "/out")
            let result = await program.run("-c", line)
            #expect(result.status == 0, "\(result.errors)")
            return result.peakMemory
        }
        let few = await peak("few.csv")
        let many = await peak("many.csv")
        #expect(few > 0)
        #expect(many < few + 6_000, "\(few) KB for 8,000 rows, \(many) KB for 160,000")
    }
}

/// Rows of a loop that each read a file wait for one another, and all of them are in the middle of it.
@Suite struct OpenFileTests {
    @Test func `rows that each read a large table do not run out of files`() async {
        let program = Program()
        defer { program.remove() }
        program.write("in.csv", "a,b\n" + String(repeating: "one,two\n", count: 2_500))
        program.write(
            "loop.tms",
            """
            for i in 1 .. 300 {
              let n = (open "in.csv" | count)
              expect $n is 2500
            }
            print "all"
            """)
        let result = await program.shell("ulimit -n 120; $TMS \"$HOME/loop.tms\"")
        #expect(result.errors == "")
        #expect(result.output == "all\n")
    }
}
