/// The names under which rows say which parcel they are about, those that the service gives before those of people.
public struct ParcelNames: Sendable {
    /// The service's own name for the parcel.
    public var id: String
    public var number: [String]
    public var carrier: [String]

    public init(id: String = "id", number: [String] = ["number"], carrier: [String] = ["via", "carrier"]) {
        self.id = id
        self.number = number
        self.carrier = carrier
    }
}
