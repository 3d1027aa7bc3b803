import Foundation
import TMSCommands
import TMSSemantics
import TMSShell
import TMSSyntax
import Testing
import TrackingMore

/// Every name in the tables of docs/api.md and docs/language.md works.
struct DocumentTableTests {
    private static let vocabulary = Catalogue.standard.vocabulary

    private static func page(_ name: String) throws -> [Substring] {
        try String(contentsOfFile: Tree.root + "/docs/" + name, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The cells of the tables below a heading, up to the next heading of its rank, without their heads.
    private static func rows(_ name: String, below heading: String, head: String) throws -> [[String]] {
        let lines = try page(name).drop { $0 != heading }.dropFirst()
        let rank = heading.prefix { $0 == "#" }.count
        let chapter = lines.prefix { line in
            let marks = line.prefix { $0 == "#" }.count
            // One mark begins a comment of a script.
            return marks < 2 || marks > rank || !line.dropFirst(marks).hasPrefix(" ")
        }
        return chapter.drop { !$0.hasPrefix(head) }.dropFirst(2).prefix { $0.hasPrefix("|") }.map(cells)
    }

    private static func cells(_ row: Substring) -> [String] {
        row.replacing("\\|", with: "\u{1}").dropFirst(1).dropLast(1).split(
            separator: "|", omittingEmptySubsequences: false
        )
        .map { $0.replacing("\u{1}", with: "|").trimmingCharacters(in: .whitespaces) }
    }

    private static func codes(_ cell: String) -> [String] { cell.matches(of: /`([^`]+)`/).map { String($0.1) } }

    private func errors(_ text: String) -> [String] {
        Session.check(SourceFile(name: "law.tms", text: text), vocabulary: Self.vocabulary).diagnostics
            .filter { $0.severity == .error }.map(\.message)
    }

    @Test func `every field of a parcel that the language names can be read, under both names`() throws {
        let rows = try Self.rows("language.md", below: "## 3 Values", head: "| name | field of the API |")
        #expect(rows.count > 12)
        for row in rows {
            let wires = row[1].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
                .filter { $0 != "the same" && !$0.isEmpty }
            for name in Self.codes(row[0]) + wires {
                #expect(errors("let p = show 300403513402\nprint $p.\(name)") == [], "\(name)")
                #expect(errors("list | show number, \(name)") == [], "\(name)")
                #expect(errors("list | where \(name) is not empty | count") == [], "\(name)")
            }
        }
    }

    @Test func `every stage is in the table, and every word of the table is one`() throws {
        let rows = try Self.rows("language.md", below: "## 7 Pipelines and stages", head: "| stage |")
        var words: Set<String> = []
        for row in rows {
            for code in Self.codes(row[0]) { words.insert(String(code.prefix { $0 != " " })) }
        }
        #expect(words == Set(StageWord.allCases.map(\.rawValue)))
        let forms = rows.first { $0[0].hasPrefix("`as") }.map { Self.codes($0[1]) } ?? []
        #expect(Set(forms) == Set(OutputFormat.allCases.filter { $0 != .plain }.map(\.rawValue)))
    }

    @Test func `every function is in the table, and every word of the table is one`() throws {
        let rows = try Self.rows("language.md", below: "### Functions", head: "| function | gives |")
        let named = rows.flatMap { Self.codes($0[0]) }.map { String($0.prefix { $0 != "(" }) }
        #expect(Set(named) == Set(Function.all.map(\.name)))
        #expect(named.count == Set(named).count)
    }

    @Test func `every operator is in the table`() throws {
        let rows = try Self.rows("language.md", below: "## 7 Pipelines and stages", head: "| | |")
        let text = rows.map { $0[0] }.joined(separator: " ")
        for comparison in ComparisonOperator.allCases {
            #expect(text.contains("\(comparison.rawValue)"), "\(comparison)")
        }
        for word in InnerWord.operators { #expect(text.contains(word), "\(word)") }
    }

    @Test func `every status that the language names is one`() throws {
        let text = try Self.page("language.md").joined(separator: " ")
        for status in Status.allCases { #expect(text.contains("`\(status.rawValue)`"), "\(status)") }
    }

    @Test func `every word of a call in the reference is taken by its verb`() throws {
        for endpoint in Dialect.v2.endpoints where !endpoint.lines.isEmpty {
            let rows = try Self.rows("api.md", below: "## \(endpoint.id)", head: "| in a line |")
            let labels = endpoint.lines.flatMap { line in
                Self.vocabulary.verbs.first { $0.name == line.verb }?.clauses.map(\.label) ?? []
            }
            for word in rows.flatMap({ Self.codes($0[0]) }) {
                #expect(labels.contains(word), "\(endpoint.id): \(word)")
            }
            for field in rows.flatMap({ Self.codes($0[1]) }) {
                let isSent =
                    endpoint.parameters.contains { $0.field == field } || field.hasSuffix("_min")
                    || field.hasSuffix("_max")
                #expect(isSent, "\(endpoint.id): \(field)")
            }
        }
    }

    @Test func `every field of a record in the reference can be read from what its call answers`() throws {
        var compared = 0
        for endpoint in Dialect.v2.endpoints where !endpoint.lines.isEmpty && !endpoint.returns.schema.fields.isEmpty {
            guard let example = endpoint.examples.first, !endpoint.effect.isWrite else { continue }
            let heading = "### \(endpoint.returns.schema.name) record"
            for row in try Self.rows("api.md", below: heading, head: "| field |") {
                for name in Self.codes(row[0]) + Self.codes(row[1]) {
                    compared += 1
                    // A name with a hyphen is no word glued to a variable.
                    let path = name.contains("-") ? "[\"\(name)\"]" : ".\(name)"
                    #expect(errors("for r in \(example) { print $r\(path) }") == [], "\(heading): \(name)")
                }
            }
        }
        #expect(compared > 80)
    }
}
