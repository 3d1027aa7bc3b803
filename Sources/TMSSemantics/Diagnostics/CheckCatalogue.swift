public import TMSSyntax

extension DiagnosticCatalogue {
    /// What checking a text can find once it has been read: names, arguments, fields, kinds, structure.
    public static let checks = DiagnosticCatalogue(names + commands + values + structure + warnings)

    private static func entry(_ code: CheckCode, _ title: String, _ explanation: String, _ example: String)
        -> DiagnosticEntry
    {
        DiagnosticEntry(code.rawValue, title, explanation, example: example)
    }

    private static let names = [
        entry(
            .unknownVariable, "Unknown variable",
            "The name after `$` was not declared before this place, or only in a block that has ended.",
            "print $lat"),
        entry(
            .assignmentToNothing, "A new value for nothing",
            "`$n = …` changes a variable that exists. `let n = …` makes one.", "$n = 1"),
        entry(
            .unknownVerb, "Unknown verb",
            "A line begins with a verb or a definition. Text where a value is wanted is quoted.",
            "trak 300403513351 via 4px"),
        entry(
            .unknownFunction, "Unknown function", "No function and no definition has this name.", "print uper(\"a\")"),
        entry(
            .argumentCount, "Too few or too many values",
            "A definition, a function or a verb takes as many values as it declares.", "print upper()"),
        entry(
            .definedTwice, "Name taken", "A definition has a name of its own, unlike every verb and function.",
            "define len(a) { return $a }"),
        entry(
            .digitInDefinition, "A digit in the name of a definition",
            "A word with a digit is a tracking number or text, never a verb, so that such a definition could not be called.",
            "define top3(rows) { return $rows }"),
        entry(
            .assignmentOutside, "A definition changes what stands outside it",
            "Definitions may read the variables of their file but not change them, so that loops that call them can run side by side.",
            "let n = 1\ndefine f() { $n = 2 }"),
    ]

    private static let commands = [
        entry(
            .missingSubject, "Missing subject", "The verb does not know what to act on.", "delete"),
        entry(
            .missingClause, "Missing clause", "The verb cannot do without this clause, and no row supplies it.",
            "mark 300403513351"),
        entry(.repeatedClause, "Clause given twice", "A clause stands once.", "list via ups via dhl"),
        entry(
            .exclusiveClauses, "Clauses that exclude each other", "At most one of these can be given.",
            "list archived unarchived"),
        entry(
            .unknownWord, "A word that names nothing",
            "There is no such carrier, country, status or language, or the text is no number, address or choice.",
            "list status trasnit"),
        entry(
            .shellOnly, "Only at the prompt",
            "`those`, `@3` and `$last` are the rows on the screen, and a few verbs need a person.", "delete those"),
        entry(
            .writeInReadOnly, "A broken promise",
            "The file says `read only`, and this changes the account or takes from its quota.",
            "read only\ndelete 300403513351"),
        entry(
            .unknownColumn, "No such column", "The header of the file lacks the column.",
            "track from \"orders.csv\" number=Nubmer"),
    ]

