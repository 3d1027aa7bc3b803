import Glibc
import TMSRuntime
import TMSSyntax

/// What is said about files; codes `E08…`.
struct FileMessage {
    let path: String
    let location: SourceLocation?

    func unreadable(_ error: Int32) -> Failure {
        let hint =
            error == ENOENT
            ? "check the name; one in a script begins beside it, one from the command line where it was typed" : nil
        return failure("E0801", "cannot read \(path): \(reason(error))", hint: hint)
    }

    func unwritable(_ error: Int32) -> Failure { failure("E0802", "cannot write \(path): \(reason(error))") }

    /// - Parameter suffixes: the ends of names that say it.
    func unknownFormat(_ suffixes: String) -> Failure {
        failure("E0803", "the name \(path) does not say in which form", hint: "end it in one of \(suffixes)")
    }

    /// The rows were asked for in one form, and the file's name says another.
    func otherForm(_ asked: OutputFormat, _ format: OutputFormat) -> Failure {
        failure("E0270", asked.otherForm(than: format), hint: asked.formHint)
    }

    /// Rows of something else than the history as a script.
    var noStatements: Failure {
        failure(
            "E0819", "only statements of the history are saved as a script, and these rows are none",
            hint: "as in history | take 5 | save \"\(path)\"")
    }

    func openQuote(line: Int) -> Failure {
        failure("E0805", "\(path):\(line): a quote opens here and never closes", hint: "close it in the file")
    }

    func endlessRecord(line: Int) -> Failure {
        failure(
            "E0810", "\(path):\(line): the record that begins here is longer than 64 MB",
            hint: "perhaps a quote opens in it and never closes")
    }

    func textAfterQuote(line: Int) -> Failure {
        failure("E0806", "\(path):\(line): text after a closing quote", hint: "a quote inside quotes is written twice")
    }

    func badJSON(line: Int, _ reason: String) -> Failure {
        failure("E0808", "\(path):\(line): not JSON: \(reason)", hint: "mend the file there")
    }

    func cannotKeepRows(_ error: Int32) -> Failure {
        failure(
            "E0811", "more rows than the memory should hold, and they cannot be kept in \(path): \(reason(error))",
            hint: "make room there, or go through the rows without `let`")
    }

    static func cannotRecallRows(_ error: Int32) -> Failure {
        Failure(
            kind: .file,
            Diagnostic(.error, "E0811", "rows that were kept on the disk cannot be read back: error \(error)"))
    }

    private func reason(_ error: Int32) -> String {
        switch error {
        case ENOENT: "there is no such file"
        case EACCES, EPERM: "no permission"
        case EISDIR: "it is a folder"
        case ENOSPC: "the disk is full"
        case ESTALE: "another file took its name meanwhile"
        default: String(cString: strerror(error))
        }
    }

    func failure(_ code: String, _ message: String, hint: String? = nil) -> Failure {
        Failure(kind: .file, Diagnostic(.error, code, message, at: location, hint: hint))
    }
}
