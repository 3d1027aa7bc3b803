/// A step that gives each row other fields.
enum Reshaping: Sendable {
    case show([String])
    case drop([String])
    case rename([(from: String, to: String)])
    case set(String)

    /// The fields it asks for.
    var names: [String] {
        switch self {
        case .show(let names), .drop(let names): names
        case .rename(let pairs): pairs.map(\.from)
        case .set: []
        }
    }

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
        /// For `rename`: those of the fields that are worked out, each with the slot its value goes to.
        var workedOut: [(slot: Int, reader: FieldReader)] = []
        /// For `drop`: the slots that stay.
        var kept: [Int] = []
        /// For `set`: the slot that changes; `nil` if it is added.
        var slot: Int?
        /// For `drop` and `rename`: the names, by their place, of which the rows have no field.
        var missing: [Int] = []
    }

    private let reshaping: Reshaping
    private let sites: [FieldSite]
    private var plan: Plan?
    private var plans: [ObjectIdentifier: Plan] = [:]

    /// - Parameter log: where the script has named the fields.
    init(_ reshaping: Reshaping, _ log: FieldLog) {
        self.reshaping = reshaping
        sites = log.sites(reshaping.names)
    }

    /// The row with other fields; `value` is what `set` gives.
    func apply(_ row: Value, value: Value = .nothing, in environment: Environment) throws(Fault) -> Value {
        guard case .record(let record) = row else {
            throw .notRows(row.quoted(in: environment), reshaping.word)
        }
        if plan?.input !== record.shape { learn(record.shape) }
        guard plan != nil else { return row }
        switch reshaping {
        case .show: return .record(try projected(record, environment))
        case .drop:
            try missing(in: record)
            return .record(kept(record))
        case .rename:
            try missing(in: record)
            return .record(try relabelled(record, environment))
        case .set: return .record(changed(record, value))
        }
    }

    private func missing(in record: Record) throws(Fault) {
        guard let missing = plan?.missing, !missing.isEmpty else { return }
        for place in missing { try sites[place].miss(in: record) }
    }

    private func projected(_ record: Record, _ environment: Environment) throws(Fault) -> Record {
        guard var readers = plan?.readers, let output = plan?.output else { return record }
        var values: [Value] = []
        values.reserveCapacity(readers.count)
        for index in readers.indices { values.append(try readers[index].keep(record, in: environment)) }
        return Record(shape: output, values: values, madeOf: record)
    }

    private func kept(_ record: Record) -> Record {
        guard let plan else { return record }
        return Record(shape: plan.output, values: plan.kept.map { record.value(at: $0) }, madeOf: record)
    }

    private func relabelled(_ record: Record, _ environment: Environment) throws(Fault) -> Record {
        guard let plan else { return record }
        guard !plan.workedOut.isEmpty else { return record.renamed(plan.output) }
        var values = record.values
        for (slot, worked) in plan.workedOut {
            var reader = worked
            let value = try reader.read(record, in: environment)
            if slot < values.count { values[slot] = value } else { values.append(value) }
        }
        return Record(shape: plan.output, values: values, madeOf: record)
    }

    private func changed(_ record: Record, _ value: Value) -> Record {
        guard let plan else { return record }
        var values = record.values
        if let slot = plan.slot, slot < values.count { values[slot] = value } else { values.append(value) }
        return Record(shape: plan.output, values: values, madeOf: record)
    }

    /// The shape of rows that have this one before.
    func output(of shape: Shape) -> Shape { makePlan(shape).output }

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
                input: shape, output: shape.with(names, without: .show),
                readers: zip(names, sites).map { FieldReader($0, $1) })
        case .drop(let names):
            let slots = Set(names.flatMap { shape.slots(of: $0) })
            let kept = shape.keys.indices.filter { !slots.contains($0) }
            return Plan(
                input: shape, output: shape.with(kept.map { shape.keys[$0] }, without: .drop(names)), kept: kept,
                missing: missing(names, in: shape))
        case .rename(let pairs):
            var keys = shape.keys
            var workedOut: [(slot: Int, reader: FieldReader)] = []
            var renamed: [String: String] = [:]
            for (place, pair) in pairs.enumerated() {
                switch shape.lookup(pair.from) {
                case .slot(let slot), .cell(let slot, _):
                    renamed[shape.keys[slot]] = pair.to
                    keys[slot] = pair.to
                case .computed:
                    let reader = FieldReader(pair.from, sites[place])
                    // In the place of what the service says of it.
                    if let slot = shape.slots(of: pair.from).first {
                        renamed[shape.keys[slot]] = pair.to
                        keys[slot] = pair.to
                        workedOut.append((slot, reader))
                    } else {
                        workedOut.append((keys.count, reader))
                        keys.append(pair.to)
                    }
                case .absent: break
                }
            }
            let old = pairs.map(\.from)
            return Plan(
                input: shape, output: shape.with(keys, without: .rename(old), renamed: renamed), workedOut: workedOut,
                missing: missing(old, in: shape))
        case .set(let name):
            if let slot = slot(name, in: shape) { return Plan(input: shape, output: shape, slot: slot) }
            return Plan(input: shape, output: shape.with(shape.keys + [name]))
        }
    }

    private func missing(_ names: [String], in shape: Shape) -> [Int] {
        names.indices.filter { place in
            let isMissed = shape.misses(names[place], shape.lookup(names[place]))
            if !isMissed { sites[place].find() }
            return isMissed
        }
    }

    private func slot(_ name: String, in shape: Shape) -> Int? {
        switch shape.lookup(name) {
        case .slot(let slot), .cell(let slot, _): return slot
        case .computed, .absent: return nil
        }
    }
}
