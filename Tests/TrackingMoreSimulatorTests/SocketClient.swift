import Foundation
import Glibc

/// A connection to this machine that sends bytes as they are and reads what comes. Reading waits on a thread of its own,
/// so that the server's tasks keep theirs.
final class SocketClient: Sendable {
    private let descriptor: Int32

    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw POSIXError(.ECONNREFUSED) }
        // Tests beside this one may hold every thread of the pool for minutes on a busy machine.
        var patience = timeval(tv_sec: 900, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(descriptor) }

    func send(_ text: String) {
        let bytes = Array(text.utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + sent, bytes.count - sent) }
            if count <= 0 { return }
            sent += count
        }
    }

    /// Says that nothing more will be sent.
    func finish() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Reads until so many responses have come whole, or the other side hangs up.
    func responses(_ wanted: Int) async -> [Response] {
        await onThread { self.read(wanted) }
    }

    private func read(_ wanted: Int) -> [Response] {
        var bytes: [UInt8] = []
        var found: [Response] = []
        while found.count < wanted {
            while found.count < wanted, let (response, length) = SocketClient.response(bytes) {
                found.append(response)
                bytes.removeFirst(length)
            }
            if found.count == wanted { break }
            guard let more = receive() else { break }
            bytes += more
        }
        return found
    }

    fileprivate func read(until end: String) -> String? {
        var bytes: [UInt8] = []
        while true {
            let text = String(decoding: bytes, as: UTF8.self)
            if text.contains(end) { return text }
            guard let more = receive(), !more.isEmpty else { return nil }
            bytes += more
        }
    }

    /// Whether the other side hangs up within the time of patience.
    var isHungUp: Bool {
        get async {
            await onThread {
                while let more = self.receive() { if more.isEmpty { return false } }
                return true
            }
        }
    }

    struct Response: Sendable {
        let status: Int
        let head: String
        let body: String
    }

    /// Nil at the end of the connection; nothing when patience ran out.
    private func receive() -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        if count < 0 { return errno == EAGAIN ? [] : nil }
        return count == 0 ? nil : Array(buffer.prefix(count))
    }

    private static func response(_ bytes: [UInt8]) -> (Response, length: Int)? {
        let text = String(decoding: bytes, as: Unicode.ASCII.self)
        guard let end = text.range(of: "\r\n\r\n") else { return nil }
        let head = String(text[..<end.lowerBound])
        let status = Int(head.split(separator: " ").dropFirst().first ?? "") ?? 0
        let start = text[..<end.upperBound].utf8.count
        if status == 100 { return (Response(status: status, head: head, body: ""), start) }
        let length =
            head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
            .flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) } ?? 0
        guard bytes.count >= start + length else { return nil }
        let body = String(decoding: bytes[start..<start + length], as: UTF8.self)
        return (Response(status: status, head: head, body: body), start + length)
    }
}

private func onThread<T: Sendable>(_ work: @escaping @Sendable () -> T) async -> T {
    await withCheckedContinuation { done in
        Thread.detachNewThread { done.resume(returning: work()) }
    }
}

extension SocketClient {
    /// Everything that comes until some text has come; nil where the other side hangs up before.
    func text(until end: String) async -> String? {
        await onThread { self.read(until: end) }
    }
}
