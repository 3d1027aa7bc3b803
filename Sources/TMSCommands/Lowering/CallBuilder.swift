import TMSRuntime
import TMSSyntax
import TrackingMore

/// Builds the calls of one command: clauses first, which all targets share, then a call for each target.
struct CallBuilder {
    let verb: EndpointVerb
    let call: CommandCall
    let message: CommandMessage
    let environment: Environment
    let knowsCarrier: @Sendable (String) -> Bool
    private var notes: [Diagnostic] = []
    private var rowNotes = RowNotes()
    private var columns = ColumnNames()
    /// The codes of the carriers that rows have named so far.
    private var carriers: [String: JSON] = [:]

    init(
        verb: EndpointVerb, call: CommandCall, message: CommandMessage, environment: Environment,
        knowsCarrier: @escaping @Sendable (String) -> Bool
    ) {
        self.verb = verb
        self.call = call
        self.message = message
        self.environment = environment
        self.knowsCarrier = knowsCarrier
    }

    private var form: WireForm { WireForm(environment: environment, knowsCarrier: knowsCarrier) }

    /// What all targets share: the clauses, and the subjects that name no parcel.
    mutating func shared() throws(Failure) -> EndpointCall {
        var shared = EndpointCall(
            verb: verb, arguments: verb.line.preset, location: call.location, verbRange: call.verbRange)
        var problem: Failure?
        for clause in call.clauses {
            do {
                try add(clause, to: &shared)
            } catch {
                var failure = error
                if verb.clauses.indices.contains(clause.index) { failure.column = verb.clauses[clause.index].label }
                problem = problem?.with(failure) ?? failure
            }
        }
        if let problem { throw problem }
        for (place, parameter) in verb.slots.enumerated() where place != verb.parcelSlot && place != verb.severalSlot {
            try addSlot(place, parameter, to: &shared)
        }
        return shared
    }
}

// MARK: - Clauses and slots

