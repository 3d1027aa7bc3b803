import TMSBase
public import TMSSyntax

extension DiagnosticCatalogue {
    /// What running a program can meet by itself. What verbs and files refuse has codes of its own.
    public static let runtime = DiagnosticCatalogue([
        DiagnosticEntry(
            "E0301", "Arithmetic without a number",
            "`+ - * / %` work on numbers, durations and dates; text counts as a number if it is digits alone, with a "
                + "minus before or a fraction behind. An empty value is not 0: give it one with `??`.",
            example: "print 'desk lamp' * 2"),
        DiagnosticEntry(
            "E0302", "Values that do not go together",
            "Both sides are fine by themselves, but not with each other: a duration and a number, a list and a date. "
                + "Say the unit, or take the part that is meant.",
            example: "print 1 day + 1"),
        DiagnosticEntry(
            "E0303", "A number too large",
            "Whole numbers reach 9223372036854775807 either way. A result beyond that is an error and never wraps round.",
            example: "print 900000000000000 * 900000000000000"),
        DiagnosticEntry(
            "E0304", "Division by zero", "The right side of `/` or `%` is 0. Test it before.", example: "print 1 / 0"),
        DiagnosticEntry(
            "E0305", "Values without an order",
            "`< <= > >= over under` compare numbers, durations and dates. `is` and `contains` compare text.",
            example: "print 'lamp' over 5"),
        DiagnosticEntry(
            "E0306", "A condition that is neither true nor false",
            "`if`, `while`, `where`, `and`, `or` and `not` take true and false alone. Compare the value with something.",
            example: "if 5 { print 'yes' }"),
        DiagnosticEntry(
            "E0307", "A field of something without fields",
            "Only a record has fields. A list has rows: take one, or go through them.",
            example: "let rows = [[a: 1]]\nprint $rows.a"),
        DiagnosticEntry(
            "E0308", "A place that cannot be",
            "In `[ ]` a list takes a whole number, from 0, or below 0 from its end; a record takes a field's name.",
            example: "let rows = [1, 2]\nprint $rows['first']"),
        DiagnosticEntry(
            "E0309", "An argument of the wrong kind",
            "The function cannot work on this value; `help` says what it takes.",
            example: "print round('desk lamp')"),
        DiagnosticEntry(
            "E0310", "Too few or too many arguments",
            "A definition is called with what it declares; those with `=` may be left out.",
            example: "define late(days) { return $days }\nprint late(1, 2)"),
        DiagnosticEntry(
            "E0311", "Definitions that call each other without end",
            "A definition that calls itself needs a case in which it does not.",
            example: "define f(n) { return f($n + 1) }\nprint f(1)"),
        DiagnosticEntry(
            "E0312", "Lists in lists, too deep", "Lists and records nest to a fixed depth. Keep the rows in one list.",
            example: "let x = [1]\nwhile true { $x = [$x] }"),
        DiagnosticEntry(
            "E0313", "A text too long", "A text holds at most 64 MB. Print or save it in pieces.",
            example: "let x = 'lamp'\nwhile true { $x = $x + $x }"),
        DiagnosticEntry(
            "E0314", "A list of numbers too long to keep",
            "Written in the `for` itself a range takes no memory; kept in a variable it is a list.",
            example: "let all = 1 .. 100000000"),
        DiagnosticEntry(
            "E0315", "A pattern that cannot be read",
            "`matches` takes a regular expression. A backslash before a mark makes it stand for itself.",
            example: "print 'lamp' matches '(lamp'"),
        DiagnosticEntry(
            "E0316", "An empty value in a command",
            "An empty filter, parcel or carrier would ask for more than was meant, so it is refused. On `edit` a literal "
                + "`\"\"` clears a field.",
            example: "let s = ''\nlist status $s"),
        DiagnosticEntry(
            "E0317", "A duration is needed", "A duration is a number and a unit: `14 days`, `36 h`, `90 min`.",
            example: "wait 'long'"),
        DiagnosticEntry(
            "E0318", "A date is needed",
            "Dates are written `2026-03-05` or `2026-03-05 14:30`, or as `today`, `yesterday`, `monday`, `3 days ago`.",
            example: "print date('03/04/2026')"),
        DiagnosticEntry(
            "E0319", "A row that is no record", "This stage works on fields, and the row has none.",
            example: "[1, 2] | show a"),
        DiagnosticEntry(
            "E0320", "Not a number of rows", "`take` and `skip` are given a whole number, 0 or more.",
            example: "let n = 'few'\n[1, 2] | take $n"),
        DiagnosticEntry(
            "E0321", "A parameter without a value",
            "A `param` without a default must be given when the script is started: NAME=value behind its file.",
            example: "param who \"whose parcels\"\nprint $who"),
        DiagnosticEntry(
            "E0322", "A name that does not exist",
            "The checker finds these before a run; one that slips through ends here.",
            example: "print $nobody"),
        DiagnosticEntry(
            "E0323", "A row that was not shown", "`@3` is the third row of the last answer; there are not so many.",
            example: "show @9"),
        DiagnosticEntry(
            "E0324", "A value that does not fit its parameter",
            "A parameter was declared to be a carrier, a date, a number or the like, and this is none.",
            example: "define late(days: number) { return $days }\nlet d = \"soon\"\nlate $d"),
        DiagnosticEntry(
            "E0325", "Lists in lists, too many values",
            "A list that holds a list twice, and that twice again, soon holds more values than anybody can go through. "
                + "Keep the rows in one list.",
            example: "let x = [1]\nwhile true { $x = [$x, $x] }"),
        DiagnosticEntry(
            "E0326", "A date outside the calendar",
            "Dates reach from 0001-01-01 to 9999-12-31, whichever way they are made. A result beyond that is an error.",
            example: "print 9999-12-31 + 1 day"),
        DiagnosticEntry(
            "E0327", "A number that would lose digits",
            "The text is written in digits and would not print back as it stands: it begins with a zero, or has more digits "
                + "than a number can hold. Such a text is an identifier. It is kept, compared and sorted, not calculated with.",
            example: "print number('0012345678905')"),
        DiagnosticEntry(
            "E0328", "A script too large to compile",
            "It compares more different fields than a program can name, or has more statements. Nothing of it is run. "
                + "Generated scripts are better a file of rows and a loop. Status 2.", example: ""),
        DiagnosticEntry(
            "E0330", "`fail`", "The script says so itself; the message is its own.", example: "fail \"no orders today\""
        ),
        DiagnosticEntry(
            "E0331", "`expect`", "A condition that the script relies on does not hold. The status is 4.",
            example: "expect 1 is 2, \"one is not two\""),
        DiagnosticEntry(
            "E0332", "Some rows failed",
            "A `for` runs all its rows and tells of each that failed; then the statement fails with status 3. "
                + "`try for … otherwise …` goes on, and `$failures` holds what failed.",
            example: "for n in [1, 2] { fail \"no\" }"),
        DiagnosticEntry(
            "E0333", "Nothing but failures",
            "The first 40 rows of a loop failed, one after the other, so the rest was not tried.",
            example: "for n in 1 .. 100 { fail \"no\" }"),
        DiagnosticEntry(
            "E0334", "A field that records of this kind cannot have",
            "The checker finds these where it knows what the rows are; otherwise the first such row does. What the service "
                + "may send without tms knowing it is asked for in brackets: `$p[\"new_field\"]`.",
            example: "define same(x) { return $x }\nlet p = same((show 300403513402))\nprint $p.evnts"),
        DiagnosticEntry(
            "E0335", "A field that a stage has left out",
            "`show` leaves only the fields it names, and `drop` and `rename` take some away.",
            example: "define same(x) { return $x }\nlet p = same((list | show number | first))\nprint $p.status"),
        DiagnosticEntry(
            "E0336", "Nothing to join on",
            "No row of the other side has the field, so that no row could have a partner.",
            example: "define same(x) { return $x }\nlet rows = same([[a: 1]])\nlist | join $rows on number"),
        DiagnosticEntry(
            "E0337", "A write for rows chosen by nothing",
            "A condition names a field that none of the rows has, so that it chose them by chance. Nothing is sent.",
            example:
                "define same(x) { return $x }\nlet rows = same([[number: A1234567]])\n$rows | where state is not done | delete"
        ),
        DiagnosticEntry(
            "E0338", "A moment where a length of time is wanted",
            "`over` and `under` compare lengths of time and numbers; `before`, `after` and `since` compare moments.",
            example: "define same(x) { return $x }\nlet d = same(today())\nlist | where ordered over $d"),
        DiagnosticEntry(
            "E0340", "Stopped", "The run was interrupted. What was sent before stands.",
            example: "while true { let n = 1 }"),
        DiagnosticEntry(
            "E0341", "Too many steps",
            "The run was given a number of steps and has used them. Perhaps a loop never ends.",
            example: "while true { let n = 1 }"),
        DiagnosticEntry(
            "E0342", "A pattern that dates are not written by",
            "The letters of a pattern stand for parts of a date, as in `d. MMMM yyyy`. Other words stand in single quotes.",
            example: "print format(today(), \"D. MMMM\")"),
        DiagnosticEntry(
            "E0343", "A language that dates are not written in",
            "`format` knows the names of months and days in \(SpokenLanguage.choice).",
            example: "print format(today(), \"d. MMMM\", pl)"),
        DiagnosticEntry(
            "E0350", "An answer that does not fit", "A mistake in tms itself; please report it.", example: ""),
        DiagnosticEntry(
            "N0334", "No row has the field",
            "The rows come from a file or an answer that nobody could look at before the run, and none of them has a field of "
                + "this name. It may be misspelt.",
            example: "define same(x) { return $x }\nlet rows = same([[a: 1]])\n$rows | sort by b"),
        DiagnosticEntry(
            "N0335", "Some rows lack the field",
            "Rows of a file or of a free-hand call need not have the same fields. Where one is missing it reads as empty.",
            example: "define same(x) { return $x }\nlet rows = same(([[a: 1]] | count by a) + [[b: 2]])\n$rows | show b"
        ),
    ])
}
