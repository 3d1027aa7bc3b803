import Foundation
import TMSCommands
import TMSRuntime
import TMSSyntax
import TMSTestSupport
import Testing
import TrackingMore

/// Every name in the tables of docs/api.md reads the field it stands beside, in every record that a call answers with
/// and in every record inside of it.
@Suite struct `The names of fields` {
    /// A line for every kind of record, that the sandbox answers with rows.
    static let sources: [(line: String, schema: RecordSchema, kind: String)] = [
        ("list", .tracking, "parcel"), ("show 300403513402", .tracking, "parcel"),
        ("refresh 300403513402", .tracking, "parcel"), ("air 172-28891936", .airCargo, "air cargo"),
        ("account", .account, "account"), ("count by status", .statusCounts, "status counts"),
        ("carriers", .carrier, "carrier"), ("detect 300403513402", .carrierGuess, "carrier guess"),
        ("remote area us 99501", .remotePlace, "remote place"),
        ("transit time via usps from us to ca, mx", .transitTime, "transit time"),
    ]

    @Test(arguments: sources.map(\.line))
    func `read the same under the word of people and that of the wire, at every depth`(line: String) async throws {
        let source = try #require(Self.sources.first { $0.line == line })
        var script = NameScript(schema: source.schema, computed: Self.computed(source.kind))
        let spied = try await SpiedRun(script.text(over: line))
        #expect(spied.run.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
        #expect(spied.lines == ["read \(script.names) names"], "\(line)")
    }

    @Test func `belong to every record that a call answers with`() {
        let covered = Set(Self.sources.map(\.schema.name))
        for endpoint in Dialect.v2.endpoints where !endpoint.effect.isWrite && !endpoint.returns.schema.fields.isEmpty {
            #expect(covered.contains(endpoint.returns.schema.name), "\(endpoint.id)")
        }
    }

    @Test(arguments: sources.filter { $0.line != "show 300403513402" }.map(\.line))
    func `choose the same rows in every stage`(line: String) async throws {
        let source = try #require(Self.sources.first { $0.line == line })
        var script = "let rows = \(line.hasPrefix("acc") ? "[(\(line))]" : "(\(line))")\n"
        for field in source.schema.fields where field.friendly != field.wire && field.isPlain {
            if Self.computed(source.kind).contains(field.friendly) { continue }
            let (friendly, wire) = (field.friendly, field.wire)
            for stage in [
                "where NAME is not empty | count", "where \"NAME\" is empty | count", "unique by NAME | count",
            ] {
                let pair = [friendly, wire].map { "($rows | \(stage.replacing("NAME", with: $0)))" }
                script +=
                    "if \(pair[0]) is not \(pair[1]) { print \"\(friendly) by \(stage.replacing("\"", with: ""))\" }\n"
            }
            for (place, stage) in ["sort by NAME | show NAME | first", "count by NAME | first"].enumerated() {
                script += "let a\(place)\(friendly) = ($rows | \(stage.replacing("NAME", with: friendly)))\n"
                script += "let b\(place)\(friendly) = ($rows | \(stage.replacing("NAME", with: wire)))\n"
                let values = "\"={$a\(place)\(friendly).\(friendly)}\" is not \"={$b\(place)\(friendly).\(wire)}\""
                script += "if \(values) { print \"\(friendly) by \(stage)\" }\n"
            }
        }
        let spied = try await SpiedRun(script)
        #expect(spied.run.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
        #expect(spied.lines == [], "\(line)")
    }

    private static func computed(_ kind: String) -> Set<String> {
        Set(Catalogue.standard.kinds[kind].map { Array($0.computed.keys) } ?? [])
    }
}

/// A script that compares the two names of each field in every record of an answer, and prints those that differ.
private struct NameScript {
    let schema: RecordSchema
    /// Fields that tms works out: their word and their name on the wire are two things.
    let computed: Set<String>
    private(set) var names = 0
    private var loops = 0

    init(schema: RecordSchema, computed: Set<String>) {
        self.schema = schema
        self.computed = computed
    }

    mutating func text(over line: String) -> String {
        let body = compare("$r", schema, path: "")
        return "for r in (\(line)) {\n\(body)}\nprint \"read \(names) names\"\n"
    }

    private mutating func compare(_ record: String, _ schema: RecordSchema, path: String) -> String {
        var text = ""
        for field in schema.fields {
            if path.isEmpty, computed.contains(field.friendly) { continue }
            names += 1
            let (friendly, wire) = ("\(record).\(field.friendly)", "\(record).\(field.wire)")
            let name = "\(path).\(field.friendly)"
            text += "if \"={\(friendly)}\" is not \"={\(wire)}\" { print \"\(name)\" }\n"
            loops += 1
            let variable = "x\(loops)"
            switch field.kind {
            case .record(let inner): text += compare(friendly, inner, path: name)
            case .list(of: .record(let inner), _):
                text += "for \(variable) in \(friendly) {\n\(compare("$" + variable, inner, path: name))}\n"
            case .map(let inner):
                text += "for \(variable) in keys(\(friendly)) {\n"
                text += "let y\(variable) = \(friendly)[$\(variable)]\n"
                text += compare("$y" + variable, inner, path: name) + "}\n"
            default: break
            }
        }
        return text
    }
}

extension SpiedRun {
    fileprivate var lines: [String] { run.outputs.flatMap(\.lines) }
}

extension RecordField {
    /// Holds one value, so that rows can be sorted and told apart by it.
    fileprivate var isPlain: Bool {
        switch kind {
        case .record, .map, .list: false
        default: true
        }
    }
}