    private static let values = [
        entry(
            .wrongKind, "A wrong kind of value", "The place asks for another kind: a number, a date, a duration, text.",
            "let n = 3\nwait $n"),
        entry(
            .unknownField, "Unknown field", "No row of this kind can have the field, or a stage has taken it away.",
            "list | where silnt over 3 days"),
        entry(
            .incomparable, "Values that do not compare",
            "Order asks for two numbers, two durations or two dates.", "list | where updated over 10 days"),
        entry(
            .notArithmetic, "Not for arithmetic", "Arithmetic asks for numbers, durations and dates.",
            "print [a: 1] - 1"),
        entry(.divisionByZero, "Division by zero", "Nothing can be divided by zero.", "print 7 / 0"),
        entry(
            .notACondition, "Not a condition",
            "A condition is true or false; a number or text is compared with something.",
            "while 1 { print 1 }"),
        entry(
            .noFields, "No fields", "Only a record has fields; rows are gone through, or one is taken with `[0]`.",
            "let rows = list\nprint $rows.number"),
        entry(
            .unknownFormat, "Unknown format",
            "`as` names a form that results are written in, and so does the end of a file's name.", "list | as pdf"),
        entry(
            .secondResult, "A second result",
            "`csv`, `tsv`, `json` and `html` are one document and hold one result; of `jsonl` there can be any number.",
            "list | as csv\naccount | as csv"),
        entry(
            .wordCompared, "A bare word is compared",
            "Only in `where` and `set` is a word left of an operator a field. Elsewhere it is text: a field is `$p.status`, a variable `$status`, and text stands in quotes.",
            "for p in (list) { if status is delivered { print $p.number } }"),
        entry(
            .constantCondition, "A condition that says the same of every row",
            "Neither side names a field of the row. Left of an operator a word names a field, in quotes or not; inside of "
                + "a function it is `$it.title` or `$it[\"Tracking Number\"]`.",
            "list | where lower(\"title\") is \"lamp\""),
        entry(
            .momentCompared, "A moment where a length of time is wanted",
            "`over` and `under` compare lengths of time and numbers. Of moments, `before` is older and `since` newer.",
            "list | where created over 30 days ago"),
        entry(
            .noSeparator, "Not a separator",
            "Cells are separated by one character that is no letter, digit or quote, or by one that has a name: tab, comma, semicolon, pipe, space.",
            "open \"orders.csv\" separator \"ab\""),
        entry(
            .unknownEncoding, "Unknown encoding", "An encoding has one of the names that `iconv -l` lists.",
            "open \"orders.csv\" encoding cp1253000"),
        entry(
            .clauseOfTable, "Not for this form of file", "Only a table or a text has separators.",
            "open \"orders.json\" separator \";\""),
        entry(.noRows, "No rows", "A `for` goes through rows or a list.", "for n in 3 { print $n }"),
    ]

    private static let structure = [
        entry(
            .unknownLimit, "Nothing that a limit counts",
            "A `limit` counts calls, what is taken from the account's quota, or time.", "limit 2 parcels { account }"),
        entry(
            .repeatedLimit, "One limit given twice",
            "Each amount counts for itself: calls, quota and time, each once.", "limit 2 calls, 5 calls { account }"),
        entry(
            .notWholeSeconds, "Part of a second",
            "A duration is a whole number of seconds: `90 s`, `1.5 min`, `14 days`.", "wait 0.5 s"),
        entry(.outsideLoop, "No loop here", "`break` and `continue` belong into a loop.", "break"),
        entry(.outsideDefinition, "No definition here", "`return` belongs into a definition.", "return 3"),
        entry(
            .notAtTop, "Belongs to the top",
            "`param`, `use` and `read only` stand before other statements, `define` outside of all braces.",
            "print 1\nread only"),
        entry(
            .savedOver, "Saved over in a loop",
            "Each turn would replace the file of the turn before. Its name must depend on the loop's variable.",
            "for c in [ups, dhl] { list via $c | save \"late.csv\" }"),
        entry(.unreadableLibrary, "Library not found", "The file cannot be read.", "use \"missing.tms\""),
        entry(.libraryCircle, "Libraries in a circle", "A file cannot use a file that uses it.", "use \"self.tms\""),
        entry(
            .otherForm, "Two forms at once",
            "`as` or `chart` asks for one form of the rows, and the end of the file's name for another. A chart is saved "
                + "as html, md or txt; `as table` keeps the columns of the screen in any file.",
            "list | count by via | chart | save \"late.csv\""),
        entry(
            .titleWithoutDocument, "A title that cannot be given",
            "html, md and txt have a title, other forms none. It is written out: it is known before the run.",
            "list | save \"late.csv\" title \"Late parcels\""),
        entry(
            .notALiteral, "Not written out", "Defaults and file names are known before the script runs.",
            "param day = today()"),
    ]

    private static let warnings = [
        entry(
            .unusedVariable, "Never used", "The variable has no use. A name that begins with `_` is left alone.",
            "let n = 1"),
        entry(
            .wordIsField, "Text that is also a field",
            "Right of an operator a bare word is text. The field is `$it.name`, and quotes say that text is meant.",
            "list | where title is note"),
        entry(
            .neverHolds, "A condition that holds for no row",
            "Every record of the kind has the field, or two conditions exclude each other.",
            "list | where number is empty | count"),
        entry(
            .clockOfPlace, "Finer than a scan time is",
            "The times of scans are those of a clock at their place, and name no zone. Compared with a moment they may be "
                + "wrong by most of a day; a comparison by days is not.",
            "list | where moved before 6 h ago | count"),
        entry(.unreachable, "Never reached", "The statement before it always leaves.", "exit 0\nprint 1"),
        entry(
            .ignoredInLibrary, "Not run", "Of a file that is used only the definitions count.", "use \"prints.tms\""),
    ]
}
