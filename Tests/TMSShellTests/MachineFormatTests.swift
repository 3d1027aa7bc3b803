import TMSRuntime
import TMSShell
import TMSSyntax
import Testing

@Suite struct MachineFormatTests {
    private let rows: [Value] = [
        RenderingBench.record([
            ("id", .string("a\"b")), ("n", .text(Text("12345678901234567890", isNumberLexeme: true))),
            ("x", .null), ("tags", .items([.string("p"), .integer(1)])),
        ]),
        RenderingBench.record([("id", .string("line\nbreak")), ("new", .boolean(true)), ("gone", .nothing)]),
    ]
    private let description = RenderingBench.result(of: "x", verb: nil, schema: nil)

    @Test func `json is one array of the records as they came`() {
        let text = RenderingBench(format: .json).show(rows, description)
        #expect(
            text == """
                [
                {"id":"a\\"b","n":12345678901234567890,"x":null,"tags":["p",1]},
                {"id":"line\\nbreak","new":true}
                ]

                """)
    }

    @Test func `json of nothing is an empty array`() {
        #expect(RenderingBench(format: .json).show([], description) == "[]\n")
    }

    @Test func `jsonl is a record a line`() {
        let text = RenderingBench(format: .jsonl).show(rows, description)
        #expect(text.split(separator: "\n").count == 2)
    }

    @Test func `the header of csv is the union of keys in the order they were seen`() {
        let text = RenderingBench(format: .csv).show(rows, description)
        #expect(
            text == """
                id,n,x,tags,new,gone
                "a""b",12345678901234567890,,"[""p"",1]",,
                "line
                break",,,,true,

                """)
    }

    @Test func `a cell of tsv keeps its line break, in quotes`() {
        let text = RenderingBench(format: .tsv).show(rows, description)
        #expect(text.contains("\"line\nbreak\"\t\t\t\ttrue\t\n"))
    }

    @Test func `a pipe gets friendly columns and no footer`() {
        let text = RenderingBench(isTerminal: false, isInteractive: false)
            .show(RenderingBench.late, RenderingBench.result(of: "list"))
        #expect(
            text == """
                number\tvia\tto\tstatus\tsilent\ttravelling\ttitle
                300403513402\t4px\tus\ttransit\t12 days\t21 days\tdesk lamp
                RB555666778CN\tchina-post\tde\ttransit\t9 days\t17 days\t挂号小包 tea set
                1Z999AA10123456784\tups\tca\ttransit\t6 days\t8 days\t

                """)
    }

    @Test func `print goes to standard error beside machine output`() {
        let bench = RenderingBench(format: .json)
        bench.renderer.handle(.line("hello"))
        #expect(bench.output.text == "")
        #expect(bench.errors.text == "hello\n")
    }
}