extension CallBuilder {
    private mutating func add(_ clause: CallClause, to shared: inout EndpointCall) throws(Failure) {
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

    private mutating func addSlot(_ place: Int, _ parameter: Parameter, to shared: inout EndpointCall) throws(Failure) {
        let label = "the \(ValueKind(parameter.kind).name)"
        guard call.subjects.indices.contains(place), !call.subjects[place].values.isEmpty else {
            guard parameter.mayBeLeftOut else { throw message.missing(label) }
            return
        }
        let subject = call.subjects[place]
        try add(subject.values, parameter, label: label, subject.range, to: &shared)
    }

    private mutating func add(
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
        var form = form
        var wire: [JSON] = []
        do {
            for value in values { wire.append(try form.json(value, as: parameter.kind.element)) }
        } catch {
            throw message.unfit(error, at: range)
        }
        for note in form.notes { notes.append(message.note(note, at: range)) }
        if verb.endpoint.place(of: parameter) == .local {
            shared.filters.append(RowFilter(parameter: parameter, values: wire, of: verb))
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
    /// The targets that the line itself names.
    mutating func targets(_ shared: EndpointCall) throws(Failure) -> [LoweredTarget] {
        guard let slot = verb.parcelSlot else {
            var targets: [LoweredTarget] = []
            for thing in try things(shared) { targets += spread(.call(thing)) }
            return targets
        }
        guard call.subjects.indices.contains(slot) else {
            guard verb.slots[slot].mayBeLeftOut else { throw message.missing("the tracking number") }
            return spread(.call(shared))
        }
        let subject = call.subjects[slot]
        var targets: [LoweredTarget] = []
        for (index, given) in subject.values.enumerated() {
            for value in given.flattened { targets += self.targets(value, range: subject.range(of: index), shared) }
        }
        // One thing was asked for, and that failed: no rows were.
        if targets.count == 1, case .failed(let failure)? = targets.first { throw failure }
        guard targets.count > 1 else { return targets }
        return targets.map { target in
            guard case .call(var call) = target else { return target }
            call.isOneOfSeveral = true
            return .call(call)
        }
    }

    /// A call for each of several things that are no parcels.
    private mutating func things(_ shared: EndpointCall) throws(Failure) -> [EndpointCall] {
        guard let slot = verb.severalSlot else { return [shared] }
        let parameter = verb.slots[slot]
        let label = "the \(ValueKind(parameter.kind).name)"
        guard call.subjects.indices.contains(slot), !call.subjects[slot].values.isEmpty else {
            throw message.missing(label)
        }
        let subject = call.subjects[slot]
        var calls: [EndpointCall] = []
        for (index, given) in subject.values.enumerated() {
            for value in given.flattened {
                var target = shared
                try add([value], parameter, label: label, subject.range(of: index), to: &target)
                calls.append(target)
            }
        }
        return calls
    }

    /// What one row or number comes to: mostly one call.
    mutating func targets(_ value: Value, range: SourceRange, _ shared: EndpointCall) -> [LoweredTarget] {
        guard case .record(let record) = value else { return spread(typed(value, range, shared)) }
        let origin = record.origin
        if let origin, origin.record.values.allSatisfy(\.isEmpty) {
            rowNotes.noteEmpty(origin)
            return []
        }
        return spread(row(record, origin, range, shared))
    }

    private mutating func typed(_ value: Value, _ range: SourceRange, _ shared: EndpointCall) -> LoweredTarget {
        guard !value.isEmpty else { return .failed(message.emptyValue("the tracking number", at: range)) }
        guard let field = verb.numberField else { return .call(shared) }
        var target = shared
        var form = form
        do {
            target.arguments[field] = try form.json(value, as: .trackingNumber)
        } catch {
            return .failed(message.unfit(error, at: range))
        }
        target.ranges[field] = range
        // What stands in the line is noted there.
        if !isTyped(value, range) { take(form.notes, of: target, nil) }
        return .call(target)
    }

    private mutating func row(
        _ record: Record, _ origin: RowOrigin?, _ range: SourceRange, _ shared: EndpointCall
    ) -> LoweredTarget {
        var target = shared
        target.row = record
        var form = form
        var reading = RowReading(record: record, origin: origin, message: message, range: range)
        guard let number = columns.cell(of: environment.parcelNames.number, in: record, environment) else {
            return .failed(reading.failure(of: message.noNumber(at: range, keys: record.shape.keys)))
        }
        if let field = verb.numberField {
            target.arguments[field] = reading.take(number, of: .trackingNumber, &form)
            target.ranges[field] = range
        }
        if let field = verb.carrierField, target.arguments[field] == nil,
            let carrier = columns.cell(of: environment.parcelNames.carrier, in: record, environment)
        {
            target.arguments[field] = self.carrier(carrier, &reading, &form)
            target.ranges[field] = range
        }
        if verb.takesColumns {
            fill(&target, from: record, &reading, &form)
            noteIgnored(record.shape)
        }
        if let failure = reading.failure { return .failed(failure) }
        take(form.notes, of: target, origin)
        return .call(target)
    }

    /// A carrier as the row names it. Those of the service's own rows are its codes, and a table names few, many times.
    private mutating func carrier(_ cell: ColumnNames.Cell, _ reading: inout RowReading, _ form: inout WireForm)
        -> JSON?
    {
        let text = cell.value.plainText
        if reading.record.shape.isOfService { return .string(text.lowercased()) }
        if let known = carriers[text] { return known }
        let code = reading.take(cell, of: .carrier, &form)
        if let code { carriers[text] = code }
        return code
    }

    /// Takes the columns of a row for a verb that creates; what the line says wins.
    private mutating func fill(
        _ target: inout EndpointCall, from record: Record, _ reading: inout RowReading, _ form: inout WireForm
    ) {
        for place in verb.clauses where place.choice == nil && target.arguments[place.parameter.field] == nil {
            // The number and the carrier have been read, well or ill.
            guard place.parameter.field != verb.carrierField, place.parameter.field != verb.numberField else {
                continue
            }
            let names = [place.label, place.parameter.field]
            guard let cell = columns.cell(of: names, in: record, environment) else { continue }
            var field = place.parameter.field
            if let destination = destination(for: place, cell, target, record) { field = destination }
            guard let value = reading.take(cell, of: place.parameter.kind, &form) else { continue }
            target.arguments[field] = value
            target.ranges[field] = reading.range
        }
    }

    /// Where the column `country` goes: shops mean the country a parcel goes to. Only a table that says `to` as well, or
    /// a line that names the column, means the field that some carriers ask for.
    private mutating func destination(
        for place: EndpointVerb.Place, _ cell: ColumnNames.Cell, _ target: EndpointCall, _ record: Record
    ) -> String? {
        guard place.label == "country", cell.name.lowercased() == place.label,
            let destination = verb.clauses.first(where: { $0.label == "to" })?.parameter.field,
            target.arguments[destination] == nil, !call.columns.contains(where: { $0.label == place.label }),
            record.shape.key(ignoringCase: ["to", destination]) == nil
        else { return nil }
        if rowNotes.noteCountry() { notes.append(message.countryIsDestination(cell.name)) }
        return destination
    }

    private mutating func noteIgnored(_ shape: Shape) {
        guard !shape.isOfService, rowNotes.noteColumns() else { return }
        var used = Set(environment.parcelNames.number + environment.parcelNames.carrier)
        for place in verb.clauses { used.formUnion([place.label, place.parameter.field]) }
        let ofFailures = FailureTable.addedColumns(of: shape.keys)
        let ignored = shape.keys.filter { !used.contains($0.lowercased()) && !ofFailures.contains($0) }
        if !ignored.isEmpty { notes.append(message.ignored(ignored)) }
    }

    /// What was noticed while a row or a variable was read. A number that somebody typed is advised on by itself, those
    /// of rows together.
    private mutating func take(_ found: [KindNote], of target: EndpointCall, _ origin: RowOrigin?) {
        for note in found {
            switch note.code {
            case "N0608", "N0610":
                guard verb.endpoint.effect == .create, let number = target.number else { continue }
                if TrackingNumber.isRounded(number) {
                    rowNotes.noteRounded(origin)
                } else if target.row != nil {
                    rowNotes.noteFailedDigit(of: number, origin)
                }
            default: rowNotes.note(note)
            }
        }
    }

    /// Advises on the numbers that stand in the line itself.
    mutating func noteTypedNumbers() {
        guard let slot = verb.parcelSlot, call.subjects.indices.contains(slot) else { return }
        let subject = call.subjects[slot]
        for (index, value) in subject.values.enumerated() {
            let range = subject.range(of: index)
            guard isTyped(value, range), let note = (try? TrackingNumber.read(value.plainText))?.note else { continue }
            notes.append(message.note(note, at: range))
        }
    }

    /// Whether a value stands in the line, with quotes or without.
    private func isTyped(_ value: Value, _ range: SourceRange) -> Bool {
        guard case .record = value else {
            let written = call.location.file.slice(range)
            return written == value.plainText || written.dropFirst().dropLast() == value.plainText
        }
        return false
    }

    mutating func takeNotes() -> [Diagnostic] {
        defer { notes = [] }
        return notes + rowNotes.take(message)
    }

    private func spread(_ target: LoweredTarget) -> [LoweredTarget] {
        guard case .call(let call) = target else { return [target] }
        return call.spread().map { .call($0.ordered()) }
    }
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
