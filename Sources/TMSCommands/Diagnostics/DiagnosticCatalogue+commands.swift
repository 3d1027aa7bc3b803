import TMSBase
public import TMSSyntax
import TrackingMore

extension DiagnosticCatalogue {
    /// What can be wrong with a command once its values are known, before anything is sent.
    public static let commands = DiagnosticCatalogue(texts + values + kinds + ownVerbs)

    /// What the service answers when it says no. The codes are its own.
    public static let refusals = DiagnosticCatalogue(
        Catalogue.standard.dialect.refusals.sorted { $0.code < $1.code }.map { refusal in
            DiagnosticEntry(
                String(refusal.code), sentence(refusal.cause), sentence(refusal.remedy) + "." + consequence(refusal),
                example: "")
        })

    private static let texts = [
        DiagnosticEntry(
            "E0131", "A number in groups",
            "A tracking number is written without blanks; several numbers are parted by commas.",
            example: "show RB 555 666 772 CN"),
        DiagnosticEntry(
            "E0132", "Which parcel is not said",
            "A parcel is named by its tracking number. Parcels are found by what is known of them with `list | where …`.",
            example: "where is my parcel"),
        DiagnosticEntry(
            "E0133", "A text that is no command",
            "The text names a tracking number, and nothing of it is run. The corrected line looks the number up.",
            example: "Wo ist 300403513402"),
        DiagnosticEntry(
            "E0134", "A prompt that was copied along",
            "What stands before `❯` is written by the shell and is no part of the line.",
            example: "sandbox ❯ list status exception"),
        DiagnosticEntry(
            "W0104", "A number that is only written back",
            "A text alone on a line is a value, and is printed. A number is looked up by `show`, or alone without quotes and "
                + "without a full stop.",
            example: "\"RB555666772CN\""),
    ]

    private static let values = [
        DiagnosticEntry(
            "E0600", "A verb that is not known here",
            "The script was read with other verbs than it is run with. A mistake in tms itself; please report it.",
            example: ""),
        DiagnosticEntry(
            "E0601", "An empty value in a command",
            "An empty value never stands for everything, so the command is not sent. Ask `is empty` first.",
            example: "let numbers = [['']]\narchive $numbers"),
        DiagnosticEntry(
            "E0602", "A value that does not fit",
            "The clause asks for another sort of value: a carrier's code or name, a country, a status, a date.",
            example: "let place = 'nowhere'\nremote area $place 1000"),
        DiagnosticEntry(
            "E0603", "A row without a tracking number",
            "A verb that acts on rows takes the number from their field `number`. Name another: `number=Column`.",
            example: "[[title: lamp]] | track"),
        DiagnosticEntry("E0604", "Something missing", "The verb does not know what to act on.", example: ""),
        DiagnosticEntry(
            "E0605", "Too many values", "The service takes only so many in this place. Ask several times.",
            example: "define extra(carriers) { remote area jp 1000001 for $carriers }\nprint extra([dhl, ups])"),
        DiagnosticEntry(
            "E0606", "No such column", "The header of the file lacks the column named behind `=`.",
            example: "list | take 2 | save \"two.csv\"\nlet file = \"two.csv\"\ntrack from $file number=Nubmer"),
        DiagnosticEntry(
            "N0607", "Columns without a use",
            "The verb has no clause of these names, so what they hold is not sent. No mistake if that is meant.",
            example: "[[number: A1234567, colour: red]] | track via 4px"),
        DiagnosticEntry(
            "N0608", "A check digit that does not fit",
            "Numbers of this form end in a digit that is made of the others. A slip of the finger changes it; but carriers "
                + "break their own rules, so the number is sent as it was typed. `what is` takes it apart.",
            example: "show RA123456789CN"),
        DiagnosticEntry(
            "N0627", "Empty rows that were skipped",
            "Rows of a file whose cells are all empty are no orders. Other rows without a number are told one by one.",
            example:
                "[[number: '', via: ''], [number: A1234567, via: 4px]] | save \"rows.csv\"\ntrack from \"rows.csv\""),
        DiagnosticEntry(
            "N0628", "Check digits of rows",
            "Numbers in the rows break the rule by which their last digit is made of the others: slips of the finger, or "
                + "digits that a spreadsheet has rounded. They are sent as they stand.",
            example: "[[number: RA123456789CN], [number: RA123456785CN]] | track via china-post"),
        DiagnosticEntry(
            "N0629", "A column `country` that is taken as `to`",
            "In an orders file it names the country a parcel goes to. A file that has a column `to` as well keeps both, "
                + "and `country=COLUMN` on the line says that it is what some carriers ask for.",
            example: "[[number: A1234567, country: de]] | track via 4px"),
    ]

