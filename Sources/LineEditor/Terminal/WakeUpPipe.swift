import Glibc
import TMSBase

/// A pipe that interrupts a wait for keys. Each byte says why: a signal's number, or zero for waiting output.
final class WakeUpPipe: Sendable {
    let readEnd: Int32
    let writeEnd: Int32

    init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0, let first = ends.first, let last = ends.last else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        readEnd = first
        writeEnd = last
    }

    deinit {
        close(readEnd)
        close(writeEnd)
    }

    /// A full pipe is no loss: the reader will wake up anyway.
    func send(_ reason: UInt8) {
        withUnsafePointer(to: reason) { _ = write(writeEnd, $0, 1) }
    }

    /// The reasons sent since the last call.
    func drain() -> Set<UInt8> {
        Set(FileBytes.read(readEnd, limit: 256))
    }
}
