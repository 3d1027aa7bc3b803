import TMSCommands
import TrackingMore

/// A line of tms put together from a declaration: the verb and a value for each parameter asked for.
struct SampleLine: CustomStringConvertible {
    let endpoint: Endpoint
    let line: VerbLine
    /// Which parameter each piece of the text stands for, and the word that carries its value.
    private(set) var pieces: [(parameter: Parameter, text: String, word: String)] = []

    /// - Parameter also: wire fields to give besides the required ones.
    init(_ endpoint: Endpoint, _ line: VerbLine, also: [String] = []) {
        self.endpoint = endpoint
        self.line = line
        for parameter in endpoint.parameters(of: line) where parameter.isRequired || also.contains(parameter.field) {
            let value = SampleLine.value(of: parameter)
            let text = parameter.word.map { "\($0) \(value)" } ?? value
            pieces.append((parameter, text, value))
        }
    }

    var text: String { ([line.verb] + pieces.map(\.text)).joined(separator: " ") }
    var description: String { text }

    func without(_ field: String) -> SampleLine {
        var copy = self
        copy.pieces.removeAll { $0.parameter.field == field }
        return copy
    }

    /// The same line about two parcels.
    var doubled: String { text.replacing(SampleLine.number, with: "\(SampleLine.number), 300403513402") }

    /// The word that carries a field.
    func word(of field: String) -> String? { pieces.first { $0.parameter.field == field }?.word }

    static let all: [SampleLine] = Dialect.v2.endpoints.flatMap { endpoint in
        endpoint.lines.map { SampleLine(endpoint, $0) }
    }

    private static let number = "RB555666772CN"

    private static func value(of parameter: Parameter) -> String {
        if let choice = parameter.kind.choices.first { return choice.word }
        return switch parameter.kind.element {
        case .trackingNumber: number
        case .carrier: parameter.field == "update_carrier_code" ? "usps" : "china-post"
        case .country: "us"
        case .status: "transit"
        case .awb: "172-28891936"
        default: "1000001"
        }
    }
}
