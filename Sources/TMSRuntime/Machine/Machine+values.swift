import TMSBase
import TMSSyntax

// Making and taking apart values.
extension Machine {
    @inline(never)
    func element(_ place: Value, of container: Value) throws(Fault) -> Value {
        switch container {
        case .nothing, .null: return .nothing
        case .list(let list):
            guard case .integer(let index) = place.numeral else {
                throw .badIndex(place.quoted(in: environment), into: "a list")
            }
            // What is stored is read back as a whole.
            if list.stored != nil { try count(steps: list.count) }
            // Below 0 it counts from the end.
            let wanted = index < 0 ? list.items.count &+ index : index
            return list.items.indices.contains(wanted) ? list.items[wanted] : .nothing
        case .record(let record):
            guard case .text(let name) = place else {
                throw .badIndex(place.quoted(in: environment), into: "a record")
            }
            var reader = FieldReader(name.string)
            return try reader.read(record, in: environment)
        default:
            throw .badIndex(place.quoted(in: environment), into: container.quoted(in: environment))
        }
    }

    func list(_ items: [Value]) throws(Fault) -> Value {
        let list = Value.items(items)
        try fits(list)
        return list
    }

    @inline(never)
    func record(_ shape: Int, _ values: Registers) throws(Fault) -> Value {
        let record = Record(shape: program.shapes[shape], taking: values)
        try fits(.record(record))
        return .record(record)
    }

    /// A value that was put together must not nest too deeply, nor hold more than anybody could go through.
    @inline(__always)
    func fits(_ value: Value) throws(Fault) {
        if value.depth > deepestNesting { throw .tooNested }
        if value.weight > heaviest { throw .tooHeavy }
    }

    func duration(_ amount: Value, unit: Int) throws(Fault) -> Value {
        guard amount.numeral != nil else {
            throw amount.lossyNumber("a duration", environment)
                ?? .notANumber(amount.quoted(in: environment), "a duration")
        }
        return try Arithmetic(environment: environment).apply(.multiply, .duration(unit), amount)
    }

    func ago(_ length: Value) throws(Fault) -> Value {
        guard case .duration(let seconds) = length else { throw .notADuration(length.quoted(in: environment)) }
        let now = environment.now()
        // Whole days ago is that day, and hours ago a moment.
        let start: Value = seconds % 86_400 == 0 ? .day(environment.day(at: now)) : .instant(now)
        return try Arithmetic(environment: environment).apply(.subtract, start, length)
    }

    func date(_ text: Value) throws(Fault) -> Value { try environment.date(text) }

    /// The first and last second of a range, or nothing where it is open.
    func dateRange(_ i: Instruction, _ registers: Registers) throws(Fault) {
        let result = registers + Int(i.a)
        let first = registers[Int(i.b)]
        switch i.flag {
        case 0:
            guard case .duration(let seconds) = first else { throw .notADuration(first.quoted(in: environment)) }
            let now = environment.now()
            let (start, overflow) = now.subtractingReportingOverflow(seconds)
            guard !overflow, environment.clock.hasDate(start) else { throw .outsideCalendar("last") }
            result[0] = .integer(start)
            result[1] = .integer(now)
        case 1:
            result[0] = .integer(try start(first))
            result[1] = .nothing
        case 2:
            let end = try start(first) - 1
            result[0] = .nothing
            result[1] = .integer(end)
        case 3:
            result[0] = .integer(try end(first) + 1)
            result[1] = .nothing
        case 5:
            guard let period = DatePeriod(first.text(in: environment)),
                let days = period.days(today: environment.day(at: environment.now()))
            else { throw .outsideCalendar(first.text(in: environment)) }
            result[0] = .integer(environment.start(ofDay: days.lowerBound))
            result[1] = .integer(environment.end(ofDay: days.upperBound))
        default:
            let last = try end(registers[Int(i.c)])
            result[0] = .integer(try start(first))
            result[1] = .integer(last)
        }
    }

    private func start(_ value: Value) throws(Fault) -> Int {
        let dates = DateComparison(environment: environment)
        return dates.instant(try readDate(value))
    }

    private func end(_ value: Value) throws(Fault) -> Int {
        switch try readDate(value) {
        case .day(let day): environment.end(ofDay: day)
        case .instant(let instant): instant
        default: 0
        }
    }

    private func readDate(_ value: Value) throws(Fault) -> Value {
        switch value {
        case .day, .instant, .text: try environment.date(value)
        default: throw .notADate(value.quoted(in: environment))
        }
    }

    func isInRange(_ value: Value, _ from: Value, _ to: Value) throws(Fault) -> Bool {
        if value.isEmpty { return false }
        guard let date = DateComparison(environment: environment).date(value) else {
            throw .notADate(value.quoted(in: environment))
        }
        let first: Int
        let last: Int
        switch date {
        case .day(let day):
            first = environment.start(ofDay: day)
            last = environment.end(ofDay: day)
        default:
            first = DateComparison(environment: environment).instant(date)
            last = first
        }
        if case .integer(let from) = from, last < from { return false }
        if case .integer(let to) = to, first > to { return false }
        return true
    }

    func rangeList(_ from: Value, _ to: Value) throws(Fault) -> Value {
        if case .day(let first) = from, case .day(let last) = to {
            return try numbers(first, last) { .day($0) }
        }
        return try numbers(try whole(from), try whole(to)) { .integer($0) }
    }

    private func numbers(_ first: Int, _ last: Int, _ value: (Int) -> Value) throws(Fault) -> Value {
        guard first <= last else { return .items([]) }
        let (distance, overflow) = last.subtractingReportingOverflow(first)
        guard !overflow, distance < longestList else {
            throw .rangeTooLong(overflow || distance == .max ? .max : distance + 1)
        }
        // A list costs what going through it would.
        try count(steps: distance)
        return .list(List((0...distance).map { value(first + $0) }, deepest: 0, weight: distance + 1))
    }

    func rows(_ answer: Value, from: Int, to: Int) throws(Fault) -> Value {
        var items: [Value] = []
        switch answer {
        case .list(let list): items = list.items
        case .nothing, .null: break
        default: items = [answer]
        }
        guard from >= 1, to >= from, to <= items.count else { throw .noSuchRow(max(from, to), of: items.count) }
        return from == to ? items[from - 1] : .items(Array(items[(from - 1)..<to]))
    }

    func rowCount(_ value: Value, stage: Value) throws(Fault) -> Value {
        guard case .integer(let count) = value.numeral, count >= 0 else {
            throw .badCount(value.quoted(in: environment), stage.text(in: environment))
        }
        return .integer(count)
    }

    func function(_ i: Instruction, _ registers: Registers, _ pc: Int) throws(Fault) -> Effect? {
        let place = Int(i.extra)
        guard Builtin.allCases.indices.contains(place) else { return nil }
        let function = Builtin.allCases[place]
        let arguments = (0..<Int(i.c)).map { registers[Int(i.b) + $0] }
        switch function {
        case .ask, .confirm:
            let question = arguments.first?.text(in: environment) ?? ""
            fiber.pending = .value(Int(i.a))
            let location = location(of: pc - 1)
            return function == .ask ? .ask(question, location) : .confirm(question, location)
        default:
            for argument in arguments { try count(function, of: argument) }
            let result = try FunctionCall(
                function: function, arguments: arguments, environment: environment
            ).result()
            try count(making: result)
            registers[Int(i.a)] = result
            return nil
        }
    }
}
