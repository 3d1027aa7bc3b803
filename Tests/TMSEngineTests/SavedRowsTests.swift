import TMSBase
import TMSCommands
import TMSRuntime
import TMSSyntax
import TMSTestSupport
import Testing

@testable import TMSEngine

/// What tms saves it reads back: the same value under every name of its field, whatever the form.
@Suite struct SavedRowsTests {
    let folder = Folder()
    let location = SourceLocation(SourceFile(name: "-c", text: "open \"a.csv\""), SourceRange(5, 12))
    let environment = Environment.standard(now: { 1_790_000_000 })
    static let parcel = Catalogue.standard.vocabulary.schema(named: "parcel")

    @Test(arguments: ["a.csv", "a.tsv", "a.json", "a.jsonl"], [true, false])
    func `a saved value is read back equal under both names of its field`(name: String, isWire: Bool) async throws {
        let schema = try #require(Self.parcel)
        var random = SeededRandom(seed: 7)
        // Under the service's names, or under those that people use, as `show number, silent` gives them.
        let fields = schema.fields.filter {
            isWire || !["silent", "travelling"].contains($0.name) || $0.kind == .duration
        }
        let keys = fields.map { isWire ? $0.wireName ?? $0.name : $0.name }
        let kind = try #require(Catalogue.standard.kinds["parcel"])
        let shape = Shape(keys: keys, kind: kind)
        let rows = (0..<50).map { _ in
            Value.record(
                Record(shape: shape, values: fields.map { Self.value($0, isWire: isWire, &random) }))
        }
        await save(name, rows)
        let read = await Bench(directory: folder.path).rows(.open(FileName(name), FileOptions(), location)).rows
        #expect(read.count == rows.count)
        for (before, after) in zip(rows, read) {
            guard case .record(let before) = before, case .record(let after) = after else { continue }
            for (field, key) in zip(fields, keys) {
                for asked in [field.name, field.wireName ?? field.name] {
                    let (old, new) = (before.value(of: key, environment), after.value(of: asked, environment))
                    // What is counted up to now is counted anew, of the same events.
                    let expected =
                        isWire && ["silent", "travelling", "to"].contains(asked)
                        ? before.value(of: asked, environment) : old
                    // The service counts days; read as the field it is, that is a duration.
                    let isCounted = field.kind == .duration
                    let same = isCounted ? days(new) == days(expected) : new.plainText == expected.plainText
                    #expect(same, "\(name) \(asked): \(new), not \(expected)")
                    if field.kind == .duration, case .duration = expected {
                        guard case .duration = new else {
                            Issue.record("\(name) \(asked): \(new)")
                            continue
                        }
                    }
                }
            }
        }
    }

    @Test func `a file of a shop goes by its own names, and number also by the service's`() async {
        folder.write("a.csv", "number,status,Title\n1Z999AA10123456784,Shipped,lamp\n")
        let row = await Bench(directory: folder.path).rows(.open(FileName("a.csv"), FileOptions(), location)).rows.first
        guard case .record(let record)? = row else { return }
        #expect(record.value(of: "tracking_number", environment).plainText == "1Z999AA10123456784")
        #expect(record.value(of: "status", environment).plainText == "Shipped")
        #expect(record.shape.kind?.schema.field(named: "status")?.kind == .text)
        if case .absent = record.shape.lookup("silent") {} else { Issue.record("there is nothing to count it of") }
    }

    @Test func `drafts of processes that are gone are cleared, and of no others`() async {
        let gone = "2147480000"
        folder.write(".all.csv.\(gone).77.draft", "half")
        folder.write(".all.csv.1.77.draft", "of a process that lives")
        folder.write("all.csv.\(gone).77.draft", "not ours")
        folder.write(".notes.draft", "not ours")
        await save("b.csv", [])
        #expect(
            folder.names == [".all.csv.1.77.draft", ".notes.draft", "all.csv.\(gone).77.draft", "b.csv"])
    }

    private func days(_ value: Value) -> Int? {
        switch value {
        case .duration(let seconds): seconds / 86_400
        case .integer(let days): days
        default: nil
        }
    }

    private static func value(_ field: Field, isWire: Bool, _ random: inout SeededRandom) -> Value {
        if random.once(in: 5) { return random.once(in: 2) ? .null : .string("") }
        switch field.kind {
        case .carrier, .status: return .string(random.pick(["a", "0012", "é,挂\n\"x\"", "3.50", " b "]))
        case .trackingNumber: return .string(random.pick(["0012345678905", "9400110200881234567896", "RB100CN"]))
        case .country: return .string(random.pick(["us", "de"]))
        case .boolean: return .boolean(random.once(in: 2))
        case .number: return .integer(random.below(1_000))
        case .duration: return isWire ? .integer(random.below(40)) : .duration(random.below(40) * 86_400)
        case .date: return .string(random.pick(["2026-11-03 08:00", "2026-11-04T10:00:00+08:00"]))
        case .record:
            return .record(Record(shape: Shape(keys: ["phone", "trackinfo"]), values: [.string("1"), .null]))
        case .list: return .items([.string("a"), .integer(2)])
        default: return .string(random.pick(["a", "0012", "é,挂\n\"x\"", "3.50", " b "]))
        }
    }

    private func save(_ name: String, _ rows: [Value]) async {
        let bench = Bench(directory: folder.path)
        guard
            case .writer(let id) = await bench.driver.answer(
                .save(FileName(name), ResultDescription(location: location), location))
        else { return }
        _ = await bench.driver.answer(.write(id, rows))
        _ = await bench.driver.answer(.commit(id))
    }
}
