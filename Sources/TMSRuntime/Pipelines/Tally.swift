import TMSSyntax

/// One aggregate of one group. Empty values do not count.
struct Tally {
    private let function: AggregateSyntax.Function
    var count = 0
    private var total: Value?
    private var values: [Value] = []

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
            values.append(value)
        case .min, .max:
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
            guard !values.isEmpty else { return .nothing }
            var sorted: [(Value, SortKey)] = []
            for value in values {
                try watch.look(sorted.count)
                sorted.append((value, SortKey(value, in: environment)))
            }
            try watch.sort(&sorted) { $0.1.order($1.1) < 0 }
            let upper = sorted[sorted.count / 2].0
            if sorted.count % 2 == 1 { return upper.numeral?.value ?? upper }
            let both = try arithmetic.apply(.add, sorted[sorted.count / 2 - 1].0, upper)
            return try arithmetic.apply(.divide, both, .integer(2))
        }
    }

    private func check(_ value: Value, in environment: Environment) throws(Fault) {
        if case .duration = value { return }
        guard value.numeral != nil else { throw .notANumber(value.quoted(in: environment), function.rawValue) }
    }
}
