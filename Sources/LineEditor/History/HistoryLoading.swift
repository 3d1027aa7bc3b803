import Dispatch
import Synchronization

/// A history file that another thread reads.
final class HistoryLoading: Sendable {
    private typealias Content = (file: HistoryFile, records: HistoryRecords)

    private let outcome = Mutex<Result<Content, HistoryFile.Failure>?>(nil)
    private let isDone = DispatchSemaphore(value: 0)

    init(_ file: HistoryFile, filter: @escaping @Sendable (String) -> Bool) {
        DispatchQueue.global(qos: .userInitiated).async { [self] in
            let result = Result { () throws(HistoryFile.Failure) -> Content in
                var (file, records) = (file, HistoryRecords())
                records.add(try file.readNew(), filter: filter)
                return (file, records)
            }
            outcome.withLock { $0 = result }
            isDone.signal()
        }
    }

    /// Waits for what is in the file. To be asked once.
    func result() throws(HistoryFile.Failure) -> (file: HistoryFile, records: HistoryRecords) {
        isDone.wait()
        let result = outcome.withLock { outcome in
            defer { outcome = nil }
            return outcome
        }
        guard let result else { throw HistoryFile.Failure(message: "the history was read before") }
        return try result.get()
    }
}
