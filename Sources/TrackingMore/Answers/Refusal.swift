/// A meta code other than success: what it means, and what can be done.
public struct Refusal: Sendable, Equatable {
    public let code: Int
    /// The class name on the wire: `Bad Request`.
    public let type: String
    /// What happened, for people.
    public let cause: String
    /// What can be done, for people.
    public let remedy: String
    public let traits: Traits
    /// Seconds for which the service wants to hear nothing, of a refusal for asking too often.
    public private(set) var pause: Double?

    public struct Traits: OptionSet, Sendable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// The same request may succeed later.
        public static let transient = Traits(rawValue: 1)
        /// Every further request of the run would meet the same answer: key, payment, quota.
        public static let dooms = Traits(rawValue: 2)
        /// What a create asked for is there already.
        public static let alreadyThere = Traits(rawValue: 4)
        /// What was asked about is not in the account.
        public static let notThere = Traits(rawValue: 8)
        /// The service may have done it before it failed; a write has to be read back before it is repeated.
        public static let inDoubt = Traits(rawValue: 16)
        /// The service has done nothing of it, so that a write may be sent again.
        public static let untouched = Traits(rawValue: 32)
    }

    /// What a message says where a failure left the account as it was.
    public static let nothingDone = "nothing was done"

    /// The same with the pause that the answer asks for in seconds, where the service has done nothing and wants time.
    func pausing(_ seconds: Int?) -> Refusal {
        guard pause != nil || isUntouched, let seconds else { return self }
        var refusal = self
        refusal.pause = Double(seconds)
        return refusal
    }

    public var isTransient: Bool { traits.contains(.transient) }
    public var doomsEveryRow: Bool { traits.contains(.dooms) }
    public var isAlreadyThere: Bool { traits.contains(.alreadyThere) }
    public var isInDoubt: Bool { traits.contains(.inDoubt) }
    public var isNotThere: Bool { traits.contains(.notThere) }
    public var isUntouched: Bool { traits.contains(.untouched) }
}

extension Refusal {
    /// A code that nobody has described.
    init(unlisted code: Int) { self.init(code, "Unknown", "the service answered \(code)", "try again later") }

    init(
        _ code: Int, _ type: String, _ cause: String, _ remedy: String, _ traits: Traits = [], pause: Double? = nil
    ) {
        self.code = code
        self.type = type
        self.cause = cause
        self.remedy = remedy
        self.traits = traits
        self.pause = pause
    }
}
