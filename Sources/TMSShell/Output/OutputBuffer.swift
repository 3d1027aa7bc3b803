import Glibc
import TMSBase
public import TMSSyntax

/// Everything written to one descriptor, gathered so that a row does not cost a system call.
///
/// What goes to a terminal passes the `TerminalCleaner` first. A reader that has gone away (`| head`) closes the buffer
/// quietly: later writes vanish. So does a write that fails, which `failure` then tells.
public final class OutputBuffer {
    /// Why nothing more can be written.
    private enum Closing {
        case readerLeft
        case failed(Int32)
    }

    /// `nil` keeps the bytes in memory, for tests and for text that is wanted as a value.
    private let descriptor: Int32?
    let isTerminal: Bool
    private var bytes: [UInt8] = []
    private var closing: Closing?

    /// The line of the same terminal that is rewritten in place: it makes room for what is written.
    public var status: StatusLine?

    private static let limit = 32_768

    public init(descriptor: Int32?) {
        self.descriptor = descriptor
        isTerminal = descriptor.map { isatty($0) == 1 } ?? false
        bytes.reserveCapacity(descriptor == nil ? 256 : Self.limit + 4_096)
    }

    /// Whether later writes vanish.
    public var isClosed: Bool { closing != nil }

    /// Whether the reader of a pipe has gone away; looks for it also where nothing has been written since.
    public var readerHasLeft: Bool {
        if closing == nil, let descriptor {
            var state = pollfd(fd: descriptor, events: 0, revents: 0)
            // An end without a reader is in error; a terminal that is gone has hung up.
            if poll(&state, 1, 0) > 0, Int32(state.revents) & (POLLERR | POLLHUP) != 0 { closing = .readerLeft }
        }
        if case .readerLeft? = closing { return true }
        return false
    }

    /// The error of the write that failed, as in `errno`; a reader that left is none.
    public var failure: Int32? {
        if case .failed(let code)? = closing { code } else { nil }
    }

    /// What a person is told of the failure.
    public var failureMessage: Diagnostic? {
        failure.map {
            Diagnostic(
                .error, "E0917", "standard output cannot be written: \(String(cString: strerror($0)))",
                hint: "what was written is not whole")
        }
    }

    /// Words of tms itself, which may hold its own colours.
    public func write(_ text: String) {
        append { $0.append(contentsOf: text.utf8) }
    }

    /// `write` and a line feed.
    public func line(_ text: String) {
        append {
            $0.append(contentsOf: text.utf8)
            $0.append(UInt8(ascii: "\n"))
        }
    }

    /// Lets `body` add bytes, and sends the buffer on when it has grown large.
    public func append(_ body: (inout [UInt8]) -> Void) {
        guard closing == nil else { return }
        body(&bytes)
        if bytes.count >= Self.limit { flush() }
    }

    /// As `append`, for text of a script, a file or the service: on a terminal it can hold no style either.
    public func appendForeign(_ body: (inout [UInt8]) -> Void) {
        guard isTerminal else { return append(body) }
        append { bytes in
            let start = bytes.count
            body(&bytes)
            let clean = TerminalCleaner(keepsStyles: false).clean(bytes[start...])
            bytes.replaceSubrange(start..., with: clean)
        }
    }

    /// A line that holds text from outside, such as the name of a file.
    public func foreignLine(_ text: String) {
        appendForeign {
            $0 += text.utf8
            $0.append(UInt8(ascii: "\n"))
        }
    }

    /// Hands what was gathered to the descriptor.
    public func flush() {
        guard let descriptor, !bytes.isEmpty, closing == nil else { return }
        if isTerminal { bytes = TerminalCleaner(keepsStyles: true).clean(bytes[...]) }
        let endsLine = bytes.last == UInt8(ascii: "\n")
        status?.makeRoom()
        defer { status?.comeBack(belowLine: endsLine) }
        guard FileBytes.write(bytes, to: descriptor) else {
            closing = errno == EPIPE ? .readerLeft : .failed(errno)
            return
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
