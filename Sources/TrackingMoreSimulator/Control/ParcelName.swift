/// What a parcel of the account is called: enough to name it to a person.
public struct ParcelName: Sendable {
    public let number: String
    public let carrier: String
    public let order: String?
    public let title: String?
    public let customer: String?
}
