import TMSBase
import TMSEngine
import TMSRuntime
import TMSSyntax

/// Hears what a run says: shows it, and writes its failures down where that is asked for.
final class Listener {
    let renderer: Renderer
    private let failures: FailureFile?
    /// Why the failures could not be written.
    private var reason: Diagnostic?

    init(renderer: Renderer, failures: FailureFile?) {
        self.renderer = renderer
        self.failures = failures
    }

    func handle(_ event: OutputEvent) {
        renderer.handle(event)
        guard let failures, reason == nil else { return }
        let failure: Failure
        switch event {
        case .rowFailed(let failed), .rowLeft(let failed): failure = failed
        default: return
        }
        do {
            try failures.add(failure)
        } catch {
            reason = error
        }
    }

    /// Puts the file under its name; returns the status of the run, or that of a file that cannot be written.
    func end(status: ExitStatus) -> ExitStatus {
        if let failures, reason == nil {
            do {
                try failures.end()
            } catch {
                reason = error
            }
        }
        guard let reason else { return status }
        renderer.report(reason)
        return status == ExitStatus.ok ? ExitStatus.failed : status
    }
}
