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
    }

    public var isTransient: Bool { traits.contains(.transient) }
    public var doomsEveryRow: Bool { traits.contains(.dooms) }
    public var isAlreadyThere: Bool { traits.contains(.alreadyThere) }
    public var isInDoubt: Bool { traits.contains(.inDoubt) }
    public var isNotThere: Bool { traits.contains(.notThere) }
}

extension Refusal {
    /// The refusal of this code; an unlisted code is kept and described as such.
    public init(code: Int) {
        self = Refusal.byCode[code] ?? Refusal(code, "Unknown", "the service answered \(code)", "try again later")
    }

    /// The refusal an HTTP status stands for when the body is no envelope. A gateway that gave up (502, 504) leaves a
    /// write in doubt as a failure of the service does.
    init?(httpStatus: Int) {
        guard let refusal = Refusal.byCode[httpStatus] ?? (httpStatus >= 500 ? Refusal.byCode[500] : nil) else {
            return nil
        }
        self = refusal
    }

    init(_ code: Int, _ type: String, _ cause: String, _ remedy: String, _ traits: Traits = []) {
        self.code = code
        self.type = type
        self.cause = cause
        self.remedy = remedy
        self.traits = traits
    }

    private static let byCode = Dictionary(all.map { ($0.code, $0) }) { first, _ in first }
}
