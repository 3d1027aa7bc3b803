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
