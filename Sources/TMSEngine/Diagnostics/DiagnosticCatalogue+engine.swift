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
            "E0710", "The courier is not certain",
            "The account does not know the number, and its shape fits several couriers or none. A write never goes "
                + "by a guess unless `--guess` allows it.",
            example: "track 123456789012"),
        DiagnosticEntry(
            "E0711", "The number is tracked with several couriers",
            "Two parcels of the account have the number, each with a courier of its own. Say `via`.",
            example: "track 300403513402 via ups\nlist numbers 300403513402\nedit 300403513402 title lamp"),
        DiagnosticEntry(
            "N0712", "A courier that was guessed", "The line names none, so the likeliest was taken, and why is said.",
            example: "refresh 9400110200881234567999"),
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
            "E0731", "A promise to only read was about to be broken",
            "The file says `read only`. The checker finds what can be told from the text; a call that would change the "
                + "account all the same is stopped before it is sent, and the run ends.",
            example: ""),
        DiagnosticEntry(
            "E0740", "A limit is reached",
            "The calls or parcels that `limit` allows are used up; the rest was not sent.",
            example: "limit 1 call { account\naccount }"),
    ])

    /// What files that are read and written can meet.
    public static let files = DiagnosticCatalogue([
        DiagnosticEntry(
            "E0801", "A file that cannot be read",
            "Paths begin beside the script; at the prompt, where tms was started.",
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
            "Every line has as many cells as the header. A cell that holds the delimiter is quoted.", example: ""),
        DiagnosticEntry(
            "E0805", "A quote that never closes", "A cell that begins with a quote ends with one.", example: ""),
        DiagnosticEntry(
            "E0806", "Text after a closing quote", "A quote inside a quoted cell is written twice.", example: ""),
        DiagnosticEntry(
            "E0807", "Two columns of one name", "Columns are told apart by name. Rename one in the file.", example: ""),
        DiagnosticEntry("E0808", "Not JSON", "The line of the file breaks the rules of JSON.", example: ""),
        DiagnosticEntry(
            "E0809", "Not UTF-8", "Text files are read as UTF-8. A spreadsheet offers it when it saves as CSV.",
            example: ""),
        DiagnosticEntry(
            "E0811", "Rows that cannot be kept",
            "A million rows of a `let` stand in the memory, and what is more on the disk until tms ends.", example: ""),
        DiagnosticEntry(
            "E0810", "A record without end",
            "No record of a table is so long. A quote that opens a cell and never closes takes in all that follows.",
            example: ""),
    ])
}
