/// A step that gives each row other fields.
enum Reshaping: Sendable {
    case show([String])
    case drop([String])
    case rename([(from: String, to: String)])
    case set(String)

    var word: String {
        switch self {
        case .show: "show"
        case .drop: "drop"
        case .rename: "rename"
        case .set: "set"
        }
    }
}

/// Carries a reshaping out; thinks once for all rows of a shape.
final class Reshaper {
    private struct Plan {
        /// Kept, so that its identity stays its own.
        let input: Shape
        let output: Shape
        /// For `show`.
        var readers: [FieldReader] = []
        /// For `drop`: the slots that stay.
        var kept: [Int] = []
        /// For `set`: the slot that changes; `nil` if it is added.
        var slot: Int?
    }

    private let reshaping: Reshaping
    private var plan: Plan?
    private var plans: [ObjectIdentifier: Plan] = [:]

    init(_ reshaping: Reshaping) { self.reshaping = reshaping }

    /// The row with other fields; `value` is what `set` gives.
    func apply(_ row: Value, value: Value = .nothing, in environment: Environment) throws(Fault) -> Value {
        guard case .record(let record) = row else {
            throw .notRows(row.quoted(in: environment), reshaping.word)
        }
        if plan?.input !== record.shape { learn(record.shape) }
        guard plan != nil else { return row }
        switch reshaping {
        case .show: return .record(projected(record, environment))
        case .drop: return .record(kept(record))
        case .rename: return .record(relabelled(record))
        case .set: return .record(changed(record, value))
        }
    }

    private func projected(_ record: Record, _ environment: Environment) -> Record {
        guard var readers = plan?.readers, let output = plan?.output else { return record }
        var values: [Value] = []
        values.reserveCapacity(readers.count)
        for index in readers.indices { values.append(readers[index].read(record, in: environment)) }
        return Record(shape: output, values: values)
    }

    private func kept(_ record: Record) -> Record {
        guard let plan else { return record }
        return Record(shape: plan.output, values: plan.kept.map { record.value(at: $0) })
    }

    private func relabelled(_ record: Record) -> Record {
        guard let plan else { return record }
        return record.renamed(plan.output)
    }

    private func changed(_ record: Record, _ value: Value) -> Record {
        guard let plan else { return record }
        var values = record.values
        if let slot = plan.slot, slot < values.count { values[slot] = value } else { values.append(value) }
        return Record(shape: plan.output, values: values)
    }

    private func learn(_ shape: Shape) {
        if let known = plans[ObjectIdentifier(shape)] {
            plan = known
            return
        }
        let made = makePlan(shape)
        plan = made
        plans[ObjectIdentifier(shape)] = made
    }

    private func makePlan(_ shape: Shape) -> Plan {
        switch reshaping {
        case .show(let names):
            return Plan(
                input: shape, output: Shape(keys: names, kind: shape.kind), readers: names.map { FieldReader($0) })
        case .drop(let names):
            let slots = Set(names.compactMap { slot($0, in: shape) })
            let kept = shape.keys.indices.filter { !slots.contains($0) }
            return Plan(input: shape, output: Shape(keys: kept.map { shape.keys[$0] }, kind: shape.kind), kept: kept)
        case .rename(let pairs):
            var keys = shape.keys
            for pair in pairs {
                if let slot = slot(pair.from, in: shape) { keys[slot] = pair.to }
            }
            return Plan(input: shape, output: Shape(keys: keys, kind: shape.kind))
        case .set(let name):
            if let slot = slot(name, in: shape) { return Plan(input: shape, output: shape, slot: slot) }
            return Plan(input: shape, output: Shape(keys: shape.keys + [name], kind: shape.kind))
        }
    }

    private func slot(_ name: String, in shape: Shape) -> Int? {
        if case .slot(let slot) = shape.lookup(name) { return slot }
        return nil
    }
}
