import Glibc
import TMSBase
import TMSEngine
import TMSShell
import TMSSyntax

/// What the tasks that go through script files share.
extension Composition {
    /// Does something to each file, those below folders included, and gives the worst of the statuses; what it throws is told and counts as a mistake.
    func eachFile(_ paths: [String], _ body: (String, SourceFile) throws(Diagnostic) -> ExitStatus) -> ExitStatus {
        var status = ExitStatus.ok
        for path in paths {
            do {
                for file in try scripts(path) { status = max(status, try body(file, try read(file))) }
            } catch {
                tell(error)
                status = ExitStatus.usage
            }
        }
        output.flush()
        errors.flush()
        return status
    }

    /// The path itself, or the scripts below a folder.
    private func scripts(_ path: String) throws(Diagnostic) -> [String] {
        guard FolderWalk.isFolder(path) else { return [path] }
        let scripts = FolderWalk.files(in: path, endingWith: ".tms")
        guard !scripts.isEmpty else { throw Diagnostic(.error, "E0910", "there is no .tms script in \(path)") }
        return scripts
    }

    func tell(_ diagnostic: Diagnostic) { errors.write(diagnose(diagnostic)) }

    /// Writes a text that is asked for.
    func show(_ text: String) -> ExitStatus {
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
            throw Diagnostic(.error, "E0914", "\(path) cannot be written: \(error.reason)")
        }
    }
}
