import TMSBase
import TMSCommands
import TMSShell
import TMSSyntax

/// `tms test`: runs scripts, each in a fresh sandbox of its own, and reports which kept what they `expect`.
struct TestTask {
    private let composition: Composition

    init(_ composition: Composition) {
        self.composition = composition
    }

    func run(_ plan: Options.TestPlan) -> ExitStatus {
        do throws(Diagnostic) {
            let scripts = try self.scripts(plan)
            let report = TestReport(plan.form, composition.output)
            report.begin(count: scripts.count)
            var number = 0
            let outcomes = try TestThreads(scripts, plan).run { outcome in
                number += 1
                report.add(outcome, number: number)
            }
            report.end(outcomes)
            composition.output.flush()
            if outcomes.allSatisfy(\.passed) { return ExitStatus.ok }
            return outcomes.contains { $0.status == ExitStatus.expectation }
                ? ExitStatus.expectation : ExitStatus.failed
        } catch {
            composition.output.flush()
            composition.tell(error)
            composition.errors.flush()
            return ExitStatus.usage
        }
    }

    /// A script named is run; of a folder, those that expect something.
    private func scripts(_ plan: Options.TestPlan) throws(Diagnostic) -> [String] {
        var found: [String] = []
        for path in plan.paths {
            guard FolderWalk.isFolder(path) else {
                _ = try composition.read(path)
                found.append(path)
                continue
            }
            for script in FolderWalk.files(in: path, endingWith: ".tms") {
                if expects(try composition.read(script)) { found.append(script) }
            }
        }
        if let part = plan.filter { found = found.filter { $0.contains(part) } }
        guard !found.isEmpty else {
            throw Diagnostic(
                .error, "E0918", "there is no script to test in \(plan.paths.joined(separator: ", "))",
                notes: ["of a folder, the scripts that hold an `expect` are run"])
        }
        return found
    }

    /// Whether a statement begins with `expect`: on a line, behind a brace or behind a semicolon. Told by the text, so
    /// that a script with mistakes is run and fails by them.
    private func expects(_ file: SourceFile) -> Bool {
        file.text.split { $0.isNewline || $0 == "{" || $0 == ";" }
            .contains { $0.drop { $0 == " " || $0 == "\t" }.hasPrefix("expect ") }
    }
}
