public import TMSBase
public import TMSSyntax

extension ExitStatus {
    /// Every status with what it says, in a word or two and in full.
    public static let all: [(status: ExitStatus, brief: String, meaning: String)] = [
        (ok, "done", "done"),
        (failed, "failed", "failed"),
        (
            usage, "usage or a mistake in the script",
            "a mistake in the command line, the configuration or the script; nothing was sent"
        ),
        (partial, "partly failed", "some rows of a loop failed"),
        (expectation, "an expectation was false", "an `expect` did not hold"),
        (temporary, "temporary or a limit", "temporary: the service, the network, or a limit"),
        (keyOrQuota, "key or quota", "the key, the payment or the quota"),
        (cancelled, "cancelled", "cancelled"),
        (needsYes, "needs --yes", "deletes or stops something and needs `--yes`; nothing was sent"),
    ]

    static let needsYesCode = "E0920"

    /// Of a diagnostic that ended a run before it began.
    public static func of(_ diagnostic: Diagnostic) -> ExitStatus {
        switch diagnostic.code {
        case needsYesCode: needsYes
        // The key cannot be had.
        case "E0904", "E0905", "E0906", "E0921": keyOrQuota
        // The sandbox's store.
        case "E0909", "E0930": failed
        default: usage
        }
    }
}
