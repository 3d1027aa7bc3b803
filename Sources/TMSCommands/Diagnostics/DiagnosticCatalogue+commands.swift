public import TMSSyntax
import TrackingMore

extension DiagnosticCatalogue {
    /// What can be wrong with a command once its values are known, before anything is sent.
    public static let commands = DiagnosticCatalogue(values + ownVerbs)

    /// What the service answers when it says no. The codes are its own.
    public static let refusals = DiagnosticCatalogue(
        Refusal.all.sorted { $0.code < $1.code }.map { refusal in
            DiagnosticEntry(
                String(refusal.code), sentence(refusal.cause), sentence(refusal.remedy) + "." + consequence(refusal),
                example: "")
        })

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
            example: "define extra(couriers) { remote area jp 1000001 for $couriers }\nprint extra([dhl, ups])"),
        DiagnosticEntry(
            "E0606", "No such column", "The header of the file lacks the column named behind `=`.",
            example: "list | take 2 | save \"two.csv\"\nlet file = \"two.csv\"\ntrack from $file number=Nubmer"),
        DiagnosticEntry(
            "N0607", "Columns without a use",
            "The verb has no clause of these names, so what they hold is not sent. No mistake if that is meant.",
            example: "[[number: A1234567, colour: red]] | track via 4px"),
        DiagnosticEntry(
            "N0608", "A check digit that does not fit",
            "Numbers of this form end in a digit that is made of the others. A slip of the finger changes it; but couriers "
                + "break their own rules, so the number is sent as it was typed. `what is` takes it apart.",
            example: "show RA123456789CN"),
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
    ]

    private static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    private static func consequence(_ refusal: Refusal) -> String {
        if refusal.doomsEveryRow { return " Every further call would meet the same answer, so the run ends." }
        if refusal.isTransient { return " It passes by itself, and the call is repeated." }
        if refusal.isAlreadyThere { return " `track` takes it as done; other verbs fail." }
        return ""
    }
}
