import Glibc
import Synchronization
import TMSBase

/// Reads the answer to a question from a terminal in its usual mode: one line, whatever is pasted with it.
public final class AnswerReader: Sendable {
    public enum Answer: Sendable, Equatable {
        case line(String)
        case endOfInput
        /// `leave` was called meanwhile.
        case left
    }

    private let input: Int32
    private let output: Int32
    private let wakeUp: WakeUpPipe?
    private let isReading = Mutex(false)

    /// - Parameter output: the terminal that is told to mark what is pasted.
    public init(input: Int32 = 0, output: Int32 = 2) {
        self.input = input
        self.output = output
        wakeUp = WakeUpPipe()
    }

    /// Gives the question up; from any thread.
    ///
    /// - Returns: false where none is open.
    @discardableResult
    public func leave() -> Bool {
        guard isReading.withLock({ $0 }) else { return false }
        wakeUp?.send(1)
        return true
    }

    /// Waits for a line. Of several that were pasted it is the first; the others go nowhere, for nobody meant them as
    /// statements.
    public func read() -> Answer {
        _ = wakeUp?.drain()
        isReading.withLock { $0 = true }
        // Who gave up before the question was open gave up this one.
        if Task.isCancelled {
            isReading.withLock { $0 = false }
            return .left
        }
        let isTerminal = isatty(input) == 1
        if isTerminal { FileBytes.write(Array("\u{1B}[?2004h".utf8), to: output) }
        defer {
            if isTerminal { FileBytes.write(Array("\u{1B}[?2004l".utf8), to: output) }
            isReading.withLock { $0 = false }
        }
        var bytes: [UInt8] = []
        while true {
            switch wait() {
            case .left:
                if isTerminal { tcflush(input, TCIFLUSH) }
                return .left
            case .input:
                let more = FileBytes.read(input)
                guard !more.isEmpty else { return bytes.isEmpty ? .endOfInput : .line(Self.text(bytes)) }
                bytes += more
            }
            guard bytes.contains(0x0A) else { continue }
            // A paste is over with its end mark; its lines come one by one.
            if Self.isAmidPaste(bytes) { continue }
            if isTerminal { dropRest() }
            return .line(Self.text(bytes))
        }
    }

    private enum Wake { case input, left }

    private func wait() -> Wake {
        var waiting = [pollfd(fd: input, events: Int16(POLLIN), revents: 0)]
        if let wakeUp { waiting.append(pollfd(fd: wakeUp.readEnd, events: Int16(POLLIN), revents: 0)) }
        while true {
            let count = poll(&waiting, nfds_t(waiting.count), -1)
            if waiting.count > 1, waiting[1].revents != 0, wakeUp?.drain().isEmpty == false { return .left }
            if count > 0, waiting[0].revents != 0 { return .input }
        }
    }

    /// What came with the line in one go was pasted, also by a terminal that marks nothing.
    private func dropRest() {
        usleep(30_000)
        tcflush(input, TCIFLUSH)
    }

    private static let begin = Array("\u{1B}[200~".utf8)
    private static let end = Array("\u{1B}[201~".utf8)

    private static func isAmidPaste(_ bytes: [UInt8]) -> Bool {
        guard let start = place(of: begin, in: bytes[...]) else { return false }
        return place(of: end, in: bytes[start...]) == nil
    }

    /// The first line that says anything, without the marks of a paste.
    private static func text(_ bytes: [UInt8]) -> String {
        var plain: [UInt8] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            if rest.starts(with: begin) || rest.starts(with: end) {
                rest = rest.dropFirst(begin.count)
            } else {
                plain.append(rest.removeFirst())
            }
        }
        let line = plain.prefix { $0 != 0x0A }
        return String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }

    private static func place(of mark: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        bytes.indices.first { bytes[$0...].starts(with: mark) }
    }
}
