import TMSBase
import TMSSemantics
import TMSSyntax

/// What `help` alone tells: how a line is made, and the words there is help for, on half a screen.
struct HelpOverview {
    private let vocabulary: Vocabulary

    init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    var text: String {
        let words = [
            ("verbs", vocabulary.verbs.filter { !$0.name.hasPrefix("sandbox ") }.map(\.name)),
            ("stages", StageWord.allCases.map(\.phrase)),
            ("statements", StatementWord.allCases.filter { !$0.isPartner }.map(\.phrase)),
            ("more", HelpConcepts.names),
        ]
        let width = words.map(\.0.count).max() ?? 0
        let lists = words.map { name, words in
            DisplayWidth.pad(name, to: width) + "  " + words.joined(separator: ", ")
        }
        return (Self.beginning + lists + [Self.end]).joined(separator: "\n")
    }

    private static let beginning = [
        "300403513402                                     a number alone shows that parcel",
        "list status exception                            a table; show @2 is its second row",
        "list status transit | where silent over 5 days   rows, passed on to stages",
        "track 300403513351 via 4px to us title lamp      a verb, what it is about, clauses",
        "plan delete those                                what a line would do, and cost",
        "",
    ]

    private static let end = """

        help WORD, or WORD?, explains a word; help verbs shows each verb with what it takes.
        """
}
