import TMSSemantics
import TMSSyntax
import TrackingMore

/// The words of the language by what an editor makes of them, drawn from where each is declared. The grammars of all
/// editors are written from this.
struct EditorWords {
    let verbs: [EditorVerb]
    /// What a number alone on a line is a command of.
    let bareNumberVerb: EditorVerb?
    let statements = StatementWord.allCases.filter { !$0.isPartner }.map(\.rawValue)
    let partners = StatementWord.allCases.filter(\.isPartner).map(\.rawValue) + InnerWord.statements
    let stages = StageWord.allCases.map(\.rawValue)
    let stageParts = InnerWord.stages
    let operators = InnerWord.operators
    let constants = InnerWord.constants
    let sources = InnerWord.sources
    let dates = InnerWord.dates
    let units = InnerWord.units
    let functions = Function.all.map(\.name)
    let kinds = ParameterKind.all.map(\.word)
    let statuses = Status.allWords.map(\.word)
    /// After these a pipeline may begin, so that a verb is one there.
    let leads = ["in"] + [StatementWord.try, .otherwise, .plan, .explain, .curl, .return].map(\.rawValue)

    init(_ vocabulary: Vocabulary) {
        // Longest first: `count by status` before `count`.
        verbs = vocabulary.verbs.sorted { ($1.words.count, $0.name) < ($0.words.count, $1.name) }.map(EditorVerb.init)
        bareNumberVerb = vocabulary.bareNumberVerb.map { EditorVerb(vocabulary[$0]) }
    }
}

/// A verb with its labels by what stands after them.
struct EditorVerb {
    let words: [String]
    /// `from "orders.csv"`, with its columns.
    let takesFile: Bool
    /// Words that take no value.
    var flags: [String] = []
    /// A range of dates or a duration follows, with words of its own.
    var times: [String] = []
    var statuses: [String] = []
    /// A comma list of anything else.
    var lists: [String] = []
    /// One value.
    var values: [String] = []

    init(_ signature: Signature) {
        words = signature.words
        takesFile = signature.takesFile
        for clause in signature.clauses {
            switch clause.kind {
            case nil: flags.append(clause.label)
            case .dateRange, .date, .duration: times.append(clause.label)
            case .status: statuses.append(clause.label)
            case .some where clause.isList: lists.append(clause.label)
            case .some: values.append(clause.label)
            }
        }
    }

    /// `count-by-status`.
    var slug: String { words.joined(separator: "-") }
    var labels: [String] { times + statuses + lists + values }
}
