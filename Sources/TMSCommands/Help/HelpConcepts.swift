import TMSBase
import TMSSemantics
import TMSSyntax
import TrackingMore

/// Help on what is no word of its own but what words are about: dates, files, conditions, keys.
struct HelpConcepts {
    private let vocabulary: Vocabulary

    init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// The pages that `help` alone names.
    static let names = [
        "carriers", "conditions", "countries", "dates", "durations", "errors", "fields", "files", "forms", "functions",
        "keys", "kinds", "numbers", "rows", "sandbox", "stages", "statements", "statuses", "values", "variables",
        "verbs",
    ]

    var topics: [HelpTopic] { lists + Self.pages }

    // MARK: - Written from declarations

    private var lists: [HelpTopic] {
        [
            HelpTopic(
                .concept, ["verbs", "commands"], [HelpPage(vocabulary).overview()],
                examples: ["list status exception", "help track"], related: ["stages", "statements"]),
            HelpTopic(
                .concept, ["stages", "pipelines", "stage", "pipeline"],
                ["A pipeline passes rows from stage to stage, with `|` between."]
                    + Self.table(StageWord.allCases.map { ($0.usage, $0.summary) }),
                examples: ["list status transit | where silent over 5 days | sort by silent down | take 3"]),
            HelpTopic(
                .concept, ["statements", "statement"],
                ["A statement is a line of its own, or several with `;` between."]
                    + Self.table(StatementWord.allCases.filter { !$0.isPartner }.map { ($0.usage, $0.summary) }),
                examples: ["for p in list status exception { print $p.number }"]),
            HelpTopic(
                .concept, ["functions", "function"],
                ["A function is called with its parenthesis glued to the name."]
                    + Self.table(Function.all.map { ($0.usage, $0.summary) }),
                examples: ["print upper(\"ab\"), round(2.5)"]),
            HelpTopic(
                .concept, ["statuses"],
                ["Where a parcel stands. Other words for them are read too."]
                    + Self.table(Status.allCases.map { ($0.rawValue, $0.meaning) }),
                examples: ["list status pickup, exception"]),
            HelpTopic(
                .concept, ["kinds", "kind"],
                ["What a parameter of a definition or a script may be declared to be."]
                    + Self.table(ParameterKind.all.map { ($0.word, $0.summary) }),
                examples: [
                    "define late(span: duration) { return (list | where silent over $span) }\nprint len(late(5 days))"
                ]),
            HelpTopic(
                .concept,
                ["forms", "formats", "form", "format"] + OutputFormat.allCases.map(\.rawValue).filter { $0 != "chart" },
                [
                    "How a result is written: `as FORM` in a line, `--format FORM` for a run, and the end of a file's name."
                ]
                    + Self.table(OutputFormat.allCases.map { ($0.rawValue, $0.summary) }),
                examples: ["list status exception | as card", "list | count by via | as md"]),
            HelpTopic(
                .concept, ["fields"],
                ["What a parcel tells, by the names that people use; the API's own names work too."]
                    + Self.table(parcelFields.map { ($0.name, $0.summary) })
                    + ["A field of a row is `$p.name`; one of your own comes with `set`. See: help set"],
                examples: ["list | show number, customer, silent"]),
        ]
    }

    private var parcelFields: [Field] {
        vocabulary.schemas.first { $0.field(named: "silent") != nil }?.fields ?? []
    }

    static func table(_ rows: [(String, String)]) -> [String] {
        let width = min(rows.map { $0.0.count }.max() ?? 0, 34)
        return rows.map { word, summary in
            "  " + DisplayWidth.pad(word, to: width) + "  " + summary
        }
    }
}
