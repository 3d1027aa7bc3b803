internal import Glibc
internal import Synchronization

/// An HTTP server on a loopback port that keeps every request it gets and answers from a script: real sockets for
/// tests of the client and the program. One thread a connection; keep-alive as HTTP/1.1 has it.
public final class RecordingServer: Sendable {
    /// One request as it came.
    public struct Request: Sendable {
        public var method: String
        public var target: String
        public var headers: [(name: String, value: String)]
        public var body: String
        /// Which connection brought it, counted from 0.
        public var connection: Int

        public func header(_ name: String) -> String? {
            headers.first { $0.name.lowercased() == name.lowercased() }?.value
        }
    }

    /// What to send back.
    public enum Reply: Sendable {
        case json(String)
        case raw(status: Int, headers: [String], body: String)
        /// These bytes and nothing else, then close.
        case bytes(String)
        /// Reads the request and never answers.
        case silence
        /// Closes at once.
        case hangUp
    }

    private let listening: Listening

    /// Listens on a free port of 127.0.0.1 as long as it is there; `nil` if there is none. The greeting is sent to
    /// whoever connects, before anything is read.
    public init?(greeting: String = "", _ reply: @escaping @Sendable (Request) -> Reply) {
        guard let listening = Listening(greeting: greeting, reply) else { return nil }
        self.listening = listening
        spawn { listening.accepting() }
    }

    deinit { stop() }

    public var port: Int { listening.port }
    public var baseURL: String { "http://127.0.0.1:\(port)/v2" }
    public var requests: [Request] { listening.requestLog.withLock { $0 } }
    public func stop() { listening.stop() }
}

/// The socket and what came over it: what the threads hold, so that the server can go while they run.
private final class Listening: Sendable {
    typealias Request = RecordingServer.Request

    let port: Int
    let requestLog = Mutex<[Request]>([])
    /// `nil` once it is closed: another may have its number then.
    private let listener: Mutex<CInt?>
    private let greeting: [UInt8]
    private let reply: @Sendable (Request) -> RecordingServer.Reply

    init?(greeting: String, _ reply: @escaping @Sendable (Request) -> RecordingServer.Reply) {
        let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && listen(descriptor, 64) == 0
                    && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard isListening else {
            close(descriptor)
            return nil
        }
        listener = Mutex(descriptor)
        port = Int(UInt16(bigEndian: address.sin_port))
        self.greeting = Array(greeting.utf8)
        self.reply = reply
    }

    func stop() {
        listener.withLock { if let descriptor = $0 { shutdown(descriptor, CInt(SHUT_RDWR)) } }
    }

    func accepting() {
        guard let descriptor = listener.withLock({ $0 }) else { return }
        var count = 0
        while true {
            let connection = uninterrupted { Int(accept(descriptor, nil, nil)) }
            guard connection >= 0 else {
                // Another test has all the files there are: the next try may be luckier.
                guard errno == EMFILE || errno == ENFILE || errno == ECONNABORTED else { break }
                usleep(10_000)
                continue
            }
            let index = count
            count += 1
            spawn { [self] in
                serve(CInt(connection), index)
                close(CInt(connection))
            }
        }
        listener.withLock {
            close(descriptor)
            $0 = nil
        }
    }

    private func serve(_ connection: CInt, _ index: Int) {
        var pending: [UInt8] = []
        if !greeting.isEmpty { send(greeting, to: connection) }
        while let request = read(from: connection, &pending, index) {
            requestLog.withLock { $0.append(request) }
            switch reply(request) {
            case .json(let body):
                write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n", body, to: connection)
            case .raw(let status, let headers, let body):
                let lines = headers.map { $0 + "\r\n" }.joined()
                write("HTTP/1.1 \(status) Status\r\n\(lines)", body, to: connection)
            case .bytes(let bytes):
                send(Array(bytes.utf8), to: connection)
                return
            case .silence:
                var byte: UInt8 = 0
                while uninterrupted({ recv(connection, &byte, 1, 0) }) > 0 {}
                return
            case .hangUp: return
            }
        }
    }

    private func write(_ head: String, _ body: String, to connection: CInt) {
        send(Array("\(head)Content-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8), to: connection)
    }

    private func send(_ bytes: [UInt8], to connection: CInt) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { rest in
                uninterrupted { Glibc.send(connection, rest.baseAddress, rest.count, CInt(MSG_NOSIGNAL)) }
            }
            guard count > 0 else { return }
            sent += count
        }
    }

    private func read(from connection: CInt, _ pending: inout [UInt8], _ index: Int) -> Request? {
        let separator = Array("\r\n\r\n".utf8)
        var end = pending.firstRange(of: separator)
        while end == nil {
            guard fill(&pending, from: connection) else { return nil }
            end = pending.firstRange(of: separator)
        }
        guard let end else { return nil }
        let lines = String(decoding: pending[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
        let start = lines.first?.split(separator: " ").map(String.init) ?? []
        let headers = lines.dropFirst().map { line in
            let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
            return (name: parts[0], value: String((parts.count > 1 ? parts[1] : "").drop { $0 == " " }))
        }
        let length = headers.first { $0.name.lowercased() == "content-length" }.flatMap { Int($0.value) } ?? 0
        pending.removeSubrange(..<end.upperBound)
        while pending.count < length { guard fill(&pending, from: connection) else { return nil } }
        let body = String(decoding: pending[..<length], as: UTF8.self)
        pending.removeSubrange(..<length)
        return Request(
            method: start.first ?? "", target: start.count > 1 ? start[1] : "", headers: headers, body: body,
            connection: index)
    }

    private func fill(_ pending: inout [UInt8], from connection: CInt) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = uninterrupted { recv(connection, &buffer, buffer.count, 0) }
        guard count > 0 else { return false }
        pending += buffer[..<count]
        return true
    }
}

/// Signals of other tests must not look like a connection that broke.
private func uninterrupted(_ call: () -> Int) -> Int {
    while true {
        let result = call()
        if result >= 0 || errno != EINTR { return result }
    }
}

private final class Work {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

private func spawn(_ body: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let work = Unmanaged.passRetained(Work(body))
    let status = pthread_create(
        &thread, nil,
        { raw in
            if let raw { Unmanaged<Work>.fromOpaque(raw).takeRetainedValue().body() }
            return nil
        }, work.toOpaque())
    if status == 0 { pthread_detach(thread) } else { work.release() }
}
