/// What the sandbox does where nobody outside the service knows what the service does. Each default is the likeliest
/// reading of the public material; a test of a client turns them one by one, by the names in `switches`.
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
    /// Whether a page, a limit or a list of numbers out of range is refused with 4012; else the nearest is taken.
    public var refusesOutOfRange = false
    /// What `updatemore` calls the count of those edited.
    public var updateCounter = "update"
    /// Whether the elements of `delete` and `notupdate` name the carrier beside the number.
    public var bulkNamesCarrier = true
    /// Whether transit times come as an array; else as an object with numbered keys, as PHP writes gappy arrays.
    public var transitTimesAreArray = true
    /// Whether their shares are parts of one; else of a hundred.
    public var sharesAreFractions = true
    /// Whether asking for news of an unknown number adds it to the account.
    public var refreshAddsParcels = false
    /// Whether the total of a list is text, as captures show, or a number.
    public var totalIsText = true
    /// Whether reading one parcel gives the customer's address as an array of one.
    public var emailIsArrayOnRead = true
    /// The fewest characters of a tracking number.
    public var shortestNumber = 5
    /// Whether a parcel without events has an origin leg; else null stands there.
    public var originIsAlwaysThere = true
    /// Whether HTTP status is 200 throughout; else that of the meta code where it is one.
    public var statusIsAlways200 = true
    /// Whether lists begin with what was added last.
    public var newestFirst = true
    /// Whether marking a parcel delivered ends its refreshes.
    public var markingDeliveredStopsRefresh = true
    /// Whether a number no carrier has the shape of is refused with 4032 by detection; else the answer is empty.
    public var refusesUndetected = true
    /// Whether `errors` of a batch is there when there are none.
    public var batchAlwaysHasErrors = true
    /// Whether the answer of `/carriers` leaves type and message out of its meta, as its sample does.
    public var carriersMetaIsBare = true
    /// Whether `/` is written `\/`.
    public var escapesSlashes = true
    /// Whether a carrier outside the catalogue is refused with 4015.
    public var knownCarriersOnly = true
    /// Whether an empty text in an edit clears the field; else it changes nothing.
    public var emptyClearsOnEdit = true

    /// Whether a date, a number or a country that cannot be read is refused with 4012; else it is left out.
    public var refusesBadValues = true
    /// How a parcel writes the leg of a second carrier that has reported nothing.
    public var emptyDestination = EmptyDestination.nulls
    /// Which events name the milestone they reached.
    public var itemNodes = ItemNodes.first
    /// Whether the calls that are made with POST also answer to GET, as the vendor's own samples make some.
    public var takesGetForPost = true
    /// Whether `POST /trackings/{carrier}/{number}` edits the parcel, as an old client class means it; else it is 405.
    public var takesPostForPut = false

    public init() {}
}

extension Behaviour {
    /// The forms in which real answers had the leg of a second carrier without events, the newest first.
    public enum EmptyDestination: String, Sendable, CaseIterable, LosslessStringConvertible {
        /// An object with every key of a leg, all null: 2022.
        case nulls
        /// Null: 2020 and 2021.
        case null
        /// No such key: 2018 and 2019.
        case absent
        /// An object with four keys, all null: 2017.
        case short
    }

    /// Which events have an `ItemNode`.
    public enum ItemNodes: String, Sendable, CaseIterable, LosslessStringConvertible {
        /// The oldest one, `ItemReceived`, as in every real answer.
        case first
        /// Each event that fixed a milestone.
        case all
    }
}

extension LosslessStringConvertible where Self: RawRepresentable<String> {
    public init?(_ description: String) { self.init(rawValue: description) }
    public var description: String { rawValue }
}
