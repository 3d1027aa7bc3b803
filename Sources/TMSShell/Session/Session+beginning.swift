import LineEditor
public import TMSBase
import TMSCommands
import TMSEngine
import TMSRuntime
public import TMSSemantics
public import TMSSyntax

extension Session {
    /// Checks a script that stands alone.
    public static func check(_ file: SourceFile, vocabulary: Vocabulary, directory: String = ".") -> CheckedProgram {
        let context = ShellContext(
            variables: [], definitions: [:], isInteractive: false, directory: directory,
            literalValidator: LiteralValidator())
        return TMSSemantics.check(parse(file, vocabulary: vocabulary), vocabulary: vocabulary, context: context)
    }

    /// A text that has been begun.
    public enum Beginning {
        /// It is over already, with this status: it has a mistake, or calls nobody.
        case ended(ExitStatus)
        case waits(Ready)
    }

    /// A checked program with its arguments, to be finished.
    public struct Ready {
        let checked: CheckedProgram
        let arguments: [String: Value]
        /// As they were given.
        let parameters: [String]
        /// What the journal calls it; nil where it writes nothing to the account.
        let work: JournaledWork?
        /// What it is run in the place of, where the text was no statement.
        var desk: DeskLine?
    }
}

extension HistoryOutcome {
    /// What a status says of a statement that was run.
    init(_ status: ExitStatus) {
        switch status {
        case .ok: self = .worked
        case .cancelled, .needsYes: self = .stopped
        default: self = .failed
        }
    }
}
