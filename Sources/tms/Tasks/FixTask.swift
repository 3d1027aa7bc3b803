import TMSBase
import TMSCommands
import TMSSemantics
import TMSShell
import TMSSyntax

/// `tms fix`: mends in scripts what can be mended without a doubt, and says what is left.
struct FixTask {
    private let composition: Composition

    init(_ composition: Composition) {
        self.composition = composition
    }

    func run(_ paths: [String], isCheck: Bool) -> ExitStatus {
        composition.eachFile(paths) { (path, file) throws(Diagnostic) in try fix(path, file, isCheck: isCheck) }
    }

    private func fix(_ path: String, _ file: SourceFile, isCheck: Bool) throws(Diagnostic) -> ExitStatus {
        let mended = Mended(file)
        if composition.options.run.isDryRun { return preview(file, mended, isCheck: isCheck) }
        let isPiped = path == "-"
        // What was mended is told on the other side where the text itself is the output.
        let report = isPiped ? composition.errors : composition.output
        for line in mended.steps { report.foreignLine("\(file.name):\(line)") }
        if !isCheck, isPiped || !mended.steps.isEmpty { try composition.replace(path, with: mended.file.text) }
        let left = Session.check(mended.file, vocabulary: Catalogue.standard.vocabulary)
        for diagnostic in left.diagnostics { composition.tell(diagnostic) }
        if left.hasErrors { return ExitStatus.usage }
        return isCheck && !mended.steps.isEmpty ? ExitStatus.failed : ExitStatus.ok
    }

    /// Shows what would change, and changes nothing.
    private func preview(_ file: SourceFile, _ mended: Mended, isCheck: Bool) -> ExitStatus {
        let difference = UnifiedDiff(file.text, mended.file.text, name: file.name).text
        composition.output.write(difference)
        return isCheck && !difference.isEmpty ? ExitStatus.failed : ExitStatus.ok
    }
}

/// A script after its safe fix-its were applied.
struct Mended {
    private(set) var file: SourceFile
    /// What was done, each with the line it was done on: `3: write `else if``.
    private(set) var steps: [String] = []

    init(_ original: SourceFile) {
        file = original
        // One fix can lay open the next; each round mends at least one place, and a script has only so many.
        for _ in 0..<100 {
            let found = Session.check(file, vocabulary: Catalogue.standard.vocabulary).diagnostics
            let fixIts = found.filter { $0.location?.file.name == original.name || $0.location == nil }
                .compactMap { $0.fixIts.first { $0.isSafe && !$0.edits.isEmpty } }
            guard apply(fixIts) else { return }
        }
    }

    /// Applies those that do not overlap; whether there was one.
    private mutating func apply(_ fixIts: [Diagnostic.FixIt]) -> Bool {
        var taken: [(edits: [Diagnostic.Edit], step: (at: Int, text: String))] = []
        var end = 0
        for fixIt in fixIts.sorted(by: { $0.start < $1.start }) where taken.isEmpty || fixIt.start > end {
            end = fixIt.edits.map(\.range.upper).max() ?? end
            taken.append((fixIt.edits, (fixIt.start, "\(file.line(at: fixIt.start)): \(fixIt.message)")))
        }
        guard !taken.isEmpty else { return false }
        var text = Array(file.text.utf8)
        for edit in taken.flatMap(\.edits).sorted(by: { $0.range.lower > $1.range.lower }) {
            guard edit.range.lower >= 0, edit.range.lower <= edit.range.upper, edit.range.upper <= text.count else {
                return false
            }
            text.replaceSubrange(edit.range.lower..<edit.range.upper, with: edit.replacement.utf8)
        }
        let mended = SourceFile(name: file.name, text: String(decoding: text, as: UTF8.self))
        guard mended.text != file.text else { return false }
        file = mended
        steps += taken.map(\.step.text)
        return true
    }
}

extension Diagnostic.FixIt {
    fileprivate var start: Int { edits.map(\.range.lower).min() ?? 0 }
}
