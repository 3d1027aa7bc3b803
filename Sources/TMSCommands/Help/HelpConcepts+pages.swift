import TMSBase
import TMSSyntax
import TrackingMore

// Pages written by hand. Their examples are run by the tests.
extension HelpConcepts {
    static let pages: [HelpTopic] = [
        HelpTopic(
            .concept, ["dates", "moments", "ranges"] + InnerWord.dates,
            [
                "2026-03-05, 2026-03-05 14:30          a day, a moment",
                "today, yesterday, monday, 3 days ago  a weekday is the latest of its name, today included",
                "last 7 days, since monday, before 2026-03-05, after yesterday, 2026-03-01 .. 2026-03-10",
                "                                      ranges, behind created, updated, ordered and `in`",
                "Dates are read and shown on the clock of the profile; scans show the clock of their place.",
            ],
            examples: [
                "list created last 7 days", "list | where updated before today | sort by updated",
                "print today() - 3 days",
            ]),
        HelpTopic(
            .concept, ["durations", "duration"] + DurationUnit.allCases.flatMap(\.spellings),
            [
                "A number, a space and a unit: 45 s, 90 min, 36 h, 14 days, 2 weeks.",
                "`over` and `under` compare durations; a moment is compared with `before`, `after`, `since`.",
            ],
            examples: ["list | where silent over 36 h", "print 3 days / 2"]),
        HelpTopic(
            .concept,
            ["conditions", "operators", "condition", "comparisons"] + InnerWord.operators + [
                "starts with", "ends with", "is not", "is empty", "is not empty", "not in",
            ],
            ["Right of a field or a value, in where, if, while and expect:"]
                + table([
                    ("is, is not", "the same, whatever the case"), ("==, !=", "the same to the letter"),
                    ("over, under, <, <=, >, >=", "numbers, durations, dates"),
                    ("in a, b   not in a, b", "one of several; also a range of dates"),
                    ("contains, starts with, ends with", "text, whatever the case"),
                    ("matches \"^1Z\"", "a regular expression"), ("before, after, since", "dates"),
                    ("is empty, is not empty", "has no value, has one"),
                    ("and, or, not", "`and` mixed with `or` needs parentheses"),
                ])
                + ["In `where` a bare word left of an operator is a field, right of it text."],
            examples: ["list | where (via is usps or via is ups) and silent over 3 days"]),
        HelpTopic(
            .concept, ["values", "constants", "text", "strings"] + InnerWord.constants,
            table([
                ("14, -3, 2.5", "numbers, if they print as typed"), ("4px, \"desk lamp\"", "text"),
                ("\"{$p.number} is late\"", "text with places to fill"), ("'C:\\{x}'", "text as it is"),
                ("true, false, empty", "yes, no, nothing"), ("[a, b], [a: 1]", "a list, a record"),
                ("2026-03-05, 36 h", "a date, a duration"),
            ]), examples: ["print [1, 2, 3], [country: jp], \"{1 + 1}\""]),
        HelpTopic(
            .concept, ["variables", "variable"],
            [
                "`$` marks a variable where it is used: let n = 1, then $n. A new value: $n = 2.",
                "$p.number takes a field, $rows[0] a place, $rows[-1] the last.",
                "In the shell $last are the rows of the last table. See: help rows",
            ], examples: ["let late = list status transit\nprint len($late), $late[0].number"]),
        HelpTopic(
            .concept, ["rows", "those", "last", "it"],
            [
                "In the shell `those` and `$last` are the rows of the last table, `@3` is the third, `@2-5` are four of them.",
                "A card leaves them as they are; `next` and `back` go through them one by one.",
                "A line that begins with `|` goes on with them. In `where` and `set`, `$it` is the row.",
            ], examples: ["list | where $it.updated > $it.created | count"]),
        HelpTopic(
            .concept, ["files", "file", "open", "from"] + FileClause.allCases.map(\.rawValue),
            [
                "open \"orders.csv\" reads \(OutputFormat.suffixList(toOpen: true)); save writes also .md, .html, .txt.",
                "track from \"orders.csv\" number=A via=C tracks its rows; columns are named by NAME=COLUMN.",
                "Behind the file stands what it does not tell itself by its header line, its marks or a line `sep=;`:",
            ] + table(FileClause.allCases.map { ("\($0.rawValue) \($0.placeholder)", $0.summary) }) + [
                "Paths in a script begin beside it, those of the command line where they were typed. See: help save"
            ],
            examples: [
                "open \"orders.csv\" | show number, country | save \"countries.json\"",
                "open \"orders.csv\" separator \",\" encoding utf-8 dates dmy decimals comma | count",
            ]),
        HelpTopic(
            .concept, ["keys", "keyboard", "shell"],
            table([
                ("Tab", "completes; again shows what there is"), ("→ or End", "takes the grey suggestion"),
                ("↑ ↓", "lines typed before"), ("Ctrl-R", "looks for a line typed before"),
                ("Ctrl-A, Ctrl-E", "to the beginning, to the end"), ("Ctrl-W, Ctrl-U", "deletes a word, the line"),
                ("Ctrl-C", "leaves the line, or stops what runs"), ("Ctrl-D, exit", "leaves the shell"),
            ]), examples: ["list status exception"], related: ["rows", "history", "next"]),
        HelpTopic(
            .concept, ["numbers"],
            [
                "A tracking number has five or more of A-Z, digits, - and _, at least one of them a digit.",
                "Alone on a line it means `show`. Identifiers keep every character: leading zeros, long digits.",
                "`what is NUMBER` tells what it looks like, `detect NUMBER` asks the service for the carrier.",
            ], examples: ["300403513402", "what is RR100200300SG"]),
        HelpTopic(
            .concept, ["countries"],
            ["A code or a name: us, de, \"United States\"; quotes around what has blanks."],
            examples: ["list | where to is \"United States\""]),
        HelpTopic(
            .concept, ["languages"],
            ["`lang` asks for the events in a language: \(Language.all.map(\.code).joined(separator: ", "))."],
            examples: ["show 300403513402 lang en"]),
        HelpTopic(
            .concept, ["errors", "error", "failures", "codes", "failed"],
            [
                "Every message has a code: help E0107, help 4031. `try … otherwise …` goes on when something fails;",
                "$error then holds message, code, kind, number, via, hint and line, and after a loop $failures its rows.",
            ], examples: ["try show 300403513402 otherwise print $error.message"]),
        HelpTopic(
            .concept, ["loops", "one", "one by one", "turns"],
            ["The rows of a `for` go together where that makes no difference; `one by one` forbids it. See: help for"],
            examples: ["for p one by one in list status exception { refresh $p }"]),
        HelpTopic(
            .concept, ["comments", "comment"], ["`#` and a blank, up to the end of the line."],
            examples: ["list | count  # all of them"]),
        HelpTopic(
            .stage, ["by"], ["sort by FIELD, group by FIELD, count by FIELD, unique by FIELD: by which field."],
            examples: ["list | count by via"]),
        HelpTopic(
            .stage, ["up", "down"], ["sort by FIELD up, sort by FIELD down: the least or the greatest first."],
            examples: ["list | sort by silent down | take 3"]),
        HelpTopic(
            .stage, ["all"],
            [
                "join all ROWS on FIELD: rows without a partner stay too. See: help join",
                "help VERB all: every clause of a verb. All parcels of the account: list",
            ], examples: ["help track all"]),
        HelpTopic(
            .stage, ["on"], ["join ROWS on FIELD: the field by which rows agree. See: help join"],
            examples: ["let orders = open \"orders.csv\"\nlist | join $orders on number"]),
        HelpTopic(
            .statement, ["only"], ["read only, at the top of a file. See: help read"],
            examples: ["read only\nlist | count"]),
        HelpTopic(
            .statement, ["quota"],
            ["limit 500 quota { … }: no more of the account's quota than this. See: help limit"],
            examples: ["limit 500 quota { track 300403513351 via 4px }"]),
        HelpTopic(
            .statement, ["calls"], ["limit 200 calls { … }: no more calls than these. See: help limit"],
            examples: ["limit 200 calls { list | count }"]),
        HelpTopic(
            .concept, ["exit statuses"],
            [
                "0 done, 1 failed, 2 a mistake in the script, 3 some rows failed, 4 an expect did not hold, 5 temporary,",
                "6 the key, payment or quota, 7 cancelled, 8 needs --yes. See: help exit",
            ], examples: ["exit 3"]),
    ]
}
