import TMSBase
import TMSCommands
import TMSSemantics
import TMSSyntax
import TrackingMore

/// A line of somebody who answers customers: a text that was pasted, a question where a parcel is, or the card that was
/// proposed before.
struct DeskLine {
    /// What is run in the place of what was typed; nil where that is run as it stands.
    let text: String?
    /// What the text holds is told, and nothing of it is run.
    let isPaste: Bool
    /// The parcel that is shown, to which an answer may follow.
    let shown: String?
    /// Of the writer.
    let language: SpokenLanguage?

    /// Nil for every other line.
    ///
    /// - Parameter proposed: the line that was proposed to be run next.
    init?(_ checked: CheckedProgram, _ vocabulary: Vocabulary, proposed: String?, isInteractive: Bool) {
        let written = checked.program.file.text
        if let question = WhereQuestion(written, vocabulary) {
            text = "show \(question.number)"
            isPaste = false
            shown = question.number
            language = SpokenLanguage(guessedFrom: written)
            return
        }
        let pasted = PastedText(vocabulary)
        if checked.hasErrors ? pasted.isPaste(written) : isInteractive && pasted.isColumn(written) {
            text = "what is in \(Quoting.string(written))"
            isPaste = true
            shown = nil
            language = SpokenLanguage(guessedFrom: written)
            return
        }
        let line = PlainText.trimmed(written)
        guard let proposed, line == proposed, line.hasPrefix("show "), !line.contains(",") else { return nil }
        text = nil
        isPaste = false
        shown = String(line.dropFirst("show ".count))
        language = nil
    }
}
