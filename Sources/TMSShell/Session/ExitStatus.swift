public import TMSSyntax

/// What the shell that started tms is told.
public enum ExitStatus {
    public static let ok = 0
    public static let failed = 1
    public static let usage = 2
    public static let partial = 3
    public static let expectation = 4
    public static let temporary = 5
    public static let keyOrQuota = 6
    public static let cancelled = 7
    public static let needsYes = 8

    /// Every status with what it says, in a word or two and in full.
    public static let all: [(status: Int, brief: String, meaning: String)] = [
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
    public static func of(_ diagnostic: Diagnostic) -> Int {
        switch diagnostic.code {
        case needsYesCode: needsYes
        // The key cannot be had.
        case "E0904", "E0905", "E0906": keyOrQuota
        // The sandbox's store.
        case "E0909": failed
        default: usage
        }
    }
}
