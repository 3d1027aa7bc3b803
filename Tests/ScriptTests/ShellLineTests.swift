import Foundation
import TMSBase
import TMSCommands
import TMSRuntime
import TMSShell
import TMSSyntax
import TMSTestSupport
import Testing

@testable import tms

/// Lines typed one after the other: what one shows, the next can name.
struct ShellLineTests {
    @Test func `@ counts the rows shown from one`() async {
        let said = await ShellLines.run([
            "list status exception | show number, via", "show @2 | show number", "print len($last)",
        ])
        let first = said[0].lines.dropFirst().map { $0.split(separator: " ").dropFirst().first.map(String.init) ?? "" }
        let second = first.dropFirst().first ?? "?"
        #expect(said[1].lines.contains { $0.hasSuffix(second) }, "\(said)")
        #expect(said[2].lines == ["1"])
    }

    @Test func `a range of rows is the target of a verb`() async {
        let said = await ShellLines.run([
            "list status exception", "archive @2-3 | show number, outcome", "list archived | count",
        ])
        #expect(said[1].lines.count == 4, "\(said[1])")
        #expect(said[2].lines == ["4"], "two were archived before")
    }

    @Test(arguments: [
        "show TARGET", "refresh TARGET", "edit TARGET title lamp", "mark TARGET delivered", "archive TARGET",
        "unarchive TARGET", "delete TARGET", "stop updating TARGET", "change carrier of TARGET to ups",
        "track TARGET", "detect TARGET", "what is TARGET",
    ])
    func `any verb takes the rows shown as its target`(line: String) async {
        for target in ["@1", "@1-1", "those", "$last"] {
            let said = await ShellLines.run([
                "list status exception via dhl | show number, via", line.replacing("TARGET", with: target),
            ])
            #expect(said[1].codes.isEmpty && said[1].status == 0, "\(target): \(said)")
        }
    }

    @Test func `those are the rows shown, whatever they have become since`() async {
        let said = await ShellLines.run([
            "list status expired | show number, via", "mark 300403513402 exception",
            "list status expired | show number, via",
            "mark those delivered | show number, outcome", "list status expired | count",
        ])
        #expect(said[3].lines.contains { $0.contains("YT2611812345678901") }, "\(said[3])")
        #expect(said[4].lines == ["0"])
    }

    @Test func `what was shown is frozen, whatever the account does meanwhile`() async {
        let said = await ShellLines.run([
            "list status expired | show number, status", "if true { mark YT2611812345678901 delivered }",
            "print $last[0].status, len($last)", "list status expired | count",
        ])
        #expect(said[2].lines == ["expired 1"], "\(said[2])")
        #expect(said[3].lines == ["0"], "\(said[3])")
    }

