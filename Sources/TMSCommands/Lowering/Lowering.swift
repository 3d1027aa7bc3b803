import TMSBase
public import TMSRuntime
public import TMSSyntax
import TrackingMore

/// Turns a verb with its evaluated arguments into calls of the API, as data.
///
/// Everything that can be wrong with the values is found here, before anything is sent.
public struct Lowering: Sendable {
    public let catalogue: Catalogue
    public let environment: Environment
    /// Whether the account or the service has named a carrier that the list lacks.
    public let knowsCarrier: @Sendable (String) -> Bool

    public init(
        catalogue: Catalogue, environment: Environment,
        knowsCarrier: @escaping @Sendable (String) -> Bool = { _ in false }
    ) {
        self.catalogue = catalogue
        self.environment = environment
        self.knowsCarrier = knowsCarrier
    }

    /// The calls of a command. Where it has several targets, one that does not fit stands among the others as failed.
    public func lower(_ call: CommandCall) throws(Failure) -> LoweredCommand {
        switch catalogue[call.verb] {
        case nil:
            let location = SourceLocation(call.location.file, call.verbRange)
            throw Failure(
                kind: .usage, Diagnostic("E0600", "this verb is not known here", at: location), status: .usage)
        case .own(let verb): return .own(verb, call)
        case .endpoint(let verb):
            var builder = builder(of: call, verb)
            let shared = try builder.shared()
            let targets = try builder.targets(shared)
            if verb.isPaged { return .listing(targets.calls, notes: builder.takeNotes()) }
            builder.noteTypedNumbers()
            return .targets(targets, notes: builder.takeNotes())
        }
    }

    /// Checks the rows that stand in for the subject of a command, for `from "orders.csv"`; `nil` for a verb that takes
    /// none.
    ///
    /// - Parameter assumed: clauses whose values are not known yet; they win over the columns all the same.
    public func rows(of call: CommandCall, assuming assumed: Set<Int> = []) throws(Failure) -> RowLowering? {
        guard case .endpoint(let verb)? = catalogue[call.verb], verb.parcelSlot != nil else { return nil }
        let fields = assumed.compactMap { verb.clauses.indices.contains($0) ? verb.clauses[$0].parameter.field : nil }
        return try RowLowering(self, call, builder(of: call, verb), assuming: fields)
    }

    private func builder(of call: CommandCall, _ verb: EndpointVerb) -> CallBuilder {
        CallBuilder(
            verb: verb, call: call, message: CommandMessage(call: call, verb: verb.line.verb),
            environment: environment, knowsCarrier: knowsCarrier)
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
    /// What each target comes to; none for an empty list of targets.
    case targets([LoweredTarget], notes: [Diagnostic])
    /// Reads that answer page by page, one after the other.
    case listing([EndpointCall], notes: [Diagnostic])
    /// A verb of the shell.
    case own(LocalVerb, CommandCall)
}
