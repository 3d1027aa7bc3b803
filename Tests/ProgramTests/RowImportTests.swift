import Foundation
import TMSBase
import TMSTestSupport
import Testing

/// Rows of files: each is checked for itself, what fails stands in the file of failures, and the counts are true.
@Suite struct RowImportTests {
    private let program = Program()

    /// A table of orders as shops send it: every ninth row has something wrong.
    private struct Orders {
        struct Row {
            var number: String
            var via = "4px"
            var ordered = "2026-11-03"
            var email = "a@example.com"
            var to = "us"
            var title = "lamp"

            var line: String { [number, via, ordered, email, to, title].joined(separator: ",") }
        }

        enum Defect: CaseIterable {
            case number, noNumber, date, email, country, carrier, several, totals, empty, duplicate
            /// More cells than the header; a number that a spreadsheet has shortened.
            case long, shortened
            /// Not wrong: cells left out, separators too many, marks and blanks in a number, a name for a code.
            case short, separators, marks, names
        }

        static let header = "number,via,ordered,email,to,title"
        var lines = [header]
        /// The lines of the rows that fail, and how they are meant.
        var bad: [Int: Row] = [:]
        var totals: Set<Int> = []
        var good = 0
        var duplicates = 0
        var empty = 0

        init(rows: Int, seed: UInt64) {
            var random = SeededRandom(seed: seed)
            for index in 0..<rows {
                let whole = Row(number: "77\(1_000_000_000 + index)")
                let line = lines.count + 1
                guard Int.random(in: 0..<9, using: &random) == 0,
                    let defect = Defect.allCases.randomElement(using: &random)
                else {
                    good += 1
                    lines.append(whole.line)
                    continue
                }
                var row = whole
                switch defect {
                case .number: row.number = "(none)"
                case .noNumber: row.number = ""
                case .date: row.ordered = "some day"
                case .email: row.email = "nobody"
                case .country: row.to = "Nowhereland"
                case .carrier: row.via = "no such carrier!"
                case .several: (row.email, row.to) = ("nobody", "Nowhereland")
                case .long: row.title = "lamp,red"
                case .shortened: row.number = "9.4E+21"
                case .short, .separators, .marks, .names:
                    good += 1
                    lines.append(written(whole, defect))
                    continue
                case .totals:
                    totals.insert(line)
                    lines.append(",,,,,total")
                    continue
                case .empty:
                    empty += 1
                    lines.append(",,,,,")
                    continue
                case .duplicate:
                    good += 1
                    duplicates += 1
                    lines.append(whole.line)
                    lines.append(whole.line)
                    continue
                }
                bad[line] = whole
                lines.append(row.line)
            }
        }

        /// A row that is odd, and means the same.
        private func written(_ whole: Row, _ defect: Defect) -> String {
            var row = whole
            switch defect {
            case .short: return [row.number, row.via, row.ordered].joined(separator: ",")
            case .separators: return whole.line + ",,"
            // In groups as carriers print it.
            case .marks:
                let groups = stride(from: 0, to: row.number.count, by: 4).map { row.number.dropFirst($0).prefix(4) }
                row.number = "\u{FEFF}\(groups.joined(separator: " "))\u{A0}"
            default: (row.via, row.to) = (" 4PX ", "United States")
            }
            return row.line
        }

        var text: String { lines.joined(separator: "\n") + "\n" }
    }