    @Test(arguments: [
        ("300403513402", "4px", ["title \"desk lamp\"", "customer \"Ann Miller\"", "order \"#1001\""]),
        ("RB555666772CN", "china-post", ["title \"挂号小包 tea set\"", "customer \"Jonas Weber\""]),
    ])
    func `a deleted parcel is tracked again by the line that is said`(number: String, via: String, parts: [String])
        async throws
    {
        let shown = "list numbers \(number) | show number, via, title, customer, order, to, email, note | as json"
        let before = await ShellLines.run([shown])[0].lines
        // Where the carrier is named, nobody was asked for the fields that a question does not show.
        for (line, isWhole) in [
            ("delete \(number) via \(via)", false), ("delete \(number)", true),
            ("list numbers \(number) | delete", true),
        ] {
            let note = try #require(await ShellLines.run([line])[0].notes.first { $0.code == "N0746" }, "\(line)")
            let again = String(note.message.dropFirst("to track it again: ".count))
            for part in parts { #expect(again.contains(part), "\(line): \(again)") }
            let said = await ShellLines.run([line, again, shown])
            #expect(said[1].codes.isEmpty, "\(again): \(said[1])")
            if isWhole { #expect(said[2].lines == before, "\(again)") }
        }
    }

    @Test func `an edited parcel has its old values again by the line that is said`() async throws {
        let shown = "list numbers 300403513402 | show title, order, customer | as json"
        let before = await ShellLines.run([shown])[0].lines
        for line in ["edit 300403513402 title x order y", "edit 300403513402 via 4px title x order y"] {
            let note = try #require(await ShellLines.run([line])[0].notes.first { $0.code == "N0746" }, "\(line)")
            #expect(note.message.hasPrefix("title was \"desk lamp\", order was \"#1001\"; "), "\(note)")
            let said = await ShellLines.run([
                line, String(note.message.split(separator: ": ").last ?? ""), shown, line, "edit 300403513402 title x",
            ])
            #expect(said[2].lines == before, "\(said)")
            // What is the same as before has not changed.
            #expect(said[4].notes.isEmpty, "\(said[4].notes)")
        }
    }

    @Test func `only the first parcels of a loop are told`() async {
        let said = await ShellLines.run(["for p one by one in list | take 9 { edit $p title new }"])
        #expect((1...5).contains(said[0].notes.count { $0.code == "N0746" }), "\(said[0].notes)")
    }

    @Test(arguments: [
        "plan delete 300403513402", "plan edit 300403513402 title x", "archive 300403513402",
        "delete RR999999999CN via china-post", "list status transit | delete",
    ])
    func `what was not deleted, or deleted with many, is told no way back`(line: String) async {
        let notes = await ShellLines.run([line])[0].notes
        #expect(!notes.contains { $0.code == "N0746" }, "\(notes)")
    }

    @Test func `a line that shows nothing leaves the rows as they were`() async {
        let said = await ShellLines.run(["list status exception", "let n = 1", "print $n", "print len($last)"])
        #expect(said[3].lines == ["4"])
    }

    @Test(arguments: ["show @1", "list status exception | as card | take 1", "account", "show @1, @2 | as card"])
    func `a card keeps the list above it`(card: String) async {
        let said = await ShellLines.run([
            "list status exception | show number, via", card, "plan delete @2", "print len($last)", "show @3",
        ])
        let second = said[0].lines[2].split(separator: " ")[1]
        #expect(said[2].codes.isEmpty && said[2].lines.contains { $0.contains(second) }, "\(said)")
        #expect(said[3].lines == ["4"])
        #expect(said[4].codes.isEmpty, "\(said[4])")
    }

    @Test func `after a look at one row those are still the list`() async {
        let said = await ShellLines.run([
            "list status exception", "show @2", "refresh those | show number", "print len($last)",
        ])
        #expect(said[2].lines.count == 6, "\(said[2])")
        #expect(said[3].lines == ["4"])
    }

    @Test func `next and back go through the rows of a table`() async {
        let said = await ShellLines.run([
            "next", "list status exception | show number, via", "next", "next", "back", "back", "show @3", "next",
            "next",
            "list status expired | show number, via", "back",
        ])
        let rows = said[1].lines.dropFirst().prefix(4).map { String($0.split(separator: " ")[1]) }
        #expect(said[0].codes == ["E0622"])
        for (line, row) in [(2, 0), (3, 1), (4, 0), (6, 2), (7, 3)] {
            #expect(said[line].lines.contains { $0.contains(rows[row]) }, "\(line): \(said[line])")
        }
        #expect(said[5].codes == ["E0622"] && said[8].codes == ["E0622"])
        #expect(said[10].codes.isEmpty, "a new table begins anew")
    }

    @Test func `numbers of rows are whole, however many rows there are`() async {
        let said = await ShellLines.run(["1 .. 70000 | take 70000", "@70000"])
        let numbers = said[0].lines.dropFirst().prefix(70_000).map { $0.split(separator: " ").first.map(String.init) }
        #expect(numbers == (1...70_000).map { "\($0)" })
        #expect(said[1].lines == ["70000"], "\(said[1])")
    }

    @Test func `rows that failed are named on the next line`() async {
        let said = await ShellLines.run([
            "for n in [300403513402, AB0000000] { edit $n title x }", "print len($failures)", "$failures | show number",
        ])
        #expect(said[1].lines == ["1"], "\(said)")
        #expect(said[2].lines.contains { $0.hasSuffix("AB0000000") }, "\(said[2])")
    }

    @Test func `a pipe alone goes on with the last answer`() async {
        let said = await ShellLines.run(["list status exception", "| count"])
        #expect(said[1].lines == ["4"], "\(said[1])")
    }

    @Test func `there is no row beyond those shown`() async {
        let said = await ShellLines.run(["list status expired", "show @2", "delete @3-1"])
        #expect(said[1].codes == ["E0323"])
        #expect(said[2].codes == ["E0128"])
    }

    @Test func `variables and definitions last, a mistake changes nothing`() async {
        let said = await ShellLines.run([
            "let n = 2", "define twice(x) { return $x * 2 }", "print $m", "print twice($n)",
        ])
        #expect(said[2].codes == ["E0201"])
        #expect(said[3].lines == ["4"])
    }

    @Test func `a result stops after 100 rows, says so, and only those have names`() async {
        let said = await ShellLines.run(["1 .. 130", "print len($last)"])
        #expect(said[0].lines.last?.hasPrefix("100 of 130 rows") == true, "\(said[0].lines.suffix(2))")
        #expect(said[1].lines == ["100"])
    }
}

extension ShellLines {
    /// Runs the lines on a sandbox of their own.
    fileprivate static func run(_ lines: [String]) async -> [Said] {
        await run(lines, names: .catalogue) { SandboxWorld(path: $0 + "/account.sqlite", zone: Zone("UTC")) }
    }
}
