import TMSBase

extension Text {
    /// Whether it goes over several lines that the script did not write.
    fileprivate var hasForeignBreaks: Bool {
        !breaksLines && string.utf8.contains { (0x0A...0x0D).contains($0) || $0 == 0xC2 || $0 == 0xE2 }
    }
}

extension Value {
    /// Text of the script or of tms: on a terminal its line breaks stay.
    public static func written(_ text: String) -> Value {
        text.utf8.contains(0x0A) ? .text(Text(text, breaksLines: true)) : .string(text)
    }

    /// Text put together of others: its line breaks stay where all of them were written in the script.
    static func text(_ text: String, of parts: some Sequence<Value>) -> Value {
        var breaks = false
        for case .text(let part) in parts {
            if part.breaksLines { breaks = true } else if part.hasForeignBreaks { return .string(text) }
        }
        return breaks ? .text(Text(text, breaksLines: true)) : .string(text)
    }

    /// As `print` says it on a terminal: text from outside takes one line, so that it cannot go on with one that looks
    /// like a line of tms.
    func lineText(in environment: Environment) -> String {
        if case .text(let text) = self, text.breaksLines { return text.string }
        return LineBreaks.marked(text(in: environment))
    }
}
