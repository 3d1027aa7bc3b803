import Glibc

/// Everything written to one descriptor, gathered so that a row does not cost a system call.
///
/// A reader that has gone away (`| head`) closes the buffer quietly: later writes vanish and `isClosed` says so.
public final class OutputBuffer {
    /// `nil` keeps the bytes in memory, for tests and for text that is wanted as a value.
    private let descriptor: Int32?
    private var bytes: [UInt8] = []
    public private(set) var isClosed = false

    private static let limit = 32_768

    public init(descriptor: Int32?) {
        self.descriptor = descriptor
        bytes.reserveCapacity(descriptor == nil ? 256 : Self.limit + 4_096)
    }

    public func write(_ text: String) {
        append { $0.append(contentsOf: text.utf8) }
    }

    public func line(_ text: String) {
        append {
            $0.append(contentsOf: text.utf8)
            $0.append(UInt8(ascii: "\n"))
        }
    }

    /// Lets `body` add bytes, and sends the buffer on when it has grown large.
    public func append(_ body: (inout [UInt8]) -> Void) {
        guard !isClosed else { return }
        body(&bytes)
        if bytes.count >= Self.limit { flush() }
    }

    /// Hands what was gathered to the descriptor.
    public func flush() {
        guard let descriptor, !bytes.isEmpty, !isClosed else { return }
        bytes.withUnsafeBytes { buffer in
            var offset = 0
            while offset < buffer.count {
                let sent = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
                if sent > 0 {
                    offset += sent
                } else if errno == EAGAIN {
                    var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                    poll(&waiting, 1, -1)
                } else if errno != EINTR {
                    isClosed = true
                    return
                }
            }
        }
        bytes.removeAll(keepingCapacity: true)
    }

    /// Moves what a buffer in memory holds behind other bytes.
    func move(to others: inout [UInt8]) {
        others += bytes
        bytes.removeAll(keepingCapacity: true)
    }

    /// What a buffer in memory holds.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
}
