public import TMSRuntime
import TMSSyntax
import TrackingMore

/// One thing that was found in a text, with what the account knows of it.
public struct DeskFinding: Sendable, Equatable {
    public enum State: Sendable, Equatable {
        /// The account follows it; the status as the service has it.
        case followed(status: String)
        /// The account follows another number that is nearly the same.
        case nearly
        case notFollowed
        /// No parcel at all: lost digits, an address.
        case other
    }

    public var found: String
    /// The number it is or leads to; empty for what is none.
    public var number: String
    public var carrier: String
    public var state: State
    public var about: String

    public init(found: String, number: String, carrier: String, state: State, about: String) {
        self.found = found
        self.number = number
        self.carrier = carrier
        self.state = state
        self.about = about
    }

    /// As a row.
    public var row: Value {
        let state: Value =
            switch self.state {
            case .followed(let status): .string(Status(rawValue: status)?.label ?? "followed")
            case .nearly: .string("mistyped")
            case .notFollowed: .string("not followed")
            case .other: .nothing
            }
        return .record(
            Record(
                shape: DeskFinding.shape,
                values: [
                    .string(found), number.isEmpty ? .nothing : .string(number),
                    carrier.isEmpty ? .nothing : .string(carrier), state, about.isEmpty ? .nothing : .string(about),
                ]))
    }

    static let shape = Shape(keys: ["found", "number", "via", "state", "about"], kind: RecordKind(schema: .inText))

    /// The one line to run next, for rows of findings. It reads and changes nothing; nil where nothing was found that a
    /// line could show.
    public static func suggestion(for rows: [Value], _ environment: Environment) -> String? {
        var followed: [String] = []
        var mistyped: [String] = []
        var nearly: [String] = []
        var others: [String] = []
        var addresses: [String] = []
        for case .record(let row) in rows {
            func text(_ name: String) -> String { row.value(of: name, environment).plainText }
            let number = text("number")
            switch text("state") {
            case "mistyped":
                mistyped.append(number)
                nearly.append(text("found").filter { !$0.isWhitespace })
            case "not followed": others.append(number)
            case "" where number.isEmpty: if text("found").contains("@") { addresses.append(text("found")) }
            default: if !followed.contains(number) { followed.append(number) }
            }
        }
        if !followed.isEmpty { return "show " + followed.prefix(40).joined(separator: ", ") }
        if mistyped.count == 1, let number = mistyped.first { return "show \(number)" }
        if let written = nearly.first { return "find \(written)" }
        if let number = others.first { return "what is \(number)" }
        return addresses.first.map { "find \($0)" }
    }
}
