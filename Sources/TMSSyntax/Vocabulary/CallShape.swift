/// How a verb's command goes to the service: what decides how many calls it takes.
public struct CallShape: Sendable, Equatable {
    /// Rows on a page, of a call that answers page by page; `nil` for all others.
    public var page: Int?
    /// How many targets one call takes; 1 where each goes alone.
    public var batch: Int
    /// The places of clauses that the call for several targets lacks.
    public var lacking: Set<Int>
    /// Targets go together only where their clauses say the same.
    public var sharesClauses: Bool
    /// The clause that names the carrier of the target.
    public var carrier: Int?
    /// Where the carrier is left out, the account is asked for it.
    public var asksForCarrier: Bool
    /// Of how many parcels one such call asks.
    public var asked: Int

    public init(
        page: Int? = nil, batch: Int = 1, lacking: Set<Int> = [], sharesClauses: Bool = false,
        carrier: Int? = nil, asksForCarrier: Bool = false, asked: Int = 40
    ) {
        self.page = page
        self.batch = batch
        self.lacking = lacking
        self.sharesClauses = sharesClauses
        self.carrier = carrier
        self.asksForCarrier = asksForCarrier
        self.asked = asked
    }
}
