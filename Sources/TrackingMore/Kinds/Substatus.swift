/// The status in more detail, as the service spells it, and what people read instead.
public struct Substatus: Sendable, Equatable {
    /// `transit005`.
    public let code: String
    /// `customs cleared`.
    public let label: String

    /// The substatus of this code. `exception0010` and `not found001`, which are met too, mean the plain ones.
    public init?(_ text: String) {
        let plain = text.lowercased().filter { $0 != " " }
        guard let found = Substatus.byCode[plain] ?? Substatus.byCode[Substatus.shortened(plain)] else { return nil }
        self = found
    }

    public static let all: [Substatus] = [
        Substatus("notfound001", "label made, waiting for pick-up"),
        Substatus("notfound002", "nothing found"),
        Substatus("transit001", "on the way"),
        Substatus("transit002", "at a sorting centre"),
        Substatus("transit003", "at the delivery depot"),
        Substatus("transit004", "in the destination country"),
        Substatus("transit005", "customs cleared"),
        Substatus("transit006", "dispatched"),
        Substatus("transit007", "left the airport"),
        Substatus("pickup001", "out for delivery"),
        Substatus("pickup002", "ready for collection"),
        Substatus("pickup003", "addressee contacted before the delivery"),
        Substatus("undelivered001", "the address is wrong or incomplete"),
        Substatus("undelivered002", "nobody at home"),
        Substatus("undelivered003", "the addressee could not be reached"),
        Substatus("undelivered004", "not delivered for another reason"),
        Substatus("delivered001", "delivered"),
        Substatus("delivered002", "collected by the addressee"),
        Substatus("delivered003", "received and signed for"),
        Substatus("delivered004", "left at the door or with a neighbour"),
        Substatus("exception001", "nothing found for too long"),
        Substatus("exception002", "in transit for too long"),
        Substatus("exception003", "undelivered for too long"),
        Substatus("exception004", "not collected"),
        Substatus("exception005", "other trouble"),
        Substatus("exception006", "held by customs"),
        Substatus("exception007", "lost, damaged or discarded"),
        Substatus("exception008", "cancelled before pick-up"),
        Substatus("exception009", "refused by the addressee"),
        Substatus("exception010", "returned to the sender"),
        Substatus("exception011", "on its way back to the sender"),
        Substatus("expired001", "no news for too long"),
    ]

    private init(_ code: String, _ label: String) {
        self.code = code
        self.label = label
    }

    private static let byCode = Dictionary(all.map { ($0.code, $0) }) { first, _ in first }

    /// `exception0010` for `exception010`.
    private static func shortened(_ text: String) -> String {
        let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }
        guard digits.count == 4 else { return text }
        return text.dropLast(4) + String(digits.reversed().dropFirst())
    }
}

extension Substatus {
    /// What a person who waits for the parcel is told in words of its own.
    public enum Turn: Sendable {
        case outForDelivery, readyToCollect, heldByCustoms, returned, returning
    }

    /// Nil for every detail that changes nothing for a person who waits.
    public var turn: Turn? {
        switch code {
        case "pickup001": .outForDelivery
        case "pickup002": .readyToCollect
        case "exception006": .heldByCustoms
        case "exception010": .returned
        case "exception011": .returning
        default: nil
        }
    }
}
