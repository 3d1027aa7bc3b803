internal import GRDB
internal import TrackingMore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Why the sandbox cannot be used, or does not do what it was asked.
public enum SandboxError: Error, Sendable, Equatable {
    /// Its file cannot be opened, read or written; nil is memory.
    case store(path: String?, reason: String)
    /// The disk below it fails, is full or cannot be written. What was asked for was not done.
    case disk(path: String?, reason: String)
    /// The file holds no account, or no sound one.
    case damaged(path: String?, reason: String)
    /// A later version of tms made the file.
    case newer(path: String?)
    /// The clock only goes forward, and not beyond the year 9999.
    case clock(seconds: Int)
    /// There is no contested point of this name, or it cannot be set this way.
    case unknownPoint(String)
    case unknownWay(String, of: String, ways: [String])
    /// More than an account can hold: what, and how much it may be at most.
    case tooMuch(String, atMost: String)
    /// The address webhooks should go to is none.
    case webhook(String)
    /// It lies on another machine, this host, and was not said to.
    case remoteWebhook(host: String)
    /// The address the server should listen on cannot be had.
    case address(String)
}

extension SandboxError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .store(let path, let reason): "the sandbox's account \(place(path)) cannot be used: \(reason)"
        case .disk(let path, let reason): "the sandbox's account \(place(path)): \(reason); \(Refusal.nothingDone)"
        case .damaged(let path, let reason): "the sandbox's account \(place(path)) is damaged: \(reason)"
        case .newer(let path): "the sandbox's account \(place(path)) was made by a newer tms"
        case .clock: "the sandbox's clock only goes forward, at most to the year 9999"
        case .unknownPoint(let name): "the sandbox has no contested point `\(name)`; sandbox points lists them"
        case .unknownWay(let way, let name, let ways):
            "`\(name)` is never `\(way)`; it is \(ways.joined(separator: " or "))"
        case .tooMuch(let what, let most): "\(what) is at most \(most)"
        case .webhook(let url):
            "a webhook goes to an address such as http://127.0.0.1:9000/hook, not to \(url)"
        case .remoteWebhook(let host): "\(host) is another machine; a webhook leaves this one only where that is said"
        case .address(let why): "the sandbox cannot listen: \(why)"
        }
    }

    /// What can be done; nil where the description says it.
    public var remedy: String? {
        switch self {
        case .damaged: "sandbox reset moves it aside and begins anew"
        case .newer: "use that one, or let XDG_STATE_HOME name another folder; the file is left as it is"
        case .disk: "make room, or let XDG_STATE_HOME name a folder that can be written"
        case .store: "XDG_STATE_HOME says where it is kept"
        case .remoteWebhook: "sandbox webhook \"URL\" remote says it"
        default: nil
        }
    }

    /// Whether a new account in the place of this file would do.
    public var asksForAnew: Bool {
        switch self {
        case .damaged: true
        default: false
        }
    }

    private func place(_ path: String?) -> String { path ?? "in memory" }
}

extension SandboxError {
    /// What a failure of the store means.
    init(_ error: any Error, path: String?) {
        switch error {
        case let error as SandboxError: self = error
        case let error as StoredRow.Damage: self = .damaged(path: path, reason: error.description)
        case let error as DatabaseError: self.init(error, path: path)
        case is RowDecodingError: self = .damaged(path: path, reason: "a value is not what it should be")
        default: self = .store(path: path, reason: String(describing: error))
        }
    }

    /// What an error number of the system means.
    init(_ number: Int32, path: String?) {
        let reason = String(cString: strerror(number)).lowercased()
        switch number {
        case ENOSPC, EDQUOT: self = .disk(path: path, reason: "the disk is full")
        case EROFS: self = .disk(path: path, reason: "the disk is read-only")
        case EIO: self = .disk(path: path, reason: "the disk fails")
        case EACCES, EPERM: self = .disk(path: path, reason: "it may not be written: \(reason)")
        default: self = .store(path: path, reason: reason)
        }
    }

    private init(_ error: DatabaseError, path: String?) {
        switch error.resultCode {
        case .SQLITE_FULL: self = .disk(path: path, reason: "the disk is full")
        case .SQLITE_READONLY: self = .disk(path: path, reason: "the disk or the file is read-only")
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
            self = .disk(path: path, reason: "it cannot be opened or written")
        case .SQLITE_IOERR: self = .disk(path: path, reason: "the disk fails or is full")
        case .SQLITE_CORRUPT: self = .damaged(path: path, reason: "the file does not hang together")
        case .SQLITE_NOTADB: self = .damaged(path: path, reason: "the file is no database")
        // The statements are sound, so that what they do not find is missing from the file.
        case .SQLITE_ERROR, .SQLITE_SCHEMA, .SQLITE_MISMATCH, .SQLITE_CONSTRAINT:
            self = .damaged(path: path, reason: error.message ?? "the tables are not those of an account")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self = .store(path: path, reason: "another program has held it for too long")
        default: self = .store(path: path, reason: error.message ?? String(describing: error))
        }
    }
}
