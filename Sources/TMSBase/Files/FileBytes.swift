import Glibc

/// Whole reads and writes of a descriptor, interruptions included.
public enum FileBytes {
    /// Writes all of them, also where the descriptor takes them piece by piece.
    ///
    /// - Returns: false on an error, which is in `errno`.
    @discardableResult
    public static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count > 0 {
                    rest = rest.dropFirst(count)
                } else if errno == EAGAIN {
                    var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                    poll(&waiting, 1, -1)
                } else if errno != EINTR {
                    return false
                }
            }
            return true
        }
    }

    /// What one read gives, at most `limit` bytes; empty at the end of the input or on an error.
    public static func read(_ descriptor: Int32, limit: Int = 16_384) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: limit) { buffer, filled in
            var count = Glibc.read(descriptor, buffer.baseAddress, limit)
            while count < 0 && errno == EINTR {
                count = Glibc.read(descriptor, buffer.baseAddress, limit)
            }
            filled = max(0, count)
        }
    }

    /// Whether a read would not block.
    public static func isReady(_ descriptor: Int32) -> Bool {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, 0) > 0
    }
}
