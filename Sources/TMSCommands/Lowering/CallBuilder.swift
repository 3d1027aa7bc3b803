import TMSRuntime
import TMSSyntax
import TrackingMore

/// Builds the calls of one command: clauses first, which all targets share, then a call for each target.
struct CallBuilder {
    let verb: EndpointVerb
    let call: CommandCall
    let message: CommandMessage
    let environment: Environment
    private(set) var notes: [Diagnostic] = []
    private var hasNotedColumns = false
    private var columns = ColumnNames()

    init(verb: EndpointVerb, call: CommandCall, message: CommandMessage, environment: Environment) {
        self.verb = verb
        self.call = call
        self.message = message
        self.environment = environment
    }

    mutating func calls(rows: [Value]?) throws(Failure) -> [EndpointCall] {
        var shared = EndpointCall(
            verb: verb, arguments: verb.line.preset, location: call.location, verbRange: call.verbRange)
        for clause in call.clauses { try add(clause, to: &shared) }
        for (place, parameter) in verb.slots.enumerated() where place != verb.parcelSlot {
            try addSlot(place, parameter, to: &shared)
        }
        return try targets(shared, rows: rows).flatMap { $0.spread() }.map { $0.ordered() }
    }
}

// MARK: - Clauses and slots

extension CallBuilder {
    private func add(_ clause: CallClause, to shared: inout EndpointCall) throws(Failure) {
        guard verb.clauses.indices.contains(clause.index) else { return }
        let place = verb.clauses[clause.index]
        let parameter = place.parameter
        switch clause.value {
        case .flag:
            guard let choice = place.choice else { return }
            shared.arguments[parameter.field] = choice.wire
            shared.ranges[parameter.field] = clause.range
        case .range(let from, let to):
            let fields = parameter.fields
            guard fields.count == 2 else { return }
            for (field, bound) in zip(fields, [from, to]) {
                guard let bound else { continue }
                shared.arguments[field] = JSON(bound)
                shared.ranges[field] = clause.range
            }
        case .values(let values):
            try add(values, parameter, label: place.label, clause.range, to: &shared)
        }
    }

    private func addSlot(_ place: Int, _ parameter: Parameter, to shared: inout EndpointCall) throws(Failure) {
        let label = "the \(ValueKind(parameter.kind).name)"
        guard call.subjects.indices.contains(place), !call.subjects[place].values.isEmpty else {
            guard parameter.mayBeLeftOut else { throw message.missing(label) }
            return
        }
        let subject = call.subjects[place]
        try add(subject.values, parameter, label: label, subject.range, to: &shared)
    }

    private func add(
        _ given: [Value], _ parameter: Parameter, label: String, _ range: SourceRange, to shared: inout EndpointCall
    ) throws(Failure) {
        let values = given.flatMap(\.flattened)
        if values.isEmpty || values.contains(where: \.isEmpty) {
            switch emptiness(of: parameter, values) {
            case .refused: throw message.emptyValue(label, at: range)
            case .leftOut: return
            case .clears:
                shared.arguments[parameter.field] = ""
                shared.ranges[parameter.field] = range
                return
            }
        }
        let form = WireForm(environment: environment)
        var wire: [JSON] = []
        do {
            for value in values { wire.append(try form.json(value, as: parameter.kind.element)) }
        } catch {
            throw message.unfit(error, at: range)
        }
        if verb.endpoint.place(of: parameter) == .local {
            shared.filters.append(RowFilter(parameter: parameter, values: wire))
            return
        }
        guard parameter.kind.isList || wire.count == 1 else {
            throw message.tooMany(label, wire.count, 1, at: range)
        }
        shared.arguments[parameter.field] = parameter.kind.isList ? .array(wire) : wire.first
        shared.ranges[parameter.field] = range
    }

    private enum Emptiness { case refused, leftOut, clears }

    /// Empty never widens: only an optional field of a write may be left out, and only an edit's `""` clears.
    private func emptiness(of parameter: Parameter, _ values: [Value]) -> Emptiness {
        guard case .clause = parameter.role, parameter.need == .optional else { return .refused }
        switch verb.endpoint.effect {
        case .create: return .leftOut
        case .update:
            if values.count == 1, case .text(let text)? = values.first, text.string.isEmpty { return .clears }
            return .refused
        case .read, .delete, .lookup: return .refused
        }
    }
}

// MARK: - Targets

