extension DiagnosticCatalogue {
    /// What reading a text can find, before any name is looked up.
    public static let syntax = DiagnosticCatalogue([
        DiagnosticEntry(
            "E0101", "A mark that has no meaning outside quotes",
            "Words are made of letters, digits and `- . / _ @ : + #`. Any other mark belongs between quotes.",
            example: "track 300403513351 via 4px title red & blue"),
        DiagnosticEntry(
            "E0102", "A string that is not closed",
            "A string ends on the line it began on. A line break in a text is written `\\n`.",
            example: "print \"late parcels"),
        DiagnosticEntry(
            "E0103", "An escape that does not exist",
            "Between double quotes a backslash begins `\\n \\t \\\" \\\\ \\{ \\u{…}`. Single quotes keep every character.",
            example: "print \"C:\\late.csv\""),
        DiagnosticEntry(
            "E0104", "Nested too deeply",
            "Parentheses, blocks and operators may stand inside each other to a fixed depth. Name a part with `let`.",
            example: "print " + String(repeating: "(", count: 65) + "1" + String(repeating: ")", count: 65)),
        DiagnosticEntry(
            "E0105", "A comment without a space",
            "A comment is `#` followed by a space, so that `order #1234` keeps its number.", example: "#delete $p"),
        DiagnosticEntry(
            "E0106", "Values that touch",
            "A word cannot run into a variable. Write `\"late-{$x}.csv\"` for a text and `$a - 1` for a difference.",
            example: "print $a-1"),
        DiagnosticEntry(
            "E0107", "A clause the verb does not have",
            "Each verb takes certain labels; `help VERB` lists them.", example: "track 300403513351 vai 4px"),
        DiagnosticEntry(
            "E0108", "A value is missing", "A label is followed by its value on the same line.",
            example: "track 300403513351 via"),
        DiagnosticEntry(
            "E0109", "A value without its label",
            "Only the subject of a verb stands alone. Every other value follows a label, and numbers are separated by commas.",
            example: "track 300403513351 4px"),
        DiagnosticEntry(
            "E0110", "Something that does not belong here",
            "The statement was complete before it. Text of several words needs quotes; a statement ends at the line's end or `;`.",
            example: "print hello world"),
        DiagnosticEntry(
            "E0111", "Something is missing here", "A value, a command or a stage was expected.", example: "print 1 + )"),
        DiagnosticEntry(
            "E0112", "Called otherwise in tms", "A word of other tools, or the beginning of a longer verb.",
            example: "get 300403513351"),
        DiagnosticEntry(
            "E0113", "`and` mixed with `or`", "Parentheses say which belongs together; tms does not guess.",
            example: "list | where silent over 3 days and via is usps or via is ups"),
        DiagnosticEntry(
            "E0114", "A date with two readings", "`03/04/2026` is March or April. Dates are written year-month-day.",
            example: "list created since 03/04/2026"),
        DiagnosticEntry(
            "E0115", "A duration that is not one", "A duration is a number, a space and a unit: `14 days`.",
            example: "list | where silent over 14d"),
        DiagnosticEntry(
            "E0116", "A unit with two meanings, or none",
            "`m` could be minutes or months, and months and years differ in length. Write `min`, or days.",
            example: "wait 5 m"),
        DiagnosticEntry(
            "E0117", "A word of the language in place of a verb",
            "Statements begin a line; stages such as `where` stand after `|`.", example: "where silent over 3 days"),
        DiagnosticEntry(
            "E0118", "Part of a statement or stage is missing", "The message shows the form.",
            example: "list | sort silent"),
        DiagnosticEntry(
            "E0119", "A block is missing",
            "`for`, `while`, `if`, `define` and `limit` have a `{ … }` that opens on their line.",
            example: "for p in $late"),
        DiagnosticEntry(
            "E0120", "`else` or `otherwise` out of place", "They stand on the line where what is before them ends.",
            example: "if $a is 1 { print a }\nelse { print b }"),
        DiagnosticEntry(
            "E0121", "`try` without `otherwise`", "Say what is to happen when the statement fails.",
            example: "try refresh 300403513351"),
        DiagnosticEntry(
            "E0122", "A name or `=` out of place",
            "`let x = …` declares without `$`, `$x = …` changes with it, and `is` or `==` compares.",
            example: "let $x = 1"),
        DiagnosticEntry(
            "E0123", "A bracket that is not closed", "Every `(`, `[` and `{` needs its partner.",
            example: "print (1 + 2"),
        DiagnosticEntry(
            "E0124", "A bracket that closes nothing", "There is no opening mark for it.", example: "print 1)"),
        DiagnosticEntry(
            "E0125", "A column without a file", "`via=C` names a column of `from \"file.csv\"`; a value is `via 4px`.",
            example: "track 300403513351 via=4px"),
        DiagnosticEntry(
            "E0126", "Not a date", "Dates are `2026-03-05`, `2026-03-05 14:30`, `today`, `monday`, `3 days ago`.",
            example: "list created since soon"),
        DiagnosticEntry(
            "E0127", "A record item without a key", "Items of `[ ]` are all `key: value` or all plain values.",
            example: "call POST /trackings [country: jp, 7621094]"),
        DiagnosticEntry(
            "E0128", "Not a tracking number or row",
            "A number has five or more letters and digits, one digit at least. Rows of the last answer are `@3` and `@2-5`.",
            example: "show @5-2"),
        DiagnosticEntry(
            "E0129", "The text ends too early", "After `|`, `,` or an operator more must follow.", example: "list |"),
        DiagnosticEntry(
            "E0130", "A list without brackets",
            "After `in` commas make a list in `where`, `if` and `while`. Where a comma parts what is printed or given, the list stands in brackets.",
            example: "print 2 in 1, 2, 3"),
        DiagnosticEntry(
            "W0101", "Characters pasted from elsewhere",
            "Mail and word processors change quotes, spaces and digits. They are read as what was meant.",
            example: "print “late”"),
        DiagnosticEntry(
            "W0102", "A word where a variable may be meant", "`{name}` gives the text `name`; `{$name}` the variable.",
            example: "print \"{name}\""),
        DiagnosticEntry(
            "W0103", "A field of a row that has no name",
            "`@1` is a row of the last answer where a value stands alone. Its fields are read from a variable.",
            example: "print @1.customer"),
    ])
}
