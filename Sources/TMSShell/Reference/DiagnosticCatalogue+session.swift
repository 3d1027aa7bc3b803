import TMSCommands
import TMSEngine
import TMSRuntime
import TMSSemantics
public import TMSSyntax

extension DiagnosticCatalogue {
    /// What stands in the way before a script begins: the configuration, the key, the parameters.
    public static let session = DiagnosticCatalogue([
        DiagnosticEntry(
            "E0901", "The configuration cannot be read", "The file is there but not yours to read.", example: ""),
        DiagnosticEntry(
            "E0902", "The configuration is not TOML", "The place is underlined. Text is quoted: key-file = \"…\".",
            example: ""),
        DiagnosticEntry(
            "E0903", "A setting that is not known, or of another kind",
            "The nearest name is given, and what the setting takes.", example: ""),
        DiagnosticEntry(
            "E0904", "The key file gives no key", "The file named by key-file cannot be read, or is empty. Status 6.",
            example: ""),
        DiagnosticEntry(
            "E0905", "Others can read the key file", "A key is for its owner alone: chmod 600. Status 6.", example: ""),
        DiagnosticEntry(
            "E0906", "The key command gives no key",
            "The command named by key-command cannot be started, fails, or prints nothing. Status 6.", example: ""),
        DiagnosticEntry("E0907", "No such profile", "The profiles of the configuration are listed.", example: ""),
        DiagnosticEntry(
            "E0908", "A base URL that would give the key away",
            "A key travels over https:// alone, or to this machine.", example: ""),
        DiagnosticEntry(
            "E0909", "The sandbox cannot be opened",
            "Its store or its port cannot be had. XDG_STATE_HOME says where the store is kept.", example: ""),
        DiagnosticEntry(
            "E0910", "The script cannot be read", "There is no such file, or it is not yours to read.", example: ""),
        DiagnosticEntry(
            "E0911", "A parameter must be given", "A `param` without a default is given behind the file: days=10.",
            example: "param days \"how many days\"\nprint $days"),
        DiagnosticEntry(
            "E0912", "A parameter of the wrong kind",
            "The default of a `param` says what it takes: a number, a duration, a date, text.", example: ""),
        DiagnosticEntry(
            "E0913", "No such parameter", "The parameters of the script are listed; `tms FILE --help` explains them.",
            example: ""),
        DiagnosticEntry(
            "E0914", "The script cannot be written", "`tms fmt` or `tms fix` could not replace the file.", example: ""),
        DiagnosticEntry(
            "E0915", "No such zone",
            "The variable `TZ` names a zone that this machine does not know; all times would be those of UTC. Names are as "
                + "in Europe/Berlin. Status 2.", example: ""),
        DiagnosticEntry(
            "E0916", "Given twice",
            "A parameter of a script is given once: of two values one would be left out without a word. "
                + "Status 2.", example: ""),
        DiagnosticEntry(
            "E0917", "The output cannot be written",
            "The disk is full, or what stands behind standard output takes nothing more. The program ends. Status 1.",
            example: ""),
        DiagnosticEntry(
            "E0923", "No such statement",
            "`!42` runs the statement with that number in the history again; `history` lists them.", example: ""),
        DiagnosticEntry(
            "E0918", "No script to test",
            "`tms test` runs the scripts it is given, and of a folder those that hold an `expect`.", example: ""),
        DiagnosticEntry(
            "E0919", "A script cannot be tested",
            "Its sandbox could not be made, or its process not begun: the message says which and why.", example: ""),
        DiagnosticEntry(
            "E0920", "Needs a yes before it begins",
            "The script can do what cannot be taken back, and nobody is there to ask. Nothing was sent. Status 8.",
            example: "delete 300403513351 via 4px"),
        DiagnosticEntry(
            "E0921", "Others can change the configuration",
            "A key command is run, and a key sent to the base URL of a profile, only where nobody but you can have written "
                + "that: chmod go-w for the file and its folder, o-w for the folders above. Status 6.",
            example: ""),
        DiagnosticEntry(
            "E0922", "A limit that cannot be left out",
            "`--no-limit` is for a server on this machine, such as `tms sandbox serve`. The service answers calls that come too "
                + "fast with a pause of two minutes. Where the plan of an account allows more calls a second, `rate` in its "
                + "profile says so.",
            example: ""),
        DiagnosticEntry(
            "E0930", "The log cannot be written",
            "`tms sandbox serve --log FILE` goes on at the end of the file, or makes it; the message says why it cannot.",
            example: ""),
        DiagnosticEntry(
            "E0931", "No address for webhooks",
            "Webhooks go to an http or https address of this machine; --remote-webhook names one of another.",
            example: ""),
    ])

    /// The entries of every phase, in the order in which a script meets them.
    public static let chapters: [(title: String, catalogue: DiagnosticCatalogue)] = [
        ("Reading", .syntax), ("Checking", .checks), ("Running", .runtime), ("Commands", .commands),
        ("Calls", .engine), ("Files", .files), ("Starting", .session), ("Refusals of the service", .refusals),
    ]
}
