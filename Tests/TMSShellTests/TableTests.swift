import TMSBase
import TMSEngine
import TMSRuntime
import TMSShell
import TMSSyntax
import TMSTestSupport
import Testing

@Suite struct TableTests {
    @Test func `a list shows what the query asks about and counts its rows`() {
        let bench = RenderingBench(
            facts: RunFacts(calls: 1, listing: .init(asked: ["status"], sifted: [], total: 31), age: 11_000))
        var result = RenderingBench.result(of: "list status transit", mentioned: ["status"])
        result.isSifted = true
        let text = bench.show(RenderingBench.late, result)
        #expect(
            text == """
                 #  number              via         to  silent  travelling  title
                 1  300403513402        4px         us    12 d        21 d  desk lamp
                 2  RB555666778CN       china-post  de     9 d        17 d  挂号小包 tea set
                 3  1Z999AA10123456784  ups         ca     6 d         8 d
                3 of 31 in transit · 1 call · oldest answer 3 h

                """)
    }

    @Test(arguments: [40, 50, 60, 72, 80, 120])
    func `no line is wider than the paper`(_ width: Int) {
        let bench = RenderingBench(width: width)
        let text = bench.show(RenderingBench.late, RenderingBench.result(of: "list"))
        for line in text.split(separator: "\n") { #expect(DisplayWidth.of(line) <= width, "\(width): \(line)") }
        #expect(text.contains("300403513402"))
    }

    @Test(arguments: [40, 60])
    func `a narrow table keeps number and status, and names what it has no room for`(width: Int) {
        let bench = RenderingBench(width: width)
        let rows = [
            RenderingBench.parcel("1Z999AA10123456784", "ups", "ca", "delivered", 8, 6, "a lamp of a long name"),
            RenderingBench.parcel("RB555666778CN", "china-post", "de", "transit", 17, 9, nil),
        ]
        let text = bench.show(rows, RenderingBench.result(of: "list"))
        #expect(text.contains("1Z999AA10123456784") && text.contains("delivered"), "\(text)")
        #expect(text.contains("no room for "), "\(text)")
        for name in width == 40 ? ["silent", "travelling", "title"] : [] {
            #expect(text.split(separator: "no room for").last?.contains(name) == true, "\(text)")
        }
        #expect(text.replacing("\n", with: " ").contains("browse shows all"), "\(text)")
    }

    @Test func `numbers are whole, and columns that say nothing go first`() {
        let bench = RenderingBench(width: 60)
        let names = ["number", "via", "to", "status", "silent", "travelling", "title", "order"]
        let rows = [
            RenderingBench.parcel("1Z999AA10123456784", "ups", "ca", "transit", 8, 6, nil),
            RenderingBench.parcel("61299998820821171811", "china-post", "de", "transit", 17, 9, nil),
        ]
        let text = bench.show(rows, RenderingBench.result(of: "list | show …", columns: names))
        #expect(text.contains("61299998820821171811") && text.contains("1Z999AA10123456784"), "\(text)")
        #expect(text.contains("no room for title, order"), "\(text)")
    }

    @Test func `columns the user named stay, shortened if they must`() {
        let bench = RenderingBench(width: 40)
        let text = bench.show(
            RenderingBench.late,
            RenderingBench.result(of: "list | show title, number, via", columns: ["title", "number", "via"]))
        #expect(text.hasPrefix(" #  title "))
        #expect(text.contains("…"))
        #expect(text.contains("via"))
    }

    @Test func `numbers stand to the right`() {
        let bench = RenderingBench(isInteractive: false)
        let rows = [("a", 5), ("b", 1_000)].map {
            RenderingBench.record([("word", .string($0.0)), ("count", .integer($0.1))])
        }
        let text = bench.show(rows, RenderingBench.result(of: "x", verb: nil, schema: nil))
        #expect(text == "word  count\na         5\nb      1000\n2 rows\n")
    }

    @Test func `a terminal shows a hundred rows and wants no more`() {
        let bench = RenderingBench()
        let rows = (0..<150).map { RenderingBench.parcel("RB\(100_000 + $0)CN", "ups", "us", "transit", 3, 1, nil) }
        let text = bench.show(rows, RenderingBench.result(of: "list"))
        #expect(text.split(separator: "\n").count == 102)
        #expect(text.contains("100 of 150 parcels"))
        #expect(bench.renderer.shown?.count == 100)
    }

    @Test func `a table that is cut says of how many, if anybody knows`() {
        let rows = (0..<150).map { RenderingBench.parcel("RB\(100_000 + $0)CN", "ups", "us", "transit", 3, 1, nil) }
        let known = RenderingBench().show(rows, RenderingBench.result(of: "list"), ResultEnd(isCut: true, total: 4_000))
        #expect(known.contains("100 of 4,000 parcels"))
        let unknown = RenderingBench().show(rows, RenderingBench.result(of: "list"), ResultEnd(isCut: true))
        #expect(unknown.contains("first 100 parcels, more follow"))
    }

    @Test func `a query that says how many is not cut, and writes are never stopped`() {
        let rows = (0..<150).map { RenderingBench.parcel("RB\(100_000 + $0)CN", "ups", "us", "transit", 3, 1, nil) }
        var description = RenderingBench.result(of: "list | take 150")
        description.isBounded = true
        #expect(RenderingBench().show(rows, description).contains("150 parcels"))
        description.isBounded = false
        description.isToBeDone = true
        let bench = RenderingBench()
        bench.renderer.handle(.beginResult(description))
        for row in rows { bench.renderer.handle(.row(row)) }
        #expect(bench.renderer.wantsMore)
    }

    @Test func `nothing found is said`() {
        #expect(RenderingBench().show([], RenderingBench.result(of: "list")) == "no parcels\n")
    }

    @Test func `text from outside cannot move the cursor`() {
        let bench = RenderingBench()
        let text = bench.show(
            [RenderingBench.parcel("RB100000CN", "ups", "us", "transit", 1, 1, "a\u{1B}[2Jb\nc\u{9B}1m")],
            RenderingBench.result(of: "list"))
        #expect(!text.contains("\u{1B}"))
        #expect(!text.contains("\u{9B}"))
        #expect(text.contains("a\u{FFFD}[2Jb c\u{FFFD}1m"))
    }

    @Test func `a quiet run shows no results`() {
        let bench = RenderingBench(isQuiet: true)
        #expect(bench.show(RenderingBench.late, RenderingBench.result(of: "list")) == "")
        bench.renderer.handle(.line("said"))
        #expect(bench.output.text == "said\n")
    }

    /// Rows of columns at random: short ones, long ones, wide characters, numbers, dates and nothing.
    @Test(arguments: 0..<40)
    func `a table fits any paper from 40 on, and names the columns it has no room for`(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let names = (0..<(1 + random.below(14))).map { "c\($0)" + String(repeating: "x", count: random.below(9)) }
        let rows: [Value] = (0..<(1 + random.below(6))).map { _ in
            RenderingBench.record(
                names.map { name in
                    let length = random.below(30)
                    let value: Value =
                        switch random.below(5) {
                        case 0: .nothing
                        case 1: .integer(random.below(1_000_000))
                        case 2: .string(String(repeating: "茶", count: length))
                        case 3: .duration(random.below(90) * 86_400)
                        default: .string(String(repeating: "word ", count: length / 4))
                        }
                    return (name, value)
                })
        }
        for width in [40, 41, 57, 80, 100, 160] {
            for columns in [nil, names] {
                let bench = RenderingBench(width: width)
                let text = bench.show(
                    rows, RenderingBench.result(of: "x", verb: nil, schema: nil, columns: columns))
                let lines = text.split(separator: "\n")
                for line in lines { #expect(DisplayWidth.of(line) <= width, "\(width): \(line)") }
                let heading = lines.first.map(String.init) ?? ""
                let footer = lines.dropFirst(rows.count + 1).joined(separator: " ")
                let shown = heading.split(separator: " ").dropFirst().map { $0.prefix { $0 != "…" } }
                for name in names where columns != nil {
                    let isShown = shown.contains { name.hasPrefix($0) }
                    #expect(isShown || footer.contains(name), "\(width): \(name) in \(text)")
                }
            }
        }
    }

    @Test func `text of the service is read without its markup, and a file's cell as it stands`() {
        let scan = "<b>Filiale</b> f&uuml;r Sie"
        let row = RenderingBench.record(
            [("tracking_number", .string("A12345")), ("title", .string(scan))], kind: RenderingBench.kind)
        let description = RenderingBench.result(of: "list | show number, title", columns: ["number", "title"])
        #expect(RenderingBench().show([row], description).contains("Filiale für Sie"))
        for format in [OutputFormat.md, .html, .txt, .card, .plain] {
            let text = RenderingBench(format: format).show([row], description)
            #expect(text.contains("Filiale für Sie"), "\(format): \(text)")
        }
        #expect(RenderingBench(format: .csv).show([row], description).contains(scan))
        #expect(RenderingBench(format: .json).show([row], description).contains("<b>Filiale</b>"))
        let cell = RenderingBench.record([("title", .string(scan))])
        #expect(
            RenderingBench().show([cell], RenderingBench.result(of: "x", verb: nil, schema: nil)).contains(scan))
    }
}
