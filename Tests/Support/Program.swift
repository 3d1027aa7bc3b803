import Foundation
import Glibc

/// The built program, run in a home directory of its own.
public struct Program: Sendable {
    public struct Result: Sendable {
        public var output: String
        public var errors: String
        /// The exit status; 128 and the signal's number when one ended it.
        public var status: Int
        /// The most memory it held at a time, in kilobytes, as seen every few milliseconds.
        public var peakMemory = 0
    }

    public let home: String

    public init() {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tms-program-\(UUID().uuidString)")
            .path
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        home = folder
    }

    public func remove() {
        try? FileManager.default.removeItem(atPath: home)
    }

    /// Runs `tms` with an empty environment but for `home` and what is given.
    ///
    /// Waits on a thread of its own: those of the concurrency runtime are few, and servers of other tests run on them.
    public func run(
        _ arguments: String..., input: String? = nil, variables: [String: String] = [:], interruptAfter: Double? = nil
    ) async -> Result {
        await run(arguments: arguments, input: input, variables: variables, interruptAfter: interruptAfter)
    }

    public func run(
        arguments: [String], input: String? = nil, variables: [String: String] = [:], interruptAfter: Double? = nil
    ) async -> Result {
        await Self.apart {
            spawn(Self.path, arguments, environment(variables), input: input, interruptAfter: interruptAfter)
        }
    }

    /// Runs a shell line in which `$TMS` is the program.
    public func shell(_ line: String) async -> Result { await Self.apart { spawnShell(line) } }

    private func environment(_ variables: [String: String]) -> [String: String] {
        variables.merging(["HOME": home, "TZ": variables["TZ"] ?? "UTC"]) { _, own in own }
    }

    private func spawnShell(_ line: String) -> Result {
        spawn("/bin/sh", ["-c", line], ["HOME": home, "TMS": Self.path, "TZ": "UTC", "PATH": "/usr/bin:/bin"])
    }

    /// Writes a file into the home directory and returns its path.
    @discardableResult
    public func write(_ name: String, _ text: String, mode: UInt32 = 0o644) -> String {
        let path = home + "/" + name
        for (index, character) in path.enumerated() where character == "/" && index > 0 {
            mkdir(String(path.prefix(index)), 0o700)
        }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, mode)
        _ = Array(text.utf8).withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        fchmod(descriptor, mode)
        close(descriptor)
        return path
    }

    public func exists(_ name: String) -> Bool { access(home + "/" + name, F_OK) == 0 }

    /// The program stands beside the bundle of the tests.
    public static let path: String = {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        var candidates = [String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)]
        candidates += CommandLine.arguments
        for candidate in candidates {
            guard let slash = candidate.lastIndex(of: "/") else { continue }
            let path = candidate[..<slash] + "/tms"
            if access(String(path), X_OK) == 0 { return String(path) }
        }
        return ".build/debug/tms"
    }()

    // MARK: - On a thread of the test's own

    /// The same, for a test that has left the threads of the concurrency runtime.
    public func run(
        _ arguments: String..., input: String? = nil, variables: [String: String] = [:]
    ) -> Result {
        run(arguments: arguments, input: input, variables: variables)
    }

    public func run(arguments: [String], input: String? = nil, variables: [String: String] = [:]) -> Result {
        spawn(Self.path, arguments, environment(variables), input: input)
    }

    public func shell(_ line: String) -> Result { spawnShell(line) }

    // MARK: - Spawning

    private static func apart(_ work: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            queue.addOperation { continuation.resume(returning: work()) }
        }
    }

    /// As many at a time as the machine has processors, so that each has its share of the time.
    private static let queue: OperationQueue = {
        let queue = OperationQueue()
        queue.maxConcurrentOperationCount = max(2, ProcessInfo.processInfo.activeProcessorCount)
        return queue
    }()

    private func spawn(
        _ path: String, _ arguments: [String], _ variables: [String: String], input: String? = nil,
        interruptAfter: Double? = nil
    ) -> Result {
        let files = ["in", "out", "err"].map { "\(home)/.\($0)-\(UInt32.random(in: 0...(.max)))" }
        if let input { write(String(files[0].dropFirst(home.count + 1)), input) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input == nil ? "/dev/null" : files[0], O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, files[1], O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, files[2], O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        // What other tests have open counts against the program's own limit, and would stay open as long as it runs.
        for name in (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? [] {
            if let descriptor = Int32(name), descriptor > 2 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        }
        var process = pid_t()
        let argv = ([path] + arguments).map { strdup($0) } + [nil]
        let envp = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in argv + envp { free(text) } }
        guard posix_spawn(&process, path, &actions, nil, argv, envp) == 0 else {
            return Result(output: "", errors: "cannot be started: \(path)", status: -1)
        }
        if let interruptAfter {
            usleep(UInt32(interruptAfter * 1_000_000))
            kill(process, SIGINT)
        }
        var status: Int32 = 0
        // A program that hangs must not take the tests along.
        var waited = 0
        var peak = 0
        while waitpid(process, &status, WNOHANG) == 0 {
            peak = max(peak, memory(of: process))
            usleep(5_000)
            waited += 5
            if waited == 60_000 { kill(process, SIGKILL) }
        }
        let code = status & 0x7F == 0 ? Int(status >> 8 & 0xFF) : 128 + Int(status & 0x7F)
        defer { for file in files { unlink(file) } }
        return Result(output: read(files[1]), errors: read(files[2]), status: code, peakMemory: peak)
    }

    /// The most kilobytes a running process has held so far.
    private func memory(of process: pid_t) -> Int {
        let lines = read("/proc/\(process)/status").split(separator: "\n")
        guard let line = lines.first(where: { $0.hasPrefix("VmHWM:") }) else { return 0 }
        return line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) } ?? 0
    }

    private func read(_ path: String) -> String {
        guard let file = fopen(path, "r") else { return "" }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk.prefix(count) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
