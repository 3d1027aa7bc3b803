public import TMSSyntax

/// Ten minutes at the prompt: says what to type, looks at what was typed, and goes on when it did what was asked.
public final class Tour {
    /// One thing to do.
    struct Step: Sendable {
        /// What it is about, and the line that does it.
        let text: String
        let example: String
        /// What the statement that does it uses: verbs by their names, stages by their words, prefixes.
        let uses: Set<String>
    }

    private let vocabulary: Vocabulary
    private let steps: [Step]
    private var place = 0

    public init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        steps = Step.all
    }

    /// What is said before the first line.
    var beginning: String {
        "A tour of \(steps.count) lines, on a sandbox of its own: nothing here reaches an account. `exit` leaves it.\n\n"
            + told
    }

    /// What is said after a statement that was entered.
    ///
    /// - Parameter hasWorked: it was run, and nothing of it failed.
    func answer(to program: ProgramSyntax, hasWorked: Bool) -> String {
        guard steps.indices.contains(place) else { return Self.end }
        let step = steps[place]
        var used = WordsUsed(vocabulary)
        used.visit(program.statements)
        guard hasWorked, step.uses.isSubset(of: used.words) else {
            return "Not yet: try\n  \(step.example)"
        }
        place += 1
        return steps.indices.contains(place) ? told : Self.end
    }

    private var told: String {
        let step = steps[place]
        return "\(place + 1) of \(steps.count). \(step.text)\n  \(step.example)"
    }

    private static let end = "That was the tour. `help` has the rest; `exit` leads back."
}

/// The verbs, stages and prefixes of statements.
private struct WordsUsed: SyntaxWalker {
    private let vocabulary: Vocabulary
    private(set) var words: Set<String> = []

    init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    mutating func visit(_ statement: StatementSyntax) {
        if case .prefixed(let prefix, _) = statement.kind { words.insert(prefix.rawValue) }
        if case .help = statement.kind { words.insert("help") }
        if case .for = statement.kind { words.insert("for") }
        walk(statement)
    }

    mutating func visit(_ command: CommandSyntax) {
        if case .verb(let id) = command.callee, vocabulary.verbs.indices.contains(id.index) {
            words.insert(vocabulary[id].name)
        }
        walk(command)
    }

    mutating func visit(_ stage: StageSyntax) {
        switch stage.kind {
        case .where: words.insert("where")
        case .sort: words.insert("sort")
        case .take: words.insert("take")
        case .aggregate: words.insert("count")
        case .save: words.insert("save")
        case .skip, .show, .drop, .set, .rename, .first, .last, .unique, .join, .chart, .as, .command, .missing: break
        }
        walk(stage)
    }
}
