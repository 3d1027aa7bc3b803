import Synchronization
import TMSBase
import TMSSyntax
import TrackingMore

extension RequestLog {
    /// The log at a path, before the first call.
    static func opened(_ path: String) throws(Diagnostic) -> RequestLog {
        do throws(SystemError) {
            return try RequestLog(path: path, time: RealTime.seconds)
        } catch {
            throw diagnostic(path, error.reason)
        }
    }

    /// Told at the end, where the disk was full or the like.
    var brokenDiagnostic: Diagnostic { Self.diagnostic(path, "not every call could be written") }

    private static func diagnostic(_ path: String, _ reason: String) -> Diagnostic {
        Diagnostic(.error, "E0930", "the log \(path) cannot be written: \(reason)")
    }
}

/// The log of a run, once it is opened: `--log`.
final class LogHolder: Sendable {
    private let path: String?
    private let opened = Mutex<RequestLog?>(nil)

    init(path: String?) { self.path = path }

    /// Nil where nobody wants one.
    func open() throws(Diagnostic) -> RequestLog? {
        guard let path else { return nil }
        let log = try RequestLog.opened(path)
        opened.withLock { $0 = log }
        return log
    }

    /// Why not all of it stands there, once the run is over.
    var problem: Diagnostic? {
        opened.withLock { log in log.flatMap { $0.isBroken ? $0.brokenDiagnostic : nil } }
    }
}
