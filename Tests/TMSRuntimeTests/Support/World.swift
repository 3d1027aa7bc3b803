import TMSRuntime
import TMSSemantics
import TMSSyntax

/// A pretend world in memory: pages of parcels behind cursors, files, and a record of all that was asked.
final class World {
    static let vocabulary: Vocabulary = {
        let parcels = Slot("NUMBER", .parcel, isList: true, "The parcels.")
        let parcel = Slot("NUMBER", .parcel, "The parcel.")
        let via = Clause("via", .carrier, "The carrier.")
        let title = Clause("title", .text, "The title.")
        return Vocabulary(
            verbs: [
                Signature(
                    words: ["list"],
                    clauses: [
                        Clause("status", .status, isList: true, "Status."), Clause("created", .dateRange, "Created."),
                    ], effect: .read, isAccountWide: true, returns: "parcel", returnsRows: true, summary: "List."),
                Signature(words: ["show"], subjects: [parcels], clauses: [via], effect: .read, summary: "Show."),
                Signature(words: ["refresh"], subjects: [parcel], clauses: [via], effect: .update, summary: "Refresh."),
                Signature(
                    words: ["track"], subjects: [parcels], clauses: [via, title], effect: .create, takesFile: true,
                    summary: "Track."),
                Signature(
                    words: ["edit"], subjects: [parcels], clauses: [via, title], effect: .update, summary: "Edit."),
                Signature(words: ["delete"], subjects: [parcels], effect: .delete, summary: "Delete."),
                Signature(words: ["account"], effect: .read, summary: "Account."),
            ], schemas: [])
    }()

    static let parcelKind = RecordKind(
        schema: Schema(
            name: "parcel",
            fields: [
                Field("number", "tracking_number", .trackingNumber, "Number."),
                Field("via", "carrier_code", .carrier, "Carrier."),
                Field("status", "status", .status, "Status."),
                Field("ordered", "order_create_time", .date, "Ordered."),
                Field("silent", nil, .duration, "Silence."),
            ]),
        computed: [
            "silent": { record, _ in
                if case .integer(let days) = record.values[3] { .duration(days * 86_400) } else { .nothing }
            }
        ])
    static let parcelShape = Shape(
        keys: ["tracking_number", "carrier_code", "status", "order_create_time"], kind: parcelKind)

    static func parcel(_ number: String, _ via: String, _ status: String, _ days: Int) -> Value {
        .record(
            Record(
                shape: parcelShape, values: [.string(number), .string(via), .string(status), .integer(days)]))
    }

    /// What `list` answers, page by page.
    var pages: [[Value]] = [
        [parcel("RB1CN", "china-post", "transit", 12), parcel("1Z2", "ups", "delivered", 3)],
        [parcel("1Z3", "ups", "transit", 5), parcel("RB4CN", "china-post", "exception", 20)],
        [parcel("9400110200881234567", "usps", "transit", 0)],
    ]
    var files: [String: [Value]] = [:]
    /// Numbers that every verb refuses.
    var refused: Set<String> = []
    var refusalIsFatal = false

    /// Everything asked, in short: `list`, `next 1`, `close 1`, `refresh 1Z2`, `write 2`.
    var asked: [String] = []
    var calls: [CommandCall] = []
    var saved: [Value] = []
    /// How many effects were wanted at a time.
    var rounds: [Int] = []
    var events: [OutputEvent] = []
    var failuresOfWrite = false

    func answer(_ effect: Effect) -> Answer {
        switch effect {
        case .command(let call): return answer(call)
        case .next(let cursor):
            asked.append("next \(cursor.raw)")
            guard pages.indices.contains(cursor.raw) else { return .rows([], more: nil) }
            return .rows(pages[cursor.raw], more: cursor.raw + 1 < pages.count ? CursorID(cursor.raw + 1) : nil)
        case .close(let cursor):
            asked.append("close \(cursor.raw)")
            return .done
        case .open(let name, _, let location):
            let path = name.path
            asked.append("open \(path)")
            guard let rows = files[path] else {
                return .failed(
                    Failure(kind: .file, Diagnostic(.error, "E0401", "there is no file `\(path)`", at: location)))
            }
            return .rows(rows, more: nil)
        case .save(let name, _, _):
            asked.append("save \(name.path)")
            return .writer(WriterID(1))
        case .write(_, let rows):
            asked.append("write \(rows.count)")
            saved += rows
            return failuresOfWrite
                ? .failed(Failure(kind: .file, Diagnostic(.error, "E0402", "the disk is full"))) : .done
        case .commit: asked.append("commit")
        case .abandon: asked.append("abandon")
        case .wait(let seconds, _): asked.append("wait \(seconds)")
        case .limit(let calls, _, let seconds, _): asked.append("limit \(calls ?? 0) \(seconds ?? 0)")
        case .endLimit: asked.append("endLimit")
        case .loopBegins: asked.append("loopBegins")
        case .loopHas(let rows): asked.append("loopHas \(rows)")
        case .prefixBegins, .prefixEnds, .perRow, .rowsHave, .rowsBegin, .rowsEnd: break
        case .rest(let cursor):
            asked.append("rest \(cursor.raw)")
            return .done
        case .loopEnds: asked.append("loopEnds")
        case .ask: return .value(.string("blue"))
        case .confirm: return .value(.boolean(true))
        case .flush, .keep: break
        case .recall(let store): return .rows(store.all, more: nil)
        }
        return .done
    }

    private func answer(_ call: CommandCall) -> Answer {
        let name = World.vocabulary[call.verb].name
        let numbers = call.subjects.flatMap(\.values).map(number)
        calls.append(call)
        asked.append(([name] + numbers).joined(separator: " "))
        if let refused = numbers.first(where: { self.refused.contains($0) }) {
            return .failed(
                Failure(
                    kind: .refused, Diagnostic(.error, "4031", "there is no \(refused)", at: call.location),
                    number: refused, isFatal: refusalIsFatal))
        }
        switch name {
        case "list": return .rows(pages.first ?? [], more: pages.count > 1 ? CursorID(1) : nil)
        case "account": return .value(World.record(["email": .string("ops@example.com"), "quota": .integer(480)]))
        default:
            let rows = numbers.map { World.parcel($0, "ups", "transit", 1) }
            return numbers.count == 1 ? .value(rows[0]) : .rows(rows, more: nil)
        }
    }

    private func number(_ value: Value) -> String {
        if case .record(let record) = value { return record.values[0].text(in: World.environment) }
        return value.text(in: World.environment)
    }

    static func record(_ fields: KeyValuePairs<String, Value>) -> Value {
        .record(Record(shape: Shape(keys: fields.map(\.key)), values: fields.map(\.value)))
    }

    /// 2026-03-05 14:30 UTC, a Thursday; the profile's zone is two hours east.
    static let environment = {
        var environment = bare
        environment.parcelNames = ParcelNames(number: ["tracking_number", "number"], carrier: ["carrier_code", "via"])
        return environment
    }()

    private static let bare = Environment(
        now: { 1_772_721_000 }, zoneOffset: { _ in 7_200 },
        normalize: { value, kind in
            guard case .text(let text) = value, kind == .carrier || kind == .status else { return value }
            let known = ["united parcel service": "ups", "in transit": "transit", "usps": "usps"]
            return .string(known[text.string.lowercased()] ?? text.string.lowercased())
        })
}
