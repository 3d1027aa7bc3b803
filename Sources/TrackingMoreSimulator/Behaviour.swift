/// What the sandbox does where nobody outside the service knows what the service does. Each default is the likeliest
/// reading of the public material; a test of a client turns them one by one.
public struct Behaviour: Sendable, Equatable {
    /// What reading a number answers that the account does not have: 4031 or 4017.
    public var missingOnRead = 4031
    /// What creating one parcel answers: 200 or 201.
    public var createdOne = 200
    /// What creating several answers when at least one was added.
    public var createdSome = 201
    /// Whether an array longer than its limit is refused as a whole; else the beginning of it is taken.
    public var refusesLongArrays = true
    /// Whether a list without rows answers 4031; else 200 with no items.
    public var refusesEmptyLists = false
    /// Whether the total of a list is text, as captures show, or a number.
    public var totalIsText = true
    /// Whether reading one parcel gives the customer's address as an array of one.
    public var emailIsArrayOnRead = true
    /// Whether asking for news of an unknown number adds it to the account.
    public var refreshAddsParcels = false
    /// Whether `errors` of a batch is there when there are none.
    public var batchAlwaysHasErrors = true
    /// Whether the answer of `/carriers` leaves type and message out of its meta, as its sample does.
    public var carriersMetaIsBare = true
    /// Whether `/` is written `\/`.
    public var escapesSlashes = true
    /// Whether a courier outside the catalogue is refused with 4015.
    public var knownCarriersOnly = true
    /// The fewest characters of a tracking number.
    public var shortestNumber = 5
    /// Whether an empty text in an edit clears the field; else it changes nothing.
    public var emptyClearsOnEdit = true
    /// Whether marking a parcel delivered ends its refreshes.
    public var markingDeliveredStopsRefresh = true

    public init() {}
}
