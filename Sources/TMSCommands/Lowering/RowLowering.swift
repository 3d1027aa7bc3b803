public import TMSRuntime
public import TMSSyntax
import TrackingMore

/// What one target of a command comes to: its call, or why there is none.
public enum LoweredTarget: Sendable {
    case call(EndpointCall)
    case failed(Failure)
}

extension [LoweredTarget] {
    public var calls: [EndpointCall] {
        compactMap { if case .call(let call) = $0 { call } else { nil } }
    }
}

/// Checks the rows given to one command, piece by piece, each for itself: a row that does not fit keeps none of the
/// others from being sent.
public final class RowLowering {
    private let lowering: Lowering
    private let call: CommandCall
    private var builder: CallBuilder
    private var shared: EndpointCall

    init(
        _ lowering: Lowering, _ call: CommandCall, _ builder: CallBuilder, assuming fields: [String]
    ) throws(Failure) {
        self.lowering = lowering
        self.call = call
        self.builder = builder
        shared = try self.builder.shared()
        for field in fields { shared.arguments[field] = .null }
    }

    /// The targets that these rows come to; none for a row of a file whose cells are all empty.
    public func targets(of rows: [Value]) throws(Failure) -> [LoweredTarget] {
        let range = call.file?.range ?? call.verbRange
        let renamed = try lowering.renamed(rows, for: call)
        var targets: [LoweredTarget] = []
        for row in renamed { targets += builder.targets(row, range: range, shared) }
        return targets
    }

    /// What is to be said once about all rows so far.
    public func notes() -> [Diagnostic] { builder.takeNotes() }
}
