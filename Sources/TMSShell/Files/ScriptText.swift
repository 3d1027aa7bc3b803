import TMSBase
import TMSEngine
public import TMSSyntax

/// The text of a script. What is not UTF-8 is refused, for titles and names in it would reach the account damaged.
public struct ScriptText {
    public let file: SourceFile

    /// Reads a script; `-` is standard input.
    public init(at path: String) throws(Diagnostic) {
        let bytes: [UInt8]
        do {
            bytes = try FileReading.bytes(path)
        } catch {
            throw Diagnostic(.error, "E0910", "\(path) cannot be read: \(error.reason)")
        }
        self = try ScriptText(bytes, name: path == "-" ? "stdin" : path)
    }

    /// - Parameter shownAs: what the file is called where its bytes are no text; its name if left out.
    public init(_ bytes: [UInt8], name: String, shownAs: String? = nil) throws(Diagnostic) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let fault = TextFault(bytes)
            throw Diagnostic(
                .error, "E0818", "\(shownAs ?? name):\(fault.line): the script is not UTF-8 there",
                hint: "save it as UTF-8", notes: fault.notes)
        }
        file = SourceFile(name: name, text: text)
    }
}
