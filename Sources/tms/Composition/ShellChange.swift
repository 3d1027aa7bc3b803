import Synchronization
import TMSCommands
import TMSRuntime
import TMSShell
import TMSSyntax

/// What the shell is to begin anew for, once the statement that asks for it is done.
final class ShellChange: Sendable {
    enum Next: Sendable {
        /// `profile shop`.
        case profile(String)
        case tour
    }

    private let asked = Mutex<Next?>(nil)

    /// What was asked for, once.
    func take() -> Next? {
        asked.withLock { next in
            defer { next = nil }
            return next
        }
    }

    /// Whether the shell is to end, to begin anew.
    var isAsked: Bool { asked.withLock { $0 != nil } }

    /// What the shell tells of its settings, and the way to another profile.
    func services(_ options: RunOptions, _ account: Account, _ directories: UserDirectories) -> ShellServices {
        ShellServices(
            settings: { SettingRows(options, account, directories).value },
            profiles: { () throws(SessionRefusal) in
                do throws(Diagnostic) {
                    return try ProfileRows(account, directories).value
                } catch {
                    throw SessionRefusal(error.message)
                }
            },
            change: { [self] (name) throws(SessionRefusal) in
                do throws(Diagnostic) {
                    _ = try Account(options.with(profile: name), directories)
                } catch {
                    throw SessionRefusal(error.message, hint: error.notes.first)
                }
                asked.withLock { $0 = .profile(name) }
            },
            tour: { [self] in asked.withLock { $0 = .tour } })
    }
}

extension RunOptions {
    /// The same for another profile.
    func with(profile: String) -> RunOptions {
        var options = self
        options.profile = profile
        options.isSandbox = profile == "sandbox"
        // What was said of the account before is not said of this one.
        options.baseURL = nil
        return options
    }
}
