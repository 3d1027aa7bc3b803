import Foundation
import Glibc
import TMSTestSupport

/// `tms sandbox serve` in a process of its own, on a port it picks.
final class ServedProgram {
    private let process: ChildProcess
    let port: Int

    /// - Parameter port: 0 for one that is free.
    init?(_ program: Program, at port: Int = 0, _ options: String...) {
        // Each connection of a test takes a descriptor of this process too.
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        let process = ChildProcess(
            Program.path, ["sandbox", "serve", "--port", String(port)] + options,
            environment: ["HOME": program.home, "TZ": "UTC"])
        guard let process, let match = process.hear().firstMatch(of: /127\.0\.0\.1:(\d+)/), let port = Int(match.1)
        else { return nil }
        self.process = process
        self.port = port
    }

    /// File descriptors it holds.
    var descriptors: Int {
        (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process.identifier)/fd"))?.count ?? 0
    }

    /// Memory it holds, in kilobytes.
    var memory: Int {
        let status = (try? String(contentsOfFile: "/proc/\(process.identifier)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
        return Int(line.filter(\.isNumber)) ?? 0
    }

    var isRunning: Bool { process.isRunning }

    /// Ends it at once, as a machine that fails does.
    func crash() { process.crash() }

    /// - Returns: its exit status.
    func stop() -> Int {
        process.interrupt()
        return process.wait()
    }
}

/// A connection to this machine, waited for at most `patience` seconds.
final class Wire {
    private var descriptor: Int32

    init?(port: Int, patience: Int = 20) {
        // Programs that tests beside this one start must not inherit it, or it would outlive its end here.
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard descriptor >= 0, connected == 0 else { return nil }
        var limit = timeval(tv_sec: patience, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { hangUp() }

    func hangUp() {
        if descriptor >= 0 { close(descriptor) }
        descriptor = -1
    }

    func send(_ text: String) { send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) {
        // A server that has hung up already is a fact, not a signal.
        _ = bytes.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, bytes.count, Int32(MSG_NOSIGNAL)) }
    }

    /// Says that nothing more will be sent.
    func finish() { shutdown(descriptor, Int32(SHUT_WR)) }

    enum Heard: Equatable {
        case status(Int)
        case hungUp
        case nothing
    }

    /// The status of the next answer, or how it stayed out.
    func hear() -> Heard {
        var bytes: [UInt8] = []
        while true {
            var buffer = [UInt8](repeating: 0, count: 65_536)
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count == 0 { return .hungUp }
            if count < 0 { return errno == EAGAIN ? .nothing : .hungUp }
            bytes += buffer.prefix(count)
            let text = String(decoding: bytes, as: Unicode.ASCII.self)
            guard let head = text.range(of: "\r\n\r\n") else { continue }
            let length = text[..<head.lowerBound].firstMatch(of: /Content-Length: (\d+)/).flatMap { Int($0.1) } ?? 0
            guard bytes.count >= text[..<head.upperBound].utf8.count + length else { continue }
            return .status(text.split(separator: " ").dropFirst().first.flatMap { Int($0.prefix(3)) } ?? 0)
        }
    }

    func asked(_ request: String) -> Heard {
        send(request)
        return hear()
    }

    /// Whether the other side hangs up, whatever it says before.
    var isHungUp: Bool {
        for _ in 0..<4 {
            switch hear() {
            case .hungUp: return true
            case .nothing: return false
            case .status: continue
            }
        }
        return false
    }
}
