public import Glibc

/// A program in a process of its own, which tests talk to or wait for.
///
/// Foundation's own waits for the end of a child with `select`, which knows no descriptor above 1,023; the tests, which
/// run in one process, hold more.
public final class ChildProcess {
    /// Where what it says on standard error goes.
    public enum Errors {
        case nowhere
        /// Into its output.
        case output
    }

    public let identifier: pid_t
    private let output: Int32
    private var status: Int?

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - path: of the program; without a slash it is looked for where the shell looks.
    ///   - environment: all of it; nil to hand on that of the tests.
    ///   - input: what it reads from standard input; at most what a pipe holds, 64 KiB.
    public init?(
        _ path: String, _ arguments: [String], environment: [String: String]? = nil, directory: String? = nil,
        input: String = "", errors: Errors = .nowhere
    ) {
        var ends: (input: [Int32], output: [Int32]) = ([-1, -1], [-1, -1])
        guard pipe(&ends.input) == 0, pipe(&ends.output) == 0 else { return nil }
        for end in ends.input + ends.output { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = Array(input.utf8).withUnsafeBytes { write(ends.input[1], $0.baseAddress, $0.count) }
        close(ends.input[1])
        defer {
            close(ends.input[0])
            close(ends.output[1])
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends.input[0], 0)
        posix_spawn_file_actions_adddup2(&actions, ends.output[1], 1)
        switch errors {
        case .nowhere: posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        case .output: posix_spawn_file_actions_adddup2(&actions, ends.output[1], 2)
        }
        let line = (directory.map { ["env", "-C", $0] } ?? []) + [path] + arguments
        let argv = line.map { strdup($0) } + [nil]
        var envp = (environment ?? [:]).map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in argv + envp { free(text) } }
        var process = pid_t()
        let isStarted = envp.withUnsafeMutableBufferPointer { own in
            posix_spawnp(&process, line[0], &actions, nil, argv, environment == nil ? environ : own.baseAddress) == 0
        }
        guard isStarted else {
            close(ends.output[0])
            return nil
        }
        identifier = process
        output = ends.output[0]
    }

    deinit {
        if isRunning {
            kill(identifier, SIGKILL)
            _ = wait()
        }
        close(output)
    }

    public var isRunning: Bool {
        if status == nil { collect(WNOHANG) }
        return status == nil
    }

    /// Ends it at once.
    public func crash() {
        guard isRunning else { return }
        kill(identifier, SIGKILL)
        _ = wait()
    }

    public func interrupt() { if isRunning { kill(identifier, SIGINT) } }

    /// Waits for its end.
    ///
    /// - Returns: its exit status; 128 and the signal's number when one ended it.
    public func wait() -> Int {
        if status == nil { collect(0) }
        return status ?? -1
    }

    /// What it says next, as soon as it says anything; empty at its end.
    public func hear() -> String {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(output, &bytes, bytes.count)
            if count < 0, errno == EINTR { continue }
            return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        }
    }

    /// Everything it says until its end, and its status.
    public func hearAll() -> (output: String, status: Int) {
        var text: [String] = []
        while true {
            let part = hear()
            guard !part.isEmpty else { return (text.joined(), wait()) }
            text.append(part)
        }
    }

    private func collect(_ options: Int32) {
        var code: Int32 = 0
        var found: pid_t
        repeat { found = waitpid(identifier, &code, options) } while found < 0 && errno == EINTR
        guard found == identifier else { return }
        status = code & 0x7F == 0 ? Int(code >> 8 & 0xFF) : 128 + Int(code & 0x7F)
    }
}
