/// What a fiber has said and nobody has taken yet, in order. The lines of `print` are gathered as bytes.
final class OutputQueue {
    private var events: [OutputEvent] = []
    private var lines: UnsafeMutablePointer<UInt8>
    private var count = 0
    private var capacity = 512

    init() { lines = .allocate(capacity: capacity) }

    deinit { lines.deallocate() }

    /// It is time that somebody takes it.
    var isFull: Bool { count >= mostBytesKept || events.count >= mostEventsKept }

    func append(_ event: OutputEvent) {
        closeLines()
        events.append(event)
    }

    /// What another has said comes next.
    func append(contentsOf other: OutputQueue) {
        closeLines()
        events += other.take()
    }

    /// One line, without its newline.
    func say(_ line: String) {
        let target = room(line.utf8.count + 1)
        let count = target.write(line)
        target[count] = UInt8(ascii: "\n")
        took(count + 1)
    }

    /// Memory for more lines, until the next call of any kind. Tell with `took` how much of it was written.
    @inline(__always)
    func room(_ wanted: Int) -> UnsafeMutablePointer<UInt8> {
        if capacity &- count < wanted { grow(wanted) }
        return lines + count
    }

    @inline(__always)
    func took(_ written: Int) { count &+= written }

    func take() -> [OutputEvent] {
        closeLines()
        defer { events = [] }
        return events
    }

    private func closeLines() {
        guard count > 0 else { return }
        events.append(.lines(Array(UnsafeBufferPointer(start: lines, count: count))))
        count = 0
    }

    @inline(never)
    private func grow(_ wanted: Int) {
        let larger = max(capacity * 2, count + wanted)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        moved.moveInitialize(from: lines, count: count)
        lines.deallocate()
        lines = moved
        capacity = larger
    }
}

private let mostEventsKept = 512
private let mostBytesKept = 16_384
