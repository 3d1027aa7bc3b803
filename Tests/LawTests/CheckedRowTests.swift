import TMSCommands
import TMSSyntax
import TMSTestSupport
import Testing
import TrackingMore

/// A law over all verbs that write: one bad row among good ones changes nothing for the others and is told once, with
/// its place.
struct CheckedRowTests {
    /// What stands behind each verb that writes: in a pipe, and in a loop over rows `r`.
    private static let forms: [String: (piped: String, loop: String)] = [
        "track": ("track via 4px", "track $r.number via $r.via"),
        "edit": ("edit title new", "edit $r.number via $r.via title new"),
        "mark": ("mark delivered", "mark $r.number via $r.via delivered"),
        "archive": ("archive", "archive $r.number via $r.via"),
        "unarchive": ("unarchive", "unarchive $r.number via $r.via"),
        "delete": ("delete", "delete $r.number via $r.via"),
        "stop updating": ("stop updating", "stop updating $r.number via $r.via"),
        "change carrier of": ("change carrier of to usps", "change carrier of $r.number from $r.via to usps"),
    ]

    private static let good = "[number: 4819237500, via: dhl, memo: a], [number: 300403513402, via: 4px, memo: c]"
    private static let mixed =
        "[number: 4819237500, via: dhl, memo: a], [number: '', via: 4px, memo: b], [number: 300403513402, via: 4px, memo: c]"

    @Test func `every verb that writes to a parcel has a form here`() {
        let vocabulary = Catalogue.standard.vocabulary
        for verb in vocabulary.verbs.indices.map({ VerbID($0) }) {
            guard case .endpoint(let line)? = Catalogue.standard[verb], line.endpoint.effect.isWrite,
                line.parcelSlot != nil
            else { continue }
            #expect(Self.forms[vocabulary[verb].name] != nil, "\(vocabulary[verb].name)")
        }
    }

    @Test(arguments: forms.keys.sorted())
    func `one bad row is told once and changes nothing for the others`(verb: String) async throws {
        let form = try #require(Self.forms[verb])
        let file = { (rows: String) in "[\(rows)] | save \"rows.csv\"\n" }
        for (name, prefix, line, place) in [
            ("file", file, "open \"rows.csv\" | \(form.piped)", "rows.csv:3"),
            ("loop", file, "for r in open \"rows.csv\" { \(form.loop) }", "rows.csv:3"),
            ("list", { _ in "" }, "let rows = [ROWS]\n$rows | \(form.piped)", ""),
        ] {
            let alone = try await SpiedRun(prefix(Self.good) + line.replacing("ROWS", with: Self.good))
            let beside = try await SpiedRun(prefix(Self.mixed) + line.replacing("ROWS", with: Self.mixed))
            #expect(alone.run.status == 0, "\(verb) \(name): \(alone.said)")
            #expect(beside.run.status == 3, "\(verb) \(name): \(beside.said)")
            #expect(beside.calls == alone.calls, "\(verb) \(name)")
            #expect(Self.shown(beside) == Self.shown(alone), "\(verb) \(name)")
            let told = beside.run.diagnostics.filter { ["E0603", "E0316", "E0601"].contains($0.code) }
            #expect(told.count == 1, "\(verb) \(name): \(beside.said)")
            #expect(told.first?.message.hasPrefix(place) == true, "\(verb) \(name): \(beside.said)")
        }
    }

    /// What the run showed, without what saving the rows says.
    private static func shown(_ spied: SpiedRun) -> [String] {
        spied.run.outputs.flatMap(\.lines).filter { !$0.hasSuffix("rows.csv") }
    }
}
