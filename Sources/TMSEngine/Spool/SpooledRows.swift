import Glibc
import Synchronization
import TMSBase
import TMSRuntime

/// Rows in a file that has no name any more, so that nothing is left of it when the last value releases it or tms
/// ends, however that is.
final class SpooledRows: StoredRows {
    private struct State {
        var codec = RowCodec()
        var count = 0
        var depth = 0
        /// Bytes written.
        var end = 0
    }

    private let state = Mutex(State())
    private let descriptor: Int32
    /// Rows that are written, and read back, at a time.
    private static let piece = 1_000

    init(directory: String) throws(SystemError) {
        try PrivateFolder.make(directory)
        var template = Array((directory + "/rows-XXXXXX").utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw SystemError.last }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        unlink(template)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    var count: Int { state.withLock { $0.count } }
    var depth: Int { state.withLock { $0.depth } }

    func append(_ rows: [Value]) throws(SystemError) {
        var next = 0
        while next < rows.count {
            let piece = rows[next..<min(next + Self.piece, rows.count)]
            try state.withLock { (state) throws(SystemError) in
                let bytes = state.codec.encode(piece)
                try write(bytes, at: state.end)
                state.end += bytes.count
                state.count += piece.count
                for row in piece { state.depth = max(state.depth, row.depth) }
            }
            next += piece.count
        }
    }

    /// The rows that were written together at a place, and where the next stand; `nil` at the end.
    func piece(at place: Int) throws(FileBlocks.ReadError) -> (rows: [Value], next: Int)? {
        let (end, codec) = state.withLock { ($0.end, $0.codec) }
        guard place < end else { return nil }
        let head = try read(RowCodec.headLength, at: place)
        let length = RowCodec.length(head)
        let start = place + RowCodec.headLength
        return (codec.decode(try read(length, at: start)), start + length)
    }

    var all: [Value] {
        var rows: [Value] = []
        var place = 0
        // A file without a name that was just written fails only with the disk itself; `count` then says more than this.
        while let piece = try? piece(at: place) {
            rows += piece.rows
            place = piece.next
        }
        return rows
    }

    private func write(_ bytes: [UInt8], at place: Int) throws(SystemError) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                buffer.baseAddress.map { pwrite(descriptor, $0 + sent, buffer.count - sent, place + sent) } ?? 0
            }
            if count < 0, errno != EINTR { throw SystemError.last }
            sent += max(0, count)
        }
    }

    private func read(_ count: Int, at place: Int) throws(FileBlocks.ReadError) -> [UInt8] {
        var failed: Int32?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count, let base = buffer.baseAddress {
                let got = pread(descriptor, base + filled, count - filled, place + filled)
                if got < 0, errno == EINTR { continue }
                if got <= 0 {
                    failed = got < 0 ? errno : EIO
                    return
                }
                filled += got
            }
        }
        if let failed { throw FileBlocks.ReadError(code: failed) }
        return bytes
    }
}

/// Goes through kept rows, a piece at a time.
final class SpooledSource: RowSource {
    private let rows: SpooledRows
    private var place = 0

    init(_ rows: SpooledRows) { self.rows = rows }

    var isFree: Bool { true }

    func next() async throws(Failure) -> RowChunk {
        do {
            guard let piece = try rows.piece(at: place) else { return RowChunk(rows: [], isLast: true) }
            place = piece.next
            return RowChunk(rows: piece.rows, isLast: false)
        } catch {
            throw FileMessage.cannotRecallRows(error.code)
        }
    }
}
