public import TrackingMore

/// Something that goes wrong on purpose, for a while or for a number of calls, always or by chance.
public struct Fault: Sendable, Equatable {
    public let kind: Kind
    public let extent: Extent
    /// One call in so many, drawn from the account's seed; 1 is every call.
    public let oneIn: Int
    /// The one call it befalls; nil for every call.
    public let endpoint: Endpoint.ID?

    public enum Kind: Sendable, Equatable {
        /// The service says no with this meta code, and nothing is done.
        case refuse(code: Int)
        /// The answer takes so many seconds longer.
        case slow(seconds: Double)
        /// A write is done, and its answer never arrives. Reads are spared.
        case timeoutAfterWrite
        /// The call is done, and the answer is not JSON.
        case garbage
        /// Of a call about several parcels the first half is done; the answer is 500. Other calls are spared.
        case halfBatch
    }

    public enum Extent: Sendable, Equatable {
        /// Until so many calls have failed.
        case calls(Int)
        /// In real seconds: the sandbox's clock stands still between commands.
        case seconds(Double)
        /// Until it is taken away.
        case always
    }

    public init(_ kind: Kind, for extent: Extent, oneIn: Int = 1, only endpoint: Endpoint.ID? = nil) {
        self.kind = kind
        self.extent = extent
        self.oneIn = max(oneIn, 1)
        self.endpoint = endpoint
    }
}

extension Fault {
    /// The longest that a fault lasts, and an answer is late, in seconds.
    static let longest = 366 * 86_400.0
    static let latest = 86_400.0
    /// The most calls one fault is counted for, and of which one may fail.
    static let mostCalls = 1_000_000_000
    static let rarest = 1_000_000_000

    /// Says what of it is more than a sandbox keeps.
    func check() throws(SandboxError) {
        if case .slow(let seconds) = kind, !(0...Fault.latest).contains(seconds) {
            throw .tooMuch("the delay of an answer", atMost: "1 day")
        }
        switch extent {
        case .calls(let count):
            guard count <= Fault.mostCalls else { throw .tooMuch("the number of calls", atMost: "\(Fault.mostCalls)") }
        case .seconds(let seconds):
            guard seconds <= Fault.longest else { throw .tooMuch("the time of a failure", atMost: "366 days") }
        case .always: break
        }
        guard oneIn <= Fault.rarest else { throw .tooMuch("the share of calls", atMost: "one in \(Fault.rarest)") }
    }
}

extension Fault: CustomStringConvertible {
    public var description: String {
        let what =
            switch kind {
            case .refuse(let code): "answers \(code)"
            case .slow(let seconds): "answers \(Int(seconds.rounded(.up))) s late"
            case .timeoutAfterWrite: "does what it is told and gives no answer"
            case .garbage: "answers garbage"
            case .halfBatch: "does half of each bulk call"
            }
        let how =
            switch extent {
            case .calls(let count): count == 1 ? "1 more call" : "\(count) more calls"
            case .seconds(let seconds): "\(Int(seconds.rounded(.up))) s more"
            case .always: "until taken away"
            }
        let whose = endpoint ?? (oneIn > 1 ? "one call in \(oneIn)" : "every call")
        return "\(whose) \(what), \(how)"
    }
}
