public import TMSSyntax
import TrackingMore

/// Numbers that break the rule of their form, told once for all rows they stand in.
public struct CheckDigitNote: Sendable {
    private static let mostNamed = 3

    private var places: [String] = []
    private var count = 0

    public init() {}

    /// Whether a number has the form of a family, and not the check digit that the form asks for.
    public static func applies(to number: String) -> Bool { TrackingNumber(number).advice != nil }

    /// Takes a number in if somebody should look at it. One that stands in the line itself is advised on there.
    public mutating func look(at call: EndpointCall) {
        guard call.endpoint.effect == .create, call.row == nil, let field = call.verb.numberField,
            let number = call.number, let range = call.ranges[field],
            call.location.file.slice(range) != number, TrackingNumber(number).advice != nil
        else { return }
        // The same ones are named whatever the order in which the rows of a loop are sent.
        count += 1
        places.append(number)
        places.sort()
        if places.count > Self.mostNamed { places.removeLast() }
    }

    /// - Parameter place: the number, or the line of the file it stands on.
    mutating func add(_ place: String) {
        count += 1
        if places.count < Self.mostNamed { places.append(place) }
    }

    /// What there is to tell; nil if nothing is.
    ///
    /// - Parameter file: the places are lines of it.
    public func diagnostic(of file: String? = nil, at location: SourceLocation) -> Diagnostic? {
        guard count > 0 else { return nil }
        let of = file.map { " of \($0)" } ?? ""
        let numbers = count == 1 ? "1 number\(of) fails its" : "\(count) numbers\(of) fail their"
        let named = PlaceList.text(places, of: count, areLines: file != nil)
        return Diagnostic(
            .note, "N0628", "\(numbers) check digit (\(named)); taken as \(count == 1 ? "it stands" : "they stand")",
            at: location)
    }
}

/// A few places of many: `lines 4, 17, 23 and 9 more`.
enum PlaceList {
    static func text(_ places: [String], of count: Int, areLines: Bool) -> String {
        let word = !areLines ? "" : count == 1 ? "line " : "lines "
        guard count <= places.count else {
            return word + places.joined(separator: ", ") + " and \(count - places.count) more"
        }
        guard places.count > 1, let last = places.last else { return word + places.joined() }
        return word + places.dropLast().joined(separator: ", ") + " and " + last
    }
}
