import TMSBase
import TMSEngine
import TMSRuntime
import TMSSemantics
import TMSSyntax

extension Session {
    /// Puts a plan under its name.
    func save(
        _ planned: RunResult.Planned, _ result: RunResult, _ ready: Ready, in path: String
    ) throws(Diagnostic) {
        // Where rows have failed, the others are planned.
        guard [.ok, .partial].contains(result.status) || result.failure == nil else { throw .planUnfinished(path) }
        let account: String
        do throws(Failure) {
            account = try engine.context.accountName()
        } catch {
            throw error.diagnostic
        }
        try SavedPlan.write(
            planned.rows, planned.price, of: ready.checked.program.file, parameters: ready.parameters,
            account: account, made: world.environment.now(),
            to: path.hasPrefix("/") ? path : settings.directory + "/" + path)
        renderer.tellSaved(plan: path, rows: planned.rows.count)
    }
}
