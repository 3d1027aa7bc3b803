import Glibc
import TMSBase
import TMSShell
import TMSSyntax

/// How a script ended in its own sandbox.
struct ScriptOutcome {
    let path: String
    /// 0 if it kept all it expects; above 255 if it was stopped.
    let status: ExitStatus
    /// What it said and what went wrong, as text.
    let output: String
    let seconds: Double

    static let timedOut = ExitStatus(rawValue: 256)
    var passed: Bool { status == ExitStatus.ok }

    /// Why it did not pass, in a few words.
    var reason: String {
        switch status {
        case ExitStatus.ok: "passed"
        case ExitStatus.expectation: "an expectation is false"
        case ExitStatus.usage: "the script has mistakes"
        case Self.timedOut: "it did not end in time"
        default: "it ended with status \(status)"
        }
    }
}

/// A script run by this same program in a process of its own, with a state folder that is made for it and taken away
/// again: whatever it does, it cannot reach an account, nor what another script left behind.
struct SandboxedScript {
    let path: String
    let plan: Options.TestPlan

    func run() throws(Diagnostic) -> ScriptOutcome {
        guard let temporary = TemporaryFolder(for: "test") else {
            throw problem("a folder for the sandbox cannot be made")
        }
        defer { temporary.remove() }
        let folder = temporary.path

        let begin = now()
        if plan.seed != 1 {
            let reset = try spawn(["sandbox", "reset", "--seed", "\(plan.seed)", "--quiet"], in: folder)
            guard reset.status == .ok else { throw Diagnostic(.error, "E0919", reset.output) }
        }
        let limits = plan.steps.map { ["--max-steps", "\($0)"] } ?? []
        let (status, output) = try spawn(["run", "--sandbox", "--yes"] + limits + [path], in: folder)
        return ScriptOutcome(path: path, status: status, output: output, seconds: now() - begin)
    }

    private func spawn(_ arguments: [String], in folder: String) throws(Diagnostic) -> (
        status: ExitStatus, output: String
    ) {
        let log = "\(folder)/output"
        let descriptor = open(log, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw problem("\(log) cannot be written") }
        defer { close(descriptor) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, descriptor, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, descriptor, STDERR_FILENO)

        var words = (["tms"] + arguments).map { strdup($0) } + [nil]
        var variables = environment(folder).map { strdup($0) } + [nil]
        defer { for text in words + variables { free(text) } }
        var child = pid_t()
        guard posix_spawn(&child, "/proc/self/exe", &actions, nil, &words, &variables) == 0 else {
            throw problem("the script cannot be started")
        }
        let status = wait(for: child)
        let bytes = (try? FileReading.bytes(log)) ?? []
        return (status, String(decoding: bytes, as: UTF8.self))
    }

    /// Everything but what leads to an account or to the user's own sandbox.
    private func environment(_ folder: String) -> [String] {
        var kept: [String] = []
        var place = environ
        while let entry = place.pointee {
            let text = String(cString: entry)
            let isLeftOut = ["TRACKINGMORE_", "TMS_", "XDG_STATE_HOME=", "XDG_CONFIG_HOME="].contains {
                text.hasPrefix($0)
            }
            if !isLeftOut { kept.append(text) }
            place += 1
        }
        return kept + ["XDG_STATE_HOME=\(folder)", "XDG_CONFIG_HOME=\(folder)"]
    }

    private func wait(for child: pid_t) -> ExitStatus {
        let end = now() + Double(plan.seconds)
        var status: Int32 = 0
        var pause: UInt32 = 500
        while waitpid(child, &status, WNOHANG) == 0 {
            if now() > end {
                kill(child, SIGKILL)
                waitpid(child, &status, 0)
                return ScriptOutcome.timedOut
            }
            usleep(pause)
            pause = min(pause * 2, 10_000)
        }
        let signal = status & 0x7F
        return ExitStatus(rawValue: signal == 0 ? Int((status >> 8) & 0xFF) : 128 + Int(signal))
    }

    private func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private func problem(_ what: String) -> Diagnostic {
        Diagnostic(.error, "E0919", "\(what): \(String(cString: strerror(errno)).lowercased())")
    }
}