    @Test func `every good row of 10,000 is tracked, every bad one stands in the file, and mended it is the rerun`()
        throws
    {
        defer { program.remove() }
        let orders = Orders(rows: 10_000, seed: 7)
        let file = program.write("orders.csv", orders.text)
        let failed = program.write("failed.csv", "")
        #expect(program.run("-c", "sandbox reset quota 20000").status == 0)
        let result = program.run("--failures", failed, "--quiet", "-c", "track from \"\(file)\"")
        #expect(result.status == 3)

        // In their order, with their lines, and each told once.
        let rows = try String(contentsOfFile: failed, encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(rows.first == Orders.header + ",line,code,message,remedy")
        let lines = rows.dropFirst().compactMap { Int($0.split(separator: ",", omittingEmptySubsequences: false)[6]) }
        #expect(lines == (Array(orders.bad.keys) + orders.totals).sorted())
        let told = linesTold(in: result.errors, of: file)
        for line in lines { #expect(told[line] == 1, "line \(line)") }
        #expect(result.errors.contains("\(orders.empty) empty rows"), "\(result.errors.prefix(400))")
        let count = program.run("-c", "list | count").output
        #expect(count == "\(40 + orders.good)\n")

        // A person mends the cells and leaves out what is no order.
        let mended =
            [rows[0]]
            + rows.dropFirst().compactMap { row in
                let cells = row.split(separator: ",", omittingEmptySubsequences: false)
                guard let line = Int(cells[6]), let whole = orders.bad[line] else { return nil }
                return whole.line + "," + cells[6...].joined(separator: ",")
            }
        let again = program.write("mended.csv", mended.joined(separator: "\n") + "\n")
        let rerun = program.run("--failures", failed, "-c", "track from \"\(again)\" | count")
        #expect(rerun.status == 0, "\(rerun.errors)")
        #expect(rerun.output == "\(orders.bad.count)\n")
        #expect(rerun.errors.contains("tracked · \((orders.bad.count + 39) / 40) calls"), "\(rerun.errors)")
        #expect(!rerun.errors.contains("does not use"))
        #expect(try String(contentsOfFile: failed, encoding: .utf8).isEmpty)
    }

    /// How often each line of a file is named in what is told: `orders.csv:4711, email: …`.
    private func linesTold(in text: String, of file: String) -> [Int: Int] {
        let told = text.split(separator: "\n").compactMap { line -> Int? in
            guard let name = line.range(of: file + ":") else { return nil }
            return Int(line[name.upperBound...].prefix { $0.isNumber })
        }
        return Dictionary(grouping: told, by: { $0 }).mapValues(\.count)
    }

    @Test func `requests are as full as the good rows make them`() throws {
        defer { program.remove() }
        let orders = Orders(rows: 2_000, seed: 11)
        let file = program.write("orders.csv", orders.text)
        #expect(program.run("-c", "sandbox reset quota 20000").status == 0)
        let summary = try #require(program.run("-c", "track from \"\(file)\"").errors.summary)
        // What stands twice goes once more; what the account then holds of it is known from the first answer.
        #expect(summary.count(of: "calls") == (orders.good + orders.duplicates + 39) / 40, "\(summary)")
        #expect(summary.count(of: "tracked") == orders.good)
        #expect(summary.count(of: "failed") == orders.bad.count + orders.totals.count)
    }

    @Test(arguments: 1...8)
    func `what was done, what failed and what was not sent are all the rows`(seed: UInt64) throws {
        defer { program.remove() }
        var random = SeededRandom(seed: seed)
        let count = Int.random(in: 1...400, using: &random)
        let orders = Orders(rows: count, seed: seed)
        let rows = orders.lines.count - 1 - orders.empty
        let file = program.write("orders.csv", orders.text)
        let failed = program.write("failed.csv", "")
        let quota = Int.random(in: 1...count, using: &random)
        let calls = Int.random(in: 1...12, using: &random)
        let body = "track from \"\(file)\""
        let loop = "for r in open \"\(file)\" { track $r.number via $r.via to $r.to email $r.email ordered $r.ordered }"
        let piped = "open \"\(file)\" | where title is not total | track"
        let opened = orders.lines.count - 1
        let limited = "limit \(calls) calls { \(loop) }"
        for (line, given) in [(body, rows), (loop, opened), (piped, rows - orders.totals.count), (limited, opened)] {
            _ = program.run("-c", "sandbox reset quota \(quota)")
            let result = program.run("--failures", failed, "-c", line)
            let summary = try #require(result.errors.summary, "\(result.errors)")
            let done = (summary.count(of: "tracked") ?? 0) + (summary.count(of: "already tracked") ?? 0)
            let left = (summary.count(of: "failed") ?? 0) + (summary.count(of: "not sent") ?? 0)
            #expect(done + left == given, "\(line): \(summary), \(given) rows")
            let written = try String(contentsOfFile: failed, encoding: .utf8).split(separator: "\n").count
            #expect(written == (left == 0 ? 0 : left + 1), "\(line): \(summary)")
        }
    }

    @Test func `a row keeps its line and its cells through every stage`() throws {
        defer { program.remove() }
        let text = """
            Nr,Carrier,Note,Order date
            300403513351,4px,"two
            lines",2026-11-03

            300403513352,4px,"a ""quoted"" one",never
            300403513353,4px,,2026-11-04
            ,4px,none,2026-11-05

            """
        let file = program.write("orders.csv", text)
        let failed = program.write("failed.csv", "")
        let stages = [
            "rename Nr to number, \"Order date\" to ordered", "set via = lower(Carrier)", "show number, via, ordered",
            "sort by ordered down", "where via is 4px", "take 9",
        ]
        let whole = "open \"\(file)\" | " + stages.joined(separator: " | ")
        for line in [
            whole + " | track", "let rows = \(whole)\n$rows | track",
            "for r in \(whole) { track $r.number via $r.via ordered $r.ordered }",
        ] {
            _ = program.run("-c", "sandbox reset")
            let result = program.run("--failures", failed, "-c", line)
            #expect(result.status == 3, "\(result.errors)")
            #expect(result.errors.contains("\(file):5"), "\(result.errors)")
            #expect(result.errors.contains("\(file):7: "), "\(result.errors)")
            let rows = try String(contentsOfFile: failed, encoding: .utf8).split(separator: "\n").sorted()
            #expect(rows.count == 3)
            #expect(rows.last == "Nr,Carrier,Note,Order date,line,code,message,remedy")
            #expect(
                rows.contains { $0.hasPrefix("300403513352,4px,\"a \"\"quoted\"\" one\",never,5,E0602,") }, "\(rows)")
            #expect(rows.contains { $0.hasPrefix(",4px,none,2026-11-05,7,") }, "\(rows)")
        }
    }

    @Test(arguments: [
        "for r in open \"orders.csv\" { track $r.number via $r.via }", "open \"orders.csv\" | track",
        "open \"orders.csv\" | where via is 4px | track", "track from \"orders.csv\"",
    ])
    func `a row with too many cells keeps none of the others from being sent`(line: String) throws {
        defer { program.remove() }
        var rows = (0..<100).map { "3004035141\(10 + $0),4px,lamp" }
        rows[7] += ",,"
        rows.insert("300403513351,4px,lamp,red", at: 50)
        program.write("orders.csv", "number,via,title\n" + rows.joined(separator: "\n") + "\n")
        let failed = program.write("failed.csv", "")
        let result = program.shell("cd \"$HOME\"; \"$TMS\" --failures failed.csv -c '\(line)'")
        #expect(result.status == 3, "\(result.errors)")
        #expect(result.errors.summary?.count(of: "tracked") == 100, "\(result.errors)")
        #expect(result.errors.contains("1 failed (1 with too many cells)"), "\(result.errors)")
        let written = try String(contentsOfFile: failed, encoding: .utf8).split(separator: "\n")
        #expect(written.count == 2 && written.last?.hasPrefix("300403513351,4px,lamp,52,E0804,") == true, "\(written)")
        #expect(written.last?.contains("`red`") == true)
    }

    @Test(arguments: [
        "for r in open \"orders.csv\" { track $r.number via $r.via }", "open \"orders.csv\" | track",
        "track from \"orders.csv\"",
    ])
    func `what stands before a place that cannot be read is sent`(line: String) throws {
        defer { program.remove() }
        let rows =
            (0..<90).map { "3004035141\(10 + $0),4px,lamp" } + ["300403513351,4px,\"lamp", "300403513352,4px,lamp"]
        program.write("orders.csv", "number,via,title\n" + rows.joined(separator: "\n") + "\n")
        let failed = program.write("failed.csv", "")
        let result = program.shell("cd \"$HOME\"; \"$TMS\" --failures failed.csv -c '\(line)'")
        #expect(result.status == 1 && result.errors.contains("error E0805: orders.csv:92"), "\(result.errors)")
        #expect(result.errors.summary?.count(of: "tracked") == 90, "\(result.errors)")
        #expect(try String(contentsOfFile: failed, encoding: .utf8).contains("E0805"))
    }

    @Test(arguments: ["jsonl", "json"])
    func `rows of JSON keep their lines too`(form: String) throws {
        defer { program.remove() }
        let rows = [
            #"{"number":"300403513351","via":"4px"}"#, #"{"number":"","via":"4px","title":"a, b"}"#,
            #"{"number":"300403513352","via":"4px"}"#,
        ]
        let text =
            form == "json" ? "[\n" + rows.joined(separator: ",\n") + "\n]\n" : rows.joined(separator: "\n") + "\n"
        let file = program.write("orders.\(form)", text)
        let failed = program.write("failed.\(form)", "")
        let result = program.run("--failures", failed, "-c", "open \"\(file)\" | set x = 1 | sort by via | track")
        #expect(result.status == 3)
        #expect(result.errors.contains("\(file):\(form == "json" ? 3 : 2): "), "\(result.errors)")
        let written = try String(contentsOfFile: failed, encoding: .utf8)
        #expect(written.contains(#""title":"a, b""#) && !written.contains(#""x""#), "\(written)")
    }

    @Test func `check digits of rows are told once, in a loop as in a pipe`() {
        defer { program.remove() }
        let numbers = ["RA123456789CN", "RA123456788CN", "RA123456785CN", "RA123456786CN", "RA123456787CN"]
        let file = program.write("orders.csv", "number,via\n" + numbers.map { $0 + ",china-post\n" }.joined())
        for line in ["track from \"\(file)\"", "for r in open \"\(file)\" { track $r.number via $r.via }"] {
            _ = program.run("-c", "sandbox reset")
            let result = program.run("-c", line)
            #expect(result.status == 0)
            #expect(result.errors.components(separatedBy: "check digit").count == 2, "\(result.errors)")
            #expect(result.errors.contains("4 numbers"), "\(result.errors)")
        }
    }

    @Test func `check and plan tell of the rows that will fail`() {
        defer { program.remove() }
        let file = program.write(
            "orders.csv", "number,via,to\n300403513351,4px,us\n300403513352,4px,Nowhereland\n,,\n,4px,us\n")
        let script = program.write("import.tms", "track from \"\(file)\"\n")
        let check = program.run("check", script)
        #expect(check.status == 3)
        #expect(check.errors.contains("\(file):3, to: ") && check.errors.contains("\(file):5: "), "\(check.errors)")
        #expect(check.errors.contains("2 of 3 rows"), "\(check.errors)")
        // `open FILE | VERB` reads the same rows in the same way.
        let opened = program.write("opened.tms", "open \"\(file)\" | track\n")
        let checkOpened = program.run("check", opened)
        #expect(checkOpened.status == 3)
        #expect(
            checkOpened.errors.contains("\(file):3, to: ") && checkOpened.errors.contains("2 of 3 rows"),
            "\(checkOpened)")
        let coded = program.run("check", "--diagnostics", "json", script).errors
        #expect(coded.contains("\"E0744\""), "\(coded)")
        let plan = program.run("-c", "plan track from \"\(file)\"")
        #expect(plan.status == 3)
        #expect(
            plan.errors.contains("\(file):3, to: ") && plan.errors.contains("1 to track · 2 cannot be"),
            "\(plan.errors)")
        #expect(program.run("-c", "list | count").output == "40\n")
        let told = program.run("--diagnostics", "json", "-c", "track from \"\(file)\"").errors
        #expect(told.contains("\"N0743\""), "\(told)")
    }

    @Test func `columns that look like those of a file of failures keep their cells`() throws {
        defer { program.remove() }
        let file = program.write("orders.csv", "number,via,code,message\n,4px,A7,thanks\n")
        let failed = program.write("failed.csv", "")
        _ = program.run("--failures", failed, "-c", "track from \"\(file)\"")
        let text = try String(contentsOfFile: failed, encoding: .utf8)
        #expect(
            text.hasPrefix("number,via,code,message,line,tms_code,tms_message,remedy\n,4px,A7,thanks,2,E0603,"),
            "\(text)")
        let again = program.write("again.csv", text)
        _ = program.run("--failures", failed, "-c", "track from \"\(again)\"")
        #expect(try String(contentsOfFile: failed, encoding: .utf8) == text)
    }
}

extension String {
    /// The line that tells what became of the rows.
    fileprivate var summary: String? {
        split(separator: "\n").last { $0.contains(" · ") && $0.contains(" call") }.map(String.init)
    }

    /// The number before a word of the line: `8,796 tracked`.
    fileprivate func count(of word: String) -> Int? {
        for part in components(separatedBy: " · ") {
            let words = part.split(separator: " ", maxSplits: 1)
            guard words.count == 2, words[1] == word || words[1].hasPrefix(word + " ") else { continue }
            return Int(words[0].filter(\.isNumber))
        }
        return nil
    }
}