    private static let kinds = [
        DiagnosticEntry(
            "E0610", "A number that a spreadsheet has shortened",
            "`9.4E+21` is what is left of a long number in a spreadsheet: its digits are lost and cannot be brought back. "
                + "Export the column as text, or take the number from where it came from.",
            example: "let cell = '9.40011E+21'\nshow $cell"),
        DiagnosticEntry(
            "E0611", "Several numbers in one place",
            "One tracking number goes here. Write a line, or a row, for each.",
            example: "let cell = '1Z999AA10123456784, 1Z12345E0205271688'\nshow $cell"),
        DiagnosticEntry(
            "E0612", "A text with a number in it",
            "The text says more than a number, and the number in it is named. It is not taken unasked, for it could be "
                + "another's.",
            example: "let cell = 'number 3004 0351 3402, please'\nshow $cell"),
        DiagnosticEntry(
            "E0613", "A name of several",
            "Several carriers or countries are called so. Write the code of the one that is meant.",
            example: "let place = 'Korea'\nremote area $place 1000001"),
        DiagnosticEntry(
            "N0610", "A number that may be rounded",
            "Spreadsheets keep fifteen digits of a number and put zeros for the rest. It is sent as it is; export the column as "
                + "text if it is not what stands on the label.",
            example: "show 300404123456789000"),
        DiagnosticEntry(
            "N0611", "A number taken out of a link", "The link holds one tracking number, and that is taken.",
            example: "show 'https://t.example/?n=1Z999AA10123456784'"),
        DiagnosticEntry(
            "N0612", "A carrier that the list lacks",
            "The service adds carriers faster than the built-in list, so a code that the list lacks is sent as written. A "
                + "slip of the finger looks the same: the nearest code of the list is named.",
            example: "list via 'a-new-carrier'"),
    ]

    private static let ownVerbs = [
        DiagnosticEntry(
            "E0620", "No help on this", "`help` lists the verbs, `help track` explains one, `help E0204` a message.",
            example: "help nonsense"),
        DiagnosticEntry(
            "E0621", "Time that would run backward", "The sandbox's clock is moved forward by a duration.",
            example: "let back = 0 days - 2 days\nsandbox advance $back"),
        DiagnosticEntry(
            "E0622", "Not in this session",
            "The sandbox's verbs work on the sandbox only, and questions need a person at a terminal.",
            example: "sandbox fail nonsense"),
        DiagnosticEntry(
            "E0623", "No method", "`call` knows get, post, put and delete.",
            example: "let m = 'fetch'\ncall $m \"/carriers\""),
        DiagnosticEntry(
            "E0624", "No path", "A path begins with / and holds no blanks. What stands before it is known.",
            example: "call get \"carriers\""),
        DiagnosticEntry(
            "E0625", "A body that is not JSON", "The third value of `call` is a record, a list, or JSON in quotes.",
            example: "call post \"/trackings/post\" \"number\""),
        DiagnosticEntry(
            "E0626", "A failure without a measure",
            "`sandbox fail` counts calls from 1, lasts some time, and strikes one call in a number.",
            example: "sandbox fail 503 one"),
        DiagnosticEntry(
            "E0627", "A run without a number", "Runs are numbered from 1; `runs` lists them.", example: "run 0"),
        DiagnosticEntry(
            "E0628", "A language without texts",
            "`reply` writes \(SpokenLanguage.choice). For others there are the texts of the customer service itself.",
            example: "reply 300403513402 lang pl"),
        DiagnosticEntry(
            "E0629", "Nothing to look for", "`find` looks for letters and digits; marks and blanks do not count.",
            example: "find \"#\""),
        DiagnosticEntry(
            "E0630", "Nothing to copy", "`copy` stands behind what it copies.", example: "copy"),
    ]

    private static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    private static func consequence(_ refusal: Refusal) -> String {
        if refusal.doomsEveryRow { return " Every further call would meet the same answer, so the run ends." }
        if refusal.isTransient { return " It passes by itself, and the call is repeated." }
        if refusal.isAlreadyThere { return " `track` takes it as done; other verbs fail." }
        return ""
    }
}
