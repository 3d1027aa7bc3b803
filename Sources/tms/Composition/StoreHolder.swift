import Synchronization
import TMSBase
import TMSEngine
import TMSStore
import TMSSyntax

/// The store of an account's runs, opened by the first program that writes.
final class StoreHolder: Sendable {
    private let path: @Sendable () throws(Diagnostic) -> String
    private let isDurable: Bool
    private let opened = Mutex<SQLiteStore?>(nil)
    private let aside = Mutex<String?>(nil)

    /// - Parameter path: where the file is; asked for when the store is opened.
    init(isDurable: Bool, path: @escaping @Sendable () throws(Diagnostic) -> String) {
        self.path = path
        self.isDurable = isDurable
    }

    convenience init(path: String, isDurable: Bool) { self.init(isDurable: isDurable) { path } }

    var settings: JournalSettings {
        var settings = JournalSettings(now: RealTime.seconds) { [self] () throws(StoreError) in try open() }
        settings.takeAside = { [self] in
            aside.withLock { aside in
                defer { aside = nil }
                return aside
            }
        }
        return settings
    }

    /// Forgets all runs.
    func empty() async throws(StoreError) { try open().empty() }

    private func open() throws(StoreError) -> SQLiteStore {
        let result: Result<SQLiteStore, StoreError> = opened.withLock { opened in
            if let opened { return .success(opened) }
            do throws(StoreError) {
                let (store, damaged) = try SQLiteStore.opening(try place(), isDurable: isDurable)
                if let damaged { aside.withLock { $0 = damaged } }
                opened = store
                return .success(store)
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private func place() throws(StoreError) -> String {
        do { return try path() } catch { throw .unusable(error.message) }
    }
}
