import TMSBase
import TMSCommands
import TMSSemantics

extension Session {
    /// What is run in the place of a text that is no statement, or behind one that was proposed; nil for all others.
    func deskLine(for checked: CheckedProgram) -> DeskLine? {
        let proposed = memory.suggestedLine
        memory.suggestedLine = nil
        guard settings.readsPastes else { return nil }
        let line = DeskLine(checked, vocabulary, proposed: proposed, isInteractive: settings.isInteractive)
        if let language = line?.language { memory.deskLanguage = language }
        renderer.keepsRows = line?.isPaste ?? false
        return line
    }

    /// Proposes what is to be run next: the card of what a text holds, then the answer to its writer.
    func suggest(after ready: Ready) {
        guard let desk = ready.desk else { return }
        let line: String? =
            desk.isPaste
            ? DeskFinding.suggestion(for: renderer.shown ?? [], world.environment)
            : desk.shown.map { "reply \($0) lang \(memory.deskLanguage.rawValue) | copy" }
        guard let line, desk.isPaste || settings.isInteractive else { return }
        memory.suggestedLine = line
        // With colours it stands in grey at the next prompt.
        if !settings.isInteractive || !renderer.presentation.colors { renderer.suggest(line) }
    }
}
