import TMSCommands
import TMSSemantics
import TMSShell
import TMSSyntax
import TMSTestSupport
import Testing

/// A name that rows cannot have never reads as empty without a word, wherever it stands.
@Suite struct `A name that no row has` {
    /// Where a field of the rows of `ROWS` can be named.
    private static let stages = [
        "where NAME is x", "where NAME is empty", "where not (NAME over 3)", "where NAME in a, b",
        "where $it.NAME is x",
        "where \"NAME\" is x", "where \"NAME\" is not empty", "where len($it.NAME) over 3",
        "where NAME before 2026-01-01",
        "where NAME is y and number is x", "show NAME", "show number, NAME", "drop NAME", "sort by NAME",
        "sort by \"NAME\" down",
        "group by NAME | count", "group by number | median NAME", "count by NAME", "unique by NAME", "sum NAME",
        "min NAME",
        "rename NAME to other", "set other = NAME", "set other = $it.NAME", "set other = \"{$it.NAME}\"",
        "join [[number: A1234567]] on NAME", "join all [[number: A1234567]] on NAME",
    ]
    private static let statements = [
        "for p in ROWS { print $p.NAME }", "for p in ROWS { print \"{$p.number}: {$p.NAME}\" }",
        "for p in ROWS { if $p.NAME is x { print 1 } }", "let p = (ROWS | first)\nprint $p.NAME",
        "let rows = ROWS\nlet one = $rows[0]\nprint upper(\"{$one.NAME}\")",
    ]

    private static func text(_ position: String, _ rows: String, _ name: String) -> String {
        let text = position.contains("ROWS") ? position.replacing("ROWS", with: "(\(rows))") : "\(rows) | \(position)"
        return text.replacing("NAME", with: name)
    }

    private static func names(_ count: Int) -> [String] {
        var seed: UInt64 = 88_172_645_463_325_252
        return (0..<count).map { _ in
            var name = "zq"
            for _ in 0..<6 {
                seed ^= seed << 13
                seed ^= seed >> 7
                seed ^= seed << 17
                name.unicodeScalars.append(Unicode.Scalar(UInt8(97 + seed % 26)))
            }
            return name
        }
    }

    private func codes(_ text: String) -> [String] {
        Session.check(SourceFile(name: "law.tms", text: text), vocabulary: Catalogue.standard.vocabulary).diagnostics
            .map(\.code)
    }

    /// Rows of a kind that is known before the run.
    private static let known = [
        "list", "show 300403513402", "list | take 1 | show number, via", "list status transit | drop title",
        "air 172-28891936", "carriers", "[[number: A1, via: x], [number: A2]]", "late()", "$parcels",
        "$parcels[0].origin.events",
        "list | group by number | count",
    ]

    @Test(arguments: known)
    func `is an error before anything is sent where the kind of the rows is known`(rows: String) {
        let head = "define late() { return list | where silent over 3 days }\nlet parcels = list\n"
        for (position, name) in zip(Self.stages + Self.statements, Self.names(60)) {
            // The rows of this stage need not have a number.
            let text = Self.text(position, rows, name).replacing(
                "number", with: rows.contains("events") ? "text" : rows == "carriers" ? "via" : "number")
            #expect(codes(head + text).contains("E0214"), "\(text): \(codes(head + text))")
        }
    }

    @Test(arguments: [
        "list | take 2", "[[number: A1234567, b: 2], [number: A1234568]]", "list | take 2 | show number, via",
    ])
    func `is told by the run where nobody knew the rows before`(rows: String) async throws {
        let positions = Self.stages + Self.statements
        let names = Self.names(positions.count)
        var script = "define same(x) { return $x }\nlet hidden = same((\(rows)))\n"
        for (position, name) in zip(positions, names) {
            let hidden = position.replacing("[[number: A1234567]]", with: "(same([[number: A1234567]]))")
            let text = Self.text(hidden, "$hidden", name)
            script += "try {\n\(text)\n} otherwise { print $error.message }\n"
        }
        let spied = try await SpiedRun(script)
        let told = spied.run.outputs.flatMap(\.lines) + spied.run.diagnostics.map(\.message)
        for (position, name) in zip(positions, names) {
            #expect(told.contains { $0.contains("`\(name)`") }, "\(rows): \(position)")
        }
    }

    @Test func `chooses no rows for a write`() async throws {
        for condition in ["NAME is not x", "NAME is empty", "not (NAME is x)", "NAME not in a, b"] {
            let text = """
                define same(x) { return $x }
                let rows = same([[number: "300403513402"], [number: "4819237500"]])
                $rows | where \(condition.replacing("NAME", with: "zqstate")) | delete
                """
            let spied = try await SpiedRun(text)
            #expect(spied.run.diagnostics.map(\.code).contains("E0337"), "\(condition): \(spied.said)")
            #expect(!spied.calls.contains { $0.contains("delete") }, "\(condition)")
            let loop = try await SpiedRun(
                text.replacing("$rows | where", with: "for r in $rows | where").replacing(
                    " | delete", with: " { archive $r }"))
            #expect(loop.run.diagnostics.map(\.code).contains("E0337"), "\(condition): \(loop.said)")
            #expect(!loop.calls.contains { $0.contains("update") }, "\(condition)")
        }
    }
}
