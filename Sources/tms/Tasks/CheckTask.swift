import TMSCommands
import TMSSemantics
import TMSShell
import TMSSyntax

/// `tms check`: mistakes, and how each loop will run. Reads files and nothing else.
struct CheckTask {
    private let composition: Composition

    init(_ composition: Composition) {
        self.composition = composition
    }

    func run(_ paths: [String]) -> Int {
        composition.eachFile(paths) { (_, file) throws(Diagnostic) in check(file) }
    }

    private func check(_ file: SourceFile) -> Int {
        let checked = Session.check(file, vocabulary: Catalogue.standard.vocabulary)
        for diagnostic in checked.diagnostics { composition.tell(diagnostic) }
        if checked.hasErrors { return ExitStatus.usage }
        if !composition.options.isQuiet { composition.output.line(CheckReport(checked).text) }
        return ExitStatus.ok
    }
}

/// What a script without mistakes will do.
struct CheckReport {
    let text: String

    init(_ checked: CheckedProgram) {
        let file = checked.program.file
        var lines = ["\(file.name): no mistakes · " + Self.deeds(checked.effects)]
        let loops = checked.loops.filter { $0.key.file == file.name }.sorted { $0.key.range.lower < $1.key.range.lower }
        for (key, independence) in loops {
            let line = file.line(at: key.range.lower)
            switch independence {
            case .independent: lines.append("\(file.name):\(line): rows go together, in as few calls as possible")
            case .dependent(let reason, _): lines.append("\(file.name):\(line): one row after the other: \(reason)")
            }
        }
        text = lines.joined(separator: "\n")
    }

    private static func deeds(_ effects: EffectBound) -> String {
        var verbs: [String] = []
        if effects.reads { verbs.append("reads") }
        if effects.creates { verbs.append("creates") }
        if effects.updates { verbs.append("updates") }
        if effects.deletes { verbs.append("deletes") }
        let text = verbs.isEmpty ? "calls nobody" : verbs.joined(separator: ", ")
        return effects.needsConfirmation ? text + " · needs --yes" : text
    }
}
