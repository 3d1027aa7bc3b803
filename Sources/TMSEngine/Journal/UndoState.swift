import TMSCommands
import TMSRuntime
import TMSSyntax
import TrackingMore

/// What the account holds while a run is taken back, the last write first: each step is compared with what the steps
/// before it have left.
struct UndoState {
    private var held: [ParcelKey: JSON] = [:]
    private var numbers: Set<String> = []
    /// Parcels of which a step could not be done: what was written to them before is left as well.
    private var left: [ParcelKey: Failure] = [:]

    /// The numbers among these that nothing is known of yet.
    func unknown(_ wanted: [String]) -> [String] { wanted.filter { !numbers.contains($0.uppercased()) } }

    /// Takes in what the account holds of some numbers before any step about them is done.
    mutating func learn(_ rows: [ParcelKey: JSON], of numbers: [String]) {
        held.merge(rows) { known, _ in known }
        self.numbers.formUnion(numbers.map { $0.uppercased() })
    }

    /// The call that takes the write back, or why it is left; nil where the parcel is as it was before, as after an undo
    /// that was interrupted.
    mutating func target(of step: UndoPlan.Step) -> LoweredTarget? {
        let before = ParcelKey(step.written.number, step.written.carrier)
        let after = ParcelKey(step.written.number, step.written.carrierAfterwards)
        if left[after] == nil, step.isDone(held: held[before], after: held[after]) { return nil }
        if let failure = left[after] ?? step.obstacle(held: held[after]) {
            left[before] = failure
            return .failed(failure.about(step.inverse))
        }
        take(step, before, after)
        return .call(step.inverse)
    }

    private mutating func take(_ step: UndoPlan.Step, _ before: ParcelKey, _ after: ParcelKey) {
        switch step.written.endpoint.effect {
        case .create: held[after] = nil
        case .delete: held[before] = .object(step.inverse.arguments)
        case .update, .read, .lookup:
            var row = held[after]?.object ?? JSONObject()
            for (field, value) in step.inverse.sent { row[field] = value }
            held[after] = nil
            held[before] = .object(row)
        }
    }
}

extension CallPerformer {
    /// The steps that can be done: a parcel that somebody has changed since is left as it is.
    func targets(of steps: [UndoPlan.Step], _ state: inout UndoState) async throws(Failure) -> [LoweredTarget] {
        guard let first = steps.first else { return [] }
        let numbers = state.unknown(steps.compactMap(\.written.number))
        if !numbers.isEmpty { state.learn(try await held(of: numbers, for: first.inverse), of: numbers) }
        return steps.compactMap { state.target(of: $0) }
    }
}

extension UndoPlan.Step {
    /// Whether the account holds what it held before the write.
    ///
    /// - Parameters:
    ///   - held: what it holds under the carrier from before.
    ///   - after: what it holds under the carrier that the write has left.
    func isDone(held: JSON?, after: JSON?) -> Bool {
        switch written.endpoint.effect {
        case .create: return after == nil
        case .update where written.changesCarrier: return after == nil && held != nil
        case .delete, .update:
            guard let held, !inverse.sent.isEmpty else { return false }
            let state = TrackedAlready(inverse, held: held)
            return state.difference == nil && state.unknown.isEmpty && obstacle(held: held) != nil
        case .read, .lookup: return false
        }
    }

    /// Why the write is not taken back, by what the account holds of the parcel now; nil where it is as the write left it.
    func obstacle(held: JSON?) -> Failure? {
        let location = SourceLocation(inverse.location.file, inverse.verbRange)
        func left(_ why: String) -> Failure {
            Failure(
                kind: .different, Diagnostic(.error, "E0753", "left as it is: \(why)", at: location),
                number: written.number, via: written.carrier)
        }
        if written.endpoint.effect == .delete {
            return held == nil ? nil : left("the account follows it again")
        }
        guard let held else { return left("the account does not follow it any more") }
        guard !written.changesCarrier else { return nil }
        return TrackedAlready(written, held: held).difference.map { left("changed since: \($0)") }
    }
}
