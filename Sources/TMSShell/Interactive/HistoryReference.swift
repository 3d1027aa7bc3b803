import LineEditor
import TMSSyntax

/// `!42`: the statement with that number in the history, run again.
struct HistoryReference {
    private let number: Substring
    private let text: String

    /// nil for a line that is no such reference.
    init?(_ text: String) {
        let trimmed = text.drop(while: \.isWhitespace).prefix { !$0.isWhitespace }
        guard trimmed.first == "!", trimmed.count > 1, trimmed.dropFirst().allSatisfy({ $0.isASCII && $0.isNumber }),
            text.dropFirst(text.prefix(while: \.isWhitespace).count + trimmed.count).allSatisfy(\.isWhitespace)
        else { return nil }
        self.text = text
        number = trimmed.dropFirst()
    }

    /// The statement that is meant.
    func statement(in history: History) throws(Diagnostic) -> String {
        let records = history.records
        guard let number = Int(number), records.indices.contains(number - 1) else {
            let file = SourceFile(name: "line 0", text: text)
            let hint =
                records.isEmpty ? "nothing was entered so far" : "`history` lists them; the newest is \(records.count)"
            throw Diagnostic(
                .error, "E0923", "there is no statement \(number) in the history",
                at: SourceLocation(file, SourceRange(0, text.utf8.count)), hint: hint)
        }
        return records[number - 1].text
    }
}
