internal import GRDB

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The file, or the memory, an account is kept in.
struct Store: Sendable {
    private let writer: any DatabaseWriter

    /// - Parameter path: the file, made with its folders where it is not there; nil keeps all in memory.
    init(path: String?) throws(SandboxError) {
        do {
            if let path {
                Store.makeFolder(of: path)
                writer = try DatabasePool(path: path, configuration: Store.configuration)
            } else {
                writer = try DatabaseQueue(configuration: Store.configuration)
            }
            try StoreSchema.migrator.migrate(writer)
        } catch {
            throw .store(path: path, reason: String(describing: error))
        }
    }

    func read<T: Sendable>(_ work: @escaping @Sendable (Database) throws -> T) async throws -> T {
        try await writer.read(work)
    }

    /// Does all of the work or none of it.
    func write<T: Sendable>(_ work: @escaping @Sendable (Database) throws -> T) async throws -> T {
        try await writer.write(work)
    }

    /// As `write`, for the moment of opening.
    func writeNow<T>(_ work: (Database) throws -> T) throws -> T { try writer.write(work) }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        // Small, for there are several connections and each has its own.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = -8192") }
        return configuration
    }

    private static func makeFolder(of path: String) {
        var folder = path.hasPrefix("/") ? "/" : ""
        for name in path.split(separator: "/").dropLast() {
            folder += (folder.isEmpty || folder == "/" ? "" : "/") + name
            // What cannot be made is reported when the file is opened.
            _ = mkdir(folder, 0o700)
        }
    }
}
