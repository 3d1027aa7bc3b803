import Glibc
import TMSEngine
import TMSShell
import TMSSyntax

/// What the tasks that go through script files share.
extension Composition {
    /// Does something to each file and gives the worst of the statuses; what it throws is told and counts as a mistake.
    func eachFile(_ paths: [String], _ body: (String, SourceFile) throws(Diagnostic) -> Int) -> Int {
        var status = ExitStatus.ok
        for path in paths {
            do {
                status = max(status, try body(path, try read(path)))
            } catch {
                tell(error)
                status = ExitStatus.usage
            }
        }
        output.flush()
        errors.flush()
        return status
    }

    func tell(_ diagnostic: Diagnostic) { errors.write(diagnose(diagnostic)) }

    /// Writes a text that is asked for.
    func show(_ text: String) -> Int {
        output.write(text)
        output.flush()
        return ExitStatus.ok
    }

    /// Puts a new text in the place of a script, whole or not at all; that of standard input, `-`, goes to standard output.
    func replace(_ path: String, with text: String) throws(Diagnostic) {
        guard path != "-" else { return output.write(text) }
        do {
            let draft = try FileDraft(path: path)
            try draft.write(Array(text.utf8))
            try draft.commit()
        } catch {
            throw Diagnostic(
                .error, "E0914",
                "\(path) cannot be written: \(String(cString: strerror(error.code)).lowercased())")
        }
    }
}