extension CallBuilder {
    private mutating func targets(_ shared: EndpointCall, rows: [Value]?) throws(Failure) -> [EndpointCall] {
        guard let slot = verb.parcelSlot else { return [shared] }
        let subject: CallArgument
        if let rows {
            subject = CallArgument(rows, call.file?.range ?? call.verbRange)
        } else if call.subjects.indices.contains(slot) {
            subject = call.subjects[slot]
        } else {
            guard verb.slots[slot].mayBeLeftOut else { throw message.missing("the tracking number") }
            return [shared]
        }
        var calls: [EndpointCall] = []
        for (index, given) in subject.values.enumerated() {
            for value in given.flattened { calls.append(try target(value, range: subject.range(of: index), shared)) }
        }
        return calls
    }

    private mutating func target(
        _ value: Value, range: SourceRange, _ shared: EndpointCall
    ) throws(Failure) -> EndpointCall {
        var target = shared
        let number: Value
        if case .record(let record) = value {
            guard let found = columns.value(of: Self.numberNames, in: record, environment) else {
                throw message.noNumber(at: range, keys: record.shape.keys)
            }
            number = found
            try fill(&target, from: record, range)
        } else {
            guard !value.isEmpty else { throw message.emptyValue("the tracking number", at: range) }
            number = value
            noteCheckDigit(of: value.plainText, range)
        }
        guard let field = verb.numberField else { return target }
        do {
            target.arguments[field] = try WireForm(environment: environment).json(number, as: .trackingNumber)
        } catch {
            throw message.unfit(error, at: range)
        }
        target.ranges[field] = range
        return target
    }

    /// Takes the courier from a row, and for a verb that creates also its columns; what the line says wins.
    private mutating func fill(_ target: inout EndpointCall, from record: Record, _ range: SourceRange) throws(Failure)
    {
        if let field = verb.carrierField, target.arguments[field] == nil,
            let carrier = columns.value(of: Self.carrierNames, in: record, environment)
        {
            target.arguments[field] = .string(carrier.plainText.lowercased())
            target.ranges[field] = range
        }
        guard verb.takesColumns else { return }
        let form = WireForm(environment: environment)
        for place in verb.clauses where place.choice == nil && target.arguments[place.parameter.field] == nil {
            let names = [place.label, place.parameter.field]
            guard let value = columns.value(of: names, in: record, environment) else { continue }
            do {
                target.arguments[place.parameter.field] = try form.json(value, as: place.parameter.kind)
                target.ranges[place.parameter.field] = range
            } catch {
                throw message.unfit(error, at: range)
            }
        }
        noteIgnored(record.shape)
    }

    private mutating func noteIgnored(_ shape: Shape) {
        guard !hasNotedColumns, shape.kind == nil else { return }
        hasNotedColumns = true
        var used = Set(Self.numberNames + Self.carrierNames)
        for place in verb.clauses { used.formUnion([place.label, place.parameter.field]) }
        let ignored = shape.keys.filter { !used.contains($0.lowercased()) }
        if !ignored.isEmpty { notes.append(message.ignored(ignored)) }
    }

    /// Advises on a number that somebody typed; those of rows are taken as they come.
    private mutating func noteCheckDigit(of number: String, _ range: SourceRange) {
        guard call.location.file.slice(range) == number, let advice = TrackingNumber(number).advice else { return }
        notes.append(message.advice(advice, at: range))
    }

    private static let numberNames = ["tracking_number", "number"]
    private static let carrierNames = ["carrier_code", "via", "carrier"]
}

extension EndpointCall {
    /// Several calls where a list holds more than one call takes.
    fileprivate func spread() -> [EndpointCall] {
        for parameter in endpoint.parameters {
            guard case .list(_, let max?) = parameter.kind, case .array(let items)? = arguments[parameter.field] else {
                continue
            }
            var calls: [EndpointCall] = []
            for start in stride(from: 0, to: items.count, by: max) {
                let part = Array(items[start..<min(start + max, items.count)])
                var call = self
                call.arguments[parameter.field] = max == 1 ? part.first : .array(part)
                calls.append(call)
            }
            return calls.flatMap { max == 1 ? $0.spread() : [$0] }
        }
        return [self]
    }

    /// The arguments in the order the endpoint declares its fields.
    fileprivate func ordered() -> EndpointCall {
        var call = self
        var arguments = JSONObject()
        for field in endpoint.parameters.flatMap(\.fields) {
            if let value = self.arguments[field] { arguments.append(field, value) }
        }
        call.arguments = arguments
        return call
    }
}
