import TMSSyntax

/// One aggregate of one group. Empty values do not count.
struct Tally {
    private let function: AggregateSyntax.Function
    var count = 0
    private var total: Value?
    private var values: MedianValues?

    init(_ function: AggregateSyntax.Function) { self.function = function }

    @inline(__always)
    mutating func add(_ value: Value, in environment: Environment) throws(Fault) {
        if case .integer(let number) = value, case .integer(let sum)? = total, function == .sum {
            let (result, overflow) = sum.addingReportingOverflow(number)
            if !overflow {
                count &+= 1
                total = .integer(result)
                return
            }
        }
        try take(value, in: environment)
    }

    @inline(never)
    private mutating func take(_ value: Value, in environment: Environment) throws(Fault) {
        if value.isEmpty { return }
        count += 1
        switch function {
        case .count: break
        case .sum, .average:
            try check(value, in: environment)
            guard let total else {
                self.total = value.numeral?.value ?? value
                return
            }
            self.total = try Arithmetic(environment: environment).apply(.add, total, value)
        case .median:
            try check(value, in: environment)
            let values = self.values ?? MedianValues()
            values.all.append(value)
            self.values = values
        case .min, .max:
            if let remedy = value.foreignNumberRemedy {
                throw .notANumber(value.quoted(in: environment), function.rawValue, remedy: remedy)
            }
            guard let total else {
                self.total = value
                return
            }
            let order = SortKey(value, in: environment).order(SortKey(total, in: environment))
            if function == .min ? order < 0 : order > 0 { self.total = value }
        }
    }

    func result(in environment: Environment, _ watch: Watch = Watch()) throws(Fault) -> Value {
        let arithmetic = Arithmetic(environment: environment)
        switch function {
        case .count: return .integer(count)
        case .sum: return total ?? .integer(0)
        case .min, .max: return total ?? .nothing
        case .average:
            guard let total else { return .nothing }
            return try arithmetic.apply(.divide, total, .integer(count))
        case .median:
            guard let (lower, upper) = try values?.middle(in: environment, watch) else { return .nothing }
            guard let lower else { return upper.numeral?.value ?? upper }
            return try arithmetic.apply(.divide, arithmetic.apply(.add, lower, upper), .integer(2))
        }
    }

    func release(_ watch: Watch) throws(Fault) { try values?.release(watch) }

    private func check(_ value: Value, in environment: Environment) throws(Fault) {
        if case .duration = value { return }
        guard value.numeral != nil else {
            throw value.lossyNumber(function.rawValue, environment)
                ?? .notANumber(
                    value.quoted(in: environment), function.rawValue, remedy: value.foreignNumberRemedy)
        }
    }
}

/// The values whose median is asked for. An interruption leaves them here, so that nobody has to release them.
private final class MedianValues {
    var all: [Value] = []
    private var sorted: [(value: Value, key: SortKey)] = []

    /// The one in the middle, with the one before it where there is an even number of them.
    func middle(in environment: Environment, _ watch: Watch) throws(Fault) -> (lower: Value?, upper: Value)? {
        sorted.removeAll(keepingCapacity: true)
        sorted.reserveCapacity(all.count)
        for value in all {
            try watch.look(sorted.count)
            sorted.append((value, SortKey(value, in: environment)))
        }
        try watch.sort(&sorted) { $0.key.order($1.key) < 0 }
        guard !sorted.isEmpty else { return nil }
        let upper = sorted[sorted.count / 2].value
        return (sorted.count % 2 == 1 ? nil : sorted[sorted.count / 2 - 1].value, upper)
    }

    func release(_ watch: Watch) throws(Fault) {
        try watch.release(&sorted)
        try watch.release(&all)
    }
}
