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
        var status = ExitStatus.ok
        for path in paths {
            do {
                if !check(try composition.read(path)) { status = ExitStatus.usage }
            } catch {
                say(error)
                status = ExitStatus.usage
            }
        }
        composition.output.flush()
        composition.errors.flush()
        return status
    }

    private func check(_ file: SourceFile) -> Bool {
        let checked = Session.check(file, vocabulary: Catalogue.standard.vocabulary)
        checked.diagnostics.forEach(say)
        if checked.hasErrors { return false }
        if !composition.options.isQuiet { composition.output.line(CheckReport(checked).text) }
        return true
    }

    private func say(_ diagnostic: Diagnostic) {
        composition.errors.write(composition.diagnose(diagnostic))
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
