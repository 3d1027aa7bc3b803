internal import GRDB
import Glibc

extension StoreError {
    /// What a failure of the file means.
    init(_ error: any Error) {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError: self.init(error)
        case is RowDecodingError: self = .damaged("a value is not what it should be")
        default: self = .unusable(String(describing: error))
        }
    }

    private init(_ error: DatabaseError) {
        switch error.resultCode {
        case .SQLITE_FULL: self = .full
        case .SQLITE_READONLY: self = .unusable("the disk or the file is read-only")
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .unusable("it cannot be opened or written")
        case .SQLITE_IOERR: self = .unusable("the disk fails or is full")
        case .SQLITE_CORRUPT: self = .damaged("the file does not hang together")
        case .SQLITE_NOTADB: self = .damaged("the file is no database")
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .unusable("another program has held it for too long")
        // The statements are sound, so that what they do not find is missing from the file.
        case .SQLITE_ERROR, .SQLITE_SCHEMA, .SQLITE_MISMATCH, .SQLITE_CONSTRAINT:
            self = .damaged(error.message ?? "its tables are not those of a store")
        default: self = .unusable(error.message ?? String(describing: error))
        }
    }

    /// What an error number of the system means.
    init(number: Int32) {
        switch number {
        case ENOSPC, EDQUOT: self = .full
        default: self = .unusable(String(cString: strerror(number)).lowercased())
        }
    }
}
