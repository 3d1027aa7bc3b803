/// True and false as people write them.
public enum WrittenBoolean {
    /// `true`, `yes`, `1` and `false`, `no`, `0`, in any letters.
    public static func read(_ text: String) throws(UnreadableText) -> Bool {
        switch text.lowercased() {
        case "true", "yes", "1": return true
        case "false", "no", "0": return false
        default: throw UnreadableText("is neither true nor false", remedy: "write true or false")
        }
    }
}
