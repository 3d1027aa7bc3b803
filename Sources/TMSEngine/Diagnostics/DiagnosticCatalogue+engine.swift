public import TMSSyntax

extension DiagnosticCatalogue {
    /// What carrying out a command can meet beside a refusal of the service.
    public static let engine = DiagnosticCatalogue([
        DiagnosticEntry(
            "E0701", "The service was not reached",
            "The name was not found, the connection was refused or broke, or no answer came in time. What may pass is "
                + "tried again, and a write of which nobody knows is read back before it is repeated.",
            example: ""),
        DiagnosticEntry(
            "E0702", "An answer that was not understood",
            "Something answered, but not the service: perhaps a proxy, a login page, or a wrong base address.",
            example: "sandbox fail garbage times 9\naccount"),
        DiagnosticEntry("E0703", "Cancelled", "The run was interrupted. What was sent before stands.", example: ""),
        DiagnosticEntry(
            "E0704", "A request that cannot be built",
            "The checker should have seen it; please report the line.", example: ""),
        DiagnosticEntry(
            "E0710", "The carrier is not certain",
            "The account does not know the number, and its shape fits several carriers or none. A write never goes "
                + "by a guess unless `--guess` allows it.",
            example: "track 123456789012"),
        DiagnosticEntry(
            "E0711", "The number is tracked with several carriers",
            "Two parcels of the account have the number, each with a carrier of its own. Say `via`.",
            example: "track 300403513402 via ups\nlist numbers 300403513402\nedit 300403513402 title lamp"),
        DiagnosticEntry(
            "N0250", "An order that is written otherwise",
            "Nothing has this order, and the account has one that differs only in its marks, as in `#1001`.",
            example: "list orders 1001"),
        DiagnosticEntry(
            "N0712", "A carrier that was guessed", "The line names none, so the likeliest was taken, and why is said.",
            example: "refresh 9400110200881234567999"),
        DiagnosticEntry(
            "N0713", "A placeholder in a request",
            "`curl` sends nothing, so it does not ask the account who carries a parcel; in the request it prints, "
                + "`CARRIER` stands where the code of the carrier goes.",
            example: "curl delete 4819237500"),
        DiagnosticEntry(
            "E0720", "Some failed",
            "A command about many parcels goes through all of them and tells of each that failed; then it fails "
                + "itself, with status 3 if some went well.",
            example: "delete 300403513351, RR999999999CN via china-post"),
        DiagnosticEntry(
            "E0730", "Needs a yes",
            "What cannot be taken back asks a person first. A script is allowed with `--yes`.",
            example: ""),
        DiagnosticEntry(
            "N0730", "Left alone",
            "A person was asked before a call was made, and left the question. Nothing was sent.", example: ""),
        DiagnosticEntry(
            "E0731", "A promise to only read was about to be broken",
            "The file says `read only`. The checker finds what can be told from the text; a call that would change the "
                + "account all the same is stopped before it is sent, and the run ends.",
            example: ""),
        DiagnosticEntry(
            "E0740", "A limit is reached",
            "The calls, the quota or the time that `limit` allows are used up; the rest was not sent. Each amount counts for itself: `limit 200 calls, 40 quota, 30 min { … }`.",
            example: "limit 1 call { account\naccount }"),
        DiagnosticEntry(
            "E0741", "Already tracked with other values",
            "The account follows the parcel, and what it holds is not what the line or the row says. `track` changes "
                + "nothing of a parcel that is there; the line that does stands beside it.",
            example: "track 300403513402 via 4px title \"another lamp\""),
        DiagnosticEntry(
            "N0742", "Values that cannot be compared",
            "The account follows the parcel already, and the service does not say what it holds of these clauses. They "
                + "were not sent again.",
            example: "track 300403513402 via 4px postcode 1234"),
        DiagnosticEntry(
            "N0745", "What a carrier needs",
            "Some carriers tell of a parcel only who knows its postcode, its country or the day it was handed over. It is "
                + "told before the quota is spent, once for each carrier: a parcel that is tracked without cannot be given "
                + "them later.",
            example: "track 3SABCD123456789 via postnl-3s"),
        DiagnosticEntry(
            "N0746", "The way back",
            "A parcel was deleted or edited by a line typed at the prompt. The line tracks it again with what was known of "
                + "it, or gives it its old values where they are known. The id of a deleted parcel and its events so far "
                + "do not come back.",
            example: ""),
        DiagnosticEntry(
            "E0744", "Rows of a file that will fail",
            "`tms check` reads the files that a script names, as the run would before it sends anything. Rows that cannot "
                + "be sent as they stand are told with their lines; the others would be sent.",
            example: ""),
        DiagnosticEntry(
            "N0743", "What became of the rows",
            "At the end of a loop or a command over the rows of a file, or where rows failed: how many were done, how many "
                + "failed and why, and what it cost. People see it as a line of its own.",
            example: ""),
        DiagnosticEntry(
            "W0745", "Fields without a column",
            "`as csv` and `as tsv` name the fields of the first 1,000 rows in the header and write all others as they come. "
                + "A later row has fields that none of these had. `show` names the columns; json, jsonl and `save` keep all.",
            example: ""),
    ])

