import Glibc

extension LineEditor {
    /// Whether a line can be edited here: both ends are terminals, and `TERM` names one that can move its cursor.
    public static func isPossible(input: Int32 = 0, output: Int32 = 1) -> Bool {
        guard isatty(input) == 1, isatty(output) == 1, let name = getenv("TERM").map({ String(cString: $0) }) else {
            return false
        }
        return !name.isEmpty && name != "dumb"
    }
}
