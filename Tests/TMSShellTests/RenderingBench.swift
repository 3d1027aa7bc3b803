import TMSRuntime
import TMSShell
import TMSSyntax

/// A renderer on paper in memory, with a vocabulary of three verbs and the parcels of a small account.
struct RenderingBench {
    static let now = 1_795_000_000  // 2026-11-18 11:06:40 UTC

    static let parcelSchema = Schema(
        name: "parcel",
        fields: [
            Field("number", "tracking_number", .trackingNumber, ""), Field("via", "carrier_code", .carrier, ""),
            Field("to", "destination_code", .country, ""), Field("status", "status", .status, ""),
            Field("silent", "stayTimeLength", .duration, ""), Field("travelling", "itemTimeLength", .duration, ""),
            Field("title", "title", .text, ""), Field("order", "order_id", .text, ""),
            Field("created", "created_at", .date, ""), Field("updated", "updated_at", .date, ""),
            Field("origin", "origin_info", .record, ""), Field("arrival", "destination_info", .record, ""),
            Field("outcome", nil, .text, ""),
        ], isOpen: true)

    static let vocabulary = Vocabulary(
        verbs: [
            Signature(words: ["list"], effect: .read, returns: "parcel", returnsRows: true, summary: "List parcels."),
            Signature(words: ["show"], effect: .read, returns: "parcel", summary: "Show a parcel."),
            Signature(words: ["track"], effect: .create, returns: "parcel", summary: "Follow a parcel."),
            Signature(words: ["account"], effect: .read, returns: "account", summary: "Show the account."),
        ],
        schemas: [
            parcelSchema,
            Schema(
                name: "account",
                fields: [
                    Field("email", "email", .text, ""), Field("quota", "track_number", .number, ""),
                ]),
        ])

    static let kind = RecordKind(
        schema: parcelSchema,
        computed: [
            "silent": { record, _ in days(record, "stayTimeLength") },
            "travelling": { record, _ in days(record, "itemTimeLength") },
        ])

    let output = OutputBuffer(descriptor: nil)
    let errors = OutputBuffer(descriptor: nil)
    let renderer: Renderer

    init(
        format: OutputFormat? = nil, width: Int = 100, isTerminal: Bool = true, isInteractive: Bool = true,
        isQuiet: Bool = false, colors: Bool = false, facts: RunFacts = RunFacts()
    ) {
        let presentation = Presentation(
            format: format, isTerminal: isTerminal, width: width, colors: colors, isQuiet: isQuiet,
            isInteractive: isInteractive, environment: Environment(now: { Self.now }),
            names: Names(
                carrier: { ["4px": "4PX"][$0] }, country: { ["us": "United States", "de": "Germany"][$0] }))
        renderer = Renderer(
            presentation, vocabulary: Self.vocabulary, output: output, errors: errors,
            diagnose: { "\($0.severity.rawValue) \($0.code): \($0.message)\n" })
        renderer.facts = { facts }
    }

    /// What standard output holds after a result of these rows.
    func show(_ rows: [Value], _ description: ResultDescription, _ end: ResultEnd = ResultEnd()) -> String {
        renderer.handle(.beginResult(description))
        for row in rows { renderer.handle(.row(row)) }
        renderer.handle(.endResult(end))
        return output.text
    }

    /// A description whose place in the script is the whole of `query`.
    static func result(
        of query: String, verb: Int? = 0, schema: String? = "parcel", columns: [String]? = nil, format: String? = nil,
        mentioned: Set<String> = []
    ) -> ResultDescription {
        let file = SourceFile(name: "test", text: query)
        var description = ResultDescription(
            columns: columns, schema: schema, verb: verb.map(VerbID.init), format: format,
            location: SourceLocation(file, SourceRange(0, file.utf8.count)))
        description.mentioned = mentioned
        return description
    }

    static let shape = Shape(
        keys: [
            "tracking_number", "carrier_code", "destination_code", "status", "itemTimeLength", "stayTimeLength",
            "title",
        ], kind: kind)

    static func parcel(
        _ number: String, _ via: String, _ to: String, _ status: String, _ travelling: Int, _ silent: Int,
        _ title: String?
    ) -> Value {
        .record(
            Record(
                shape: shape,
                values: [
                    .string(number), .string(via), .string(to), .string(status), .integer(travelling),
                    .integer(silent), title.map { .string($0) } ?? .null,
                ]))
    }

    static let late = [
        parcel("300403513402", "4px", "us", "transit", 21, 12, "desk lamp"),
        parcel("RB555666778CN", "china-post", "de", "transit", 17, 9, "挂号小包 tea set"),
        parcel("1Z999AA10123456784", "ups", "ca", "transit", 8, 6, nil),
    ]

    static func record(_ pairs: [(String, Value)], kind: RecordKind? = nil) -> Value {
        .record(Record(shape: Shape(keys: pairs.map(\.0), kind: kind), values: pairs.map(\.1)))
    }

    private static func days(_ record: Record, _ key: String) -> Value {
        guard case .slot(let slot) = record.shape.lookup(key), case .integer(let days) = record.values[slot] else {
            return .nothing
        }
        return .duration(days * 86_400)
    }
}