    /// What files that are read and written can meet.
    public static let files = DiagnosticCatalogue([
        DiagnosticEntry(
            "E0801", "A file that cannot be read",
            "Paths written in a script begin beside it; those given on the command line or at the prompt, where tms was started.",
            example: "open \"missing.csv\""),
        DiagnosticEntry(
            "E0802", "A file that cannot be written", "The folder must be there, and be yours to write in.",
            example: "list | save \"missing/late.csv\""),
        DiagnosticEntry(
            "E0803", "A file of no known form",
            "The end of its name says how a file is written: \(OutputFormat.suffixList(toOpen: false)).",
            example: "let name = \"late.xls\"\nlist | save $name"),
        DiagnosticEntry(
            "E0804", "A line of another length",
            "No line has more cells than the header. A cell that holds the separator is quoted; where many lines are so, the separator is another, or a quote was left open.",
            example: ""),
        DiagnosticEntry(
            "E0805", "A quote that never closes", "A cell that begins with a quote ends with one.", example: ""),
        DiagnosticEntry(
            "E0806", "Text after a closing quote", "A quote inside a quoted cell is written twice.", example: ""),
        DiagnosticEntry("E0808", "Not JSON", "The line of the file breaks the rules of JSON.", example: ""),
        DiagnosticEntry(
            "E0809", "Not UTF-8",
            "Text files are read as UTF-8, or as UTF-16 where a mark at the front says so. Any other encoding is named: `open \"orders.csv\" encoding cp1252`.",
            example: ""),
        DiagnosticEntry(
            "E0811", "Rows that cannot be kept",
            "A million rows of a `let` stand in the memory, and what is more on the disk until tms ends.", example: ""),
        DiagnosticEntry(
            "E0810", "A record without end",
            "No record of a table is so long. A quote that opens a cell and never closes takes in all that follows.",
            example: ""),
        DiagnosticEntry(
            "E0812", "Not a separator",
            "Cells are separated by one character that is no letter, digit or quote, or by one that has a name: tab, comma, semicolon, pipe, space.",
            example: "let mark = \"ab\"\nopen \"orders.csv\" separator $mark"),
        DiagnosticEntry(
            "E0813", "Bytes without a meaning",
            "The file is not in the encoding that was named, or is damaged at that line.", example: ""),
        DiagnosticEntry(
            "E0814", "Another encoding than the mark says",
            "The first bytes of a file may be a mark that tells how it is read. A clause that says otherwise is left out.",
            example: ""),
        DiagnosticEntry(
            "E0815", "Unknown encoding", "An encoding has one of the names that `iconv -l` lists.",
            example: "let name = \"cp1252000\"\nopen \"orders.csv\" encoding $name"),
        DiagnosticEntry(
            "E0819", "No statements for a script",
            "A file whose name ends in \(ScriptName.suffix) is a script, and rows of `history` are what it is made of: "
                + "the texts of these statements, in the order in which they were entered.",
            example: "list | save \"late.tms\""),
        DiagnosticEntry(
            "E0816", "Not a word of this clause", "`dates` takes dmy, mdy or excel, `decimals` comma or point.",
            example: "let order = \"ymd\"\nopen \"orders.csv\" dates $order"),
        DiagnosticEntry(
            "E0817", "Rows that cannot be read",
            "The rows that could be read were gone through; each of the others was told of by its line.", example: ""),
        DiagnosticEntry(
            "E0818", "A script that is not UTF-8",
            "Its titles and names would reach the account damaged, so nothing of it is run. Save it as UTF-8.",
            example: ""),
        DiagnosticEntry(
            "E0750", "What is sent cannot be written down",
            "Before a write leaves, it is written down, so that nothing is sent twice and all of it can be taken back. "
                + "Where that fails nothing is sent; reads go on.",
            example: ""),
        DiagnosticEntry(
            "E0751", "The same work is under way",
            "Another process runs the same script with the same parameters on this account.", example: ""),
        DiagnosticEntry("E0752", "No such run", "Runs are numbered from 1; `runs` lists them.", example: ""),
        DiagnosticEntry(
            "E0753", "Changed since",
            "`undo` leaves a parcel alone whose values are not those that the run gave it, or that is not there any more; "
                + "`apply` one that is not as it was when the plan was made.",
            example: ""),
        DiagnosticEntry(
            "E0754", "Nothing is written down",
            "With `--no-journal` there are no runs to list, go on with or take back.",
            example: ""),
        DiagnosticEntry(
            "E0755", "Nothing to take back or go on with",
            "No run has written anything that was not taken back already, or none was interrupted.", example: ""),
        DiagnosticEntry(
            "E0757", "The service does not work",
            "Three calls in a row came to nothing for the same cause, which may pass, each after its own attempts. The run "
                + "ends there instead of trying all its rows. Run again within 12 hours, the same script or line goes on.",
            example: ""),
        DiagnosticEntry(
            "E0758", "Too soon",
            "The service takes an immediate refresh of one parcel once in two hours. The call is not made; `show` has what is "
                + "known. `sandbox advance 2 h` lets the time pass in the sandbox.",
            example: ""),
        DiagnosticEntry(
            "E0760", "A plan that cannot be read", "There is no such file, or it is not yours to read.",
            example: "apply \"missing.plan\""),
        DiagnosticEntry(
            "E0761", "Not a plan", "A plan is a file that `tms plan SCRIPT -o FILE` has made.", example: ""),
        DiagnosticEntry(
            "E0762", "A plan of a newer tms", "It may say what this tms does not know, so nothing of it is done.",
            example: ""),
        DiagnosticEntry(
            "E0763", "A damaged plan",
            "Its rows are not those that were planned: it was cut off, or changed by hand. Nothing of it is done.",
            example: ""),
        DiagnosticEntry(
            "E0764", "A plan for another account",
            "A plan belongs to the account it was made on; `--profile` and `--sandbox` say which account is meant.",
            example: ""),
        DiagnosticEntry(
            "E0765", "A call by hand in a plan",
            "Nobody knows what a call made by hand changes, so that it can be neither compared nor taken back. The plan is "
                + "told and not saved.",
            example: ""),
        DiagnosticEntry(
            "E0766", "A plan without an end",
            "The script failed or was stopped while it was planned. A part of a plan is not saved.", example: ""),
        DiagnosticEntry(
            "N0760", "The script of a plan has changed",
            "The plan does what it said when it was made. A new one is made with `tms plan`.", example: ""),
        DiagnosticEntry(
            "N0761", "What a statement would do",
            "Behind `plan`: the rows by verb, the calls and their time at the account's limit, the quota, and what undo takes "
                + "back. On a terminal it stands beside the rows.",
            example: ""),
        DiagnosticEntry(
            "N0750", "An interrupted run goes on",
            "The same work was interrupted within the last 12 hours. What it has done is not sent again. `--fresh` begins "
                + "a new run.",
            example: ""),
        DiagnosticEntry(
            "N0751", "A run was interrupted",
            "^C, the network or a limit ended it, and the last line says how far it came. Run again within 12 hours, the same script or line goes on with it.",
            example: ""),
        DiagnosticEntry(
            "N0753", "A damaged store was moved aside",
            "The file that holds the runs of the account does not hang together. It was renamed and a new one begun.",
            example: ""),
        DiagnosticEntry(
            "N0752", "Not all of it can be taken back",
            "The service has no call that takes these rows back. The others are taken back.", example: ""),
        DiagnosticEntry(
            "N0812", "How a file is read",
            "Its header line, a line `sep=` or its mark says how it is separated and encoded. `separator` and `encoding` say it in the script, and the note is gone.",
            example: ""),
        DiagnosticEntry(
            "N0813", "A file with two readings",
            "Two marks part the lines of the file into as many cells as the header has. `separator` says which is meant.",
            example: ""),
        DiagnosticEntry(
            "N0814", "Columns of one name",
            "The second column `Name` of a file is called `Name 2`, the third `Name 3`.",
            example: ""),
        DiagnosticEntry(
            "N0815", "Perhaps UTF-8",
            "All of it is valid UTF-8 too. In the encoding that was named its letters may come out as two others each.",
            example: ""),
        DiagnosticEntry(
            "N0816", "Cells left out at the end of a row", "They are taken as empty, as spreadsheets mean them.",
            example: ""),
    ])
}
