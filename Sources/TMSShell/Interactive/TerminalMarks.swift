import Glibc
import TMSBase

/// Tells the terminal where prompts and outputs begin (OSC 133), so that it can jump between them and fold them, and what
/// the window is called.
struct TerminalMarks {
    let title: String

    /// Keeps the title the window has, and gives it one.
    func begin() { write("\u{1B}[22;2t\u{1B}]2;\(TerminalCleaner(keepsStyles: false).clean(title))\u{1B}\\") }

    /// Gives the window its former title.
    func end() { write("\u{1B}[23;2t") }

    func promptAhead() { write("\u{1B}]133;A\u{1B}\\") }

    func outputAhead() { write("\u{1B}]133;C\u{1B}\\") }

    func ended(_ status: ExitStatus) { write("\u{1B}]133;D;\(status)\u{1B}\\") }

    private func write(_ sequence: String) { FileBytes.write(Array(sequence.utf8), to: STDOUT_FILENO) }
}
