public import TMSRuntime
public import TMSSyntax
public import TrackingMore

/// Turns a verb with its evaluated arguments into calls of the API, as data.
///
/// Everything that can be wrong with the values is found here, before anything is sent.
public struct Lowering: Sendable {
    public let catalogue: Catalogue
    public let environment: Environment

    public init(catalogue: Catalogue, environment: Environment) {
        self.catalogue = catalogue
        self.environment = environment
    }

    /// - Parameter rows: stand in for the subject, for `from "orders.csv"`.
    public func lower(_ call: CommandCall, rows: [Value]? = nil) throws(Failure) -> LoweredCommand {
        switch catalogue[call.verb] {
        case nil:
            let location = SourceLocation(call.location.file, call.verbRange)
            throw Failure(kind: "usage", Diagnostic("E0600", "this verb is not known here", at: location), status: 2)
        case .own(let verb): return .own(verb, call)
        case .endpoint(let verb):
            let message = CommandMessage(call: call, verb: verb.line.verb)
            var builder = CallBuilder(verb: verb, call: call, message: message, environment: environment)
            let calls = try builder.calls(rows: rows)
            return verb.endpoint.isPaged
                ? .listing(calls) : .calls(calls, notes: builder.notes)
        }
    }

    /// Gives rows of a file the names that `LABEL=column` says.
    public func renamed(_ rows: [Value], for call: CommandCall) throws(Failure) -> [Value] {
        guard !call.columns.isEmpty, case .endpoint(let verb)? = catalogue[call.verb] else { return rows }
        let message = CommandMessage(call: call, verb: verb.line.verb)
        var shapes: [ObjectIdentifier: Shape] = [:]
        var result: [Value] = []
        for row in rows {
            guard case .record(let record) = row else { continue }
            let shape: Shape
            if let known = shapes[ObjectIdentifier(record.shape)] {
                shape = known
            } else {
                var keys = record.shape.keys
                for column in call.columns {
                    guard let place = keys.firstIndex(of: column.column) else {
                        throw message.noColumn(column, among: record.shape.keys)
                    }
                    keys[place] = column.label
                }
                shape = Shape(keys: keys, kind: record.shape.kind)
                shapes[ObjectIdentifier(record.shape)] = shape
            }
            result.append(.record(record.renamed(shape)))
        }
        return result
    }
}

/// What a command comes to.
public enum LoweredCommand: Sendable {
    /// One call for each target; none for an empty list of targets.
    case calls([EndpointCall], notes: [Diagnostic])
    /// Reads that answer page by page, one after the other.
    case listing([EndpointCall])
    /// A verb of the shell.
    case own(LocalVerb, CommandCall)
}

extension Endpoint {
    /// Answers page by page.
    public var isPaged: Bool { parameter("page") != nil && parameter("limit") != nil }
}
