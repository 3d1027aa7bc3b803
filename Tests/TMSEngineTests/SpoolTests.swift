import Glibc
import TMSCommands
import TMSEngine
import TMSRuntime
import TMSSemantics
import TMSSyntax
import TMSTestSupport
import Testing

/// A `let` of more rows than the memory should hold.
@Suite struct SpoolTests {
    let folder = Folder()

    /// What a text prints with so many rows held in the memory.
    private func run(_ text: String, rowsHeld: Int, spool: String? = nil) async -> [String] {
        var context = Bench(directory: folder.path).context
        context.maxRowsHeld = rowsHeld
        context.spoolDirectory = spool ?? folder.path + "/spool"
        let vocabulary = context.catalogue.vocabulary
        let file = SourceFile(name: "-c", text: text)
        let checked = check(parse(file, vocabulary: vocabulary), vocabulary: vocabulary, context: Nothing())
        guard !checked.hasErrors else { return checked.diagnostics.map(\.message) }
        let log = ProgramTests.Log()
        let result = await Engine(context: context).run(.compile(checked, vocabulary: vocabulary)) { event in
            switch event {
            case .lines(let lines):
                log.lines += String(decoding: lines, as: UTF8.self).split(
                    separator: "\n", omittingEmptySubsequences: false
                ).dropLast().map(String.init)
            case .row(let row): log.lines.append(row.plainText)
            case .value(let value, _, _): log.lines.append(value.plainText)
            default: break
            }
        }
        if let failure = result.failure {
            log.lines.append("\(failure.diagnostic.code): \(failure.diagnostic.message)")
        }
        return log.lines
    }

    @Test(arguments: [
        "let x = open \"in.csv\"\nprint len($x)\n$x | where n over 2990 | show n\n$x | count\n$x | last",
        "let x = open \"in.csv\" | set m = n * 2\nlet y = $x | where m under 3000 | sort by m down\nprint len($y)\n$y | first",
        "let x = open \"in.csv\"\nprint $x[7].t $x[-1].n\n$x | join $x on n | unique by n | sum n",
        "let x = 1 .. 5000 | where $it % 3 is 0\nlet s = 0\nfor i in $x { $s = $s + $i }\nprint $s\nfor a, i in $x | take 3 { print $i $a }",
        "let x = open \"in.jsonl\"\n$x | save \"out.jsonl\"\nopen \"out.jsonl\" | sum n\n$x | skip 2999",
        "let rows = (open \"in.csv\" | take 1500)\nfor r in $rows { if $r.n is 1200 { break } }\n$rows | count",
    ])
    func `is used as any other, however little the memory holds`(text: String) async {
        let rows = (0..<3_000).map { "\($0),\"a \"\"b\"\" \($0 % 7)\",\($0 % 2 == 0 ? "" : "é")" }
        folder.write("in.csv", "n,t,u\n" + rows.joined(separator: "\n"))
        folder.write(
            "in.jsonl",
            (0..<3_000).map { "{\"n\":\($0),\"big\":12345678901234567890.50,\"l\":[1,null,{\"a\":1.5}],\"e\":null}\n" }
                .joined())
        let whole = await run(text, rowsHeld: .max)
        #expect(!whole.isEmpty)
        for held in [0, 1, 999, 2_999] {
            #expect(await run(text, rowsHeld: held) == whole, "\(held) rows in the memory")
        }
        #expect(folder.names.filter { $0.hasPrefix("rows-") } == [])
        rmdir(folder.path + "/spool")
    }

    @Test func `leaves no file behind, and says where it cannot keep rows`() async {
        folder.write("in.csv", "n\n" + String(repeating: "1\n", count: 5_000))
        #expect(await run("let x = open \"in.csv\"\n$x | count", rowsHeld: 10) == ["5000"])
        #expect(rmdir(folder.path + "/spool") == 0)
        let lines = await run("let x = open \"in.csv\"\n$x | count", rowsHeld: 10, spool: "/dev/null")
        #expect(
            lines.first?.hasPrefix(
                "\("E0811"): more rows than the memory should hold, and they cannot be kept in /dev/null")
                == true)
    }
}
