import TMSBase
public import TrackingMore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A pretend account that answers as the service does, from the same declarations the client is made of.
public final class Sandbox: Sendable {
    public let configuration: Configuration
    /// Where the account is kept; nil is memory.
    public let path: String?
    let store: Store
    let routes: Routes
    let answers: Answers
    let bookmarks = Bookmarks()
    let limiter = RateLimiter()

    /// Opens the account at `path`, or makes and fills a new one there.
    ///
    /// - Parameter path: a file; nil keeps the account in memory.
    public init(at path: String? = nil, _ configuration: Configuration = Configuration()) throws(SandboxError) {
        self.path = path
        self.configuration = configuration
        routes = Routes(configuration.catalogue)
        answers = Answers(catalogue: configuration.catalogue, handlers: configuration.handlers)
        store = try Store(path: path) { db in
            try Sandbox.fill(db, configuration, seed: configuration.seed, parcels: configuration.parcels)
        }
    }
}

extension Sandbox {
    /// What a sandbox is made with. The first four count only when a new account is made.
    public struct Configuration: Sendable {
        public var seed: UInt64 = 1
        /// How many parcels a new account has.
        public var parcels = 40
        /// Parcels that may be added.
        public var quota = 480
        /// What the clock of a new account shows, in seconds since 1970: 2026-11-23 09:00 UTC.
        public var start = 1_795_424_400
        public var behaviour = Behaviour()
        public var limits = Limits.off
        public var keys = Keys.any
        /// The calls it answers.
        public var catalogue = Dialect.v2.endpoints
        /// What calls do beyond their declarations.
        var handlers = Handlers.all
        /// Real seconds since 1970; limits and faults are measured with it.
        public var time: @Sendable () -> Double = RealTime.seconds

        public init() {}
    }

    public enum Limits: Sendable {
        case off
        /// As the service: so many calls a second, then nothing for two minutes.
        case real
    }

    /// Which keys are let in.
    public enum Keys: Sendable, Equatable {
        /// Any that is not empty.
        case any
        /// These; the second ones were deleted, which has a code of its own.
        case only([String], deleted: [String] = [])
    }
}
