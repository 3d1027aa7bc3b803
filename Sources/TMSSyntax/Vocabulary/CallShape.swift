/// How a verb's command goes to the service: what decides how many calls it takes.
public struct CallShape: Sendable, Equatable {
    /// Answers page by page.
    public var isPaged: Bool
    /// How many targets one call takes; 1 where each goes alone.
    public var batch: Int
    /// The places of clauses that the call for several targets lacks.
    public var lacking: Set<Int>
    /// Targets go together only where their clauses say the same.
    public var sharesClauses: Bool
    /// The clause that names the courier of the target.
    public var carrier: Int?
    /// Where the courier is left out, the account is asked for it.
    public var asksForCarrier: Bool
    /// The method is the writer's: what it does is not known before it is run.
    public var isByHand: Bool

    public init(
        isPaged: Bool = false, batch: Int = 1, lacking: Set<Int> = [], sharesClauses: Bool = false,
        carrier: Int? = nil, asksForCarrier: Bool = false, isByHand: Bool = false
    ) {
        self.isPaged = isPaged
        self.batch = batch
        self.lacking = lacking
        self.sharesClauses = sharesClauses
        self.carrier = carrier
        self.asksForCarrier = asksForCarrier
        self.isByHand = isByHand
    }
}
