import TMSBase
import TMSRuntime
import Testing

/// Arithmetic over the edges of numbers, durations and dates, beside an oracle that has twice the digits.
@Suite struct ArithmeticLawTests {
    /// Values that do not go together, and results that lie beyond the last.
    private static let refusals: Set = ["E0301", "E0302", "E0303", "E0304", "E0309", "E0326"]

    @Test(arguments: [1, 2, 3, 4])
    func `gives the exact result or an error, and never wraps, clamps or traps`(seed: UInt64) {
        var random = Random(seed: seed)
        for _ in 0..<2_500 {
            var sentence = Sentence()
            let exact = sentence.grow(depth: 3, &random)
            let said = printed(sentence.text, globals: sentence.values)
            switch exact {
            case .error: #expect(Self.refusals.contains(said), "\(sentence)")
            default: #expect(said == exact.text, "\(sentence)")
            }
        }
    }

    @Test func `of decimals prints digits, or is an error`() {
        var random = Random(seed: 5)
        let edges: [Double] = [
            0, 1, -1, 0.1, 1e-7, 1e15, 1e16, 9.2e18, 1e300, -1e300, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
        ]
        for _ in 0..<2_000 {
            let globals: [String: Value] = [
                "a": .decimal(edges[random.below(edges.count)]), "b": .decimal(edges[random.below(edges.count)]),
            ]
            let said = printed("$a \(["+", "-", "*", "/", "%"][random.below(5)]) $b", globals: globals)
            if said.hasPrefix("E") {
                #expect(["E0303", "E0304"].contains(said))
            } else {
                #expect(Numeral(reading: said) != nil, "\(said)")
            }
        }
    }

    @Test(arguments: [
        ("-$d", "E0303"), ("abs($d)", "E0303"), ("$d - 1 s", "E0303"), ("0 days - $d", "E0303"), ("$d * -1", "E0303"),
        ("9999-12-31 + 1 day", "E0326"), ("9999-12-31 23:59 + 1 min", "E0326"), ("0001-01-01 - 1 s", "E0326"),
        ("2026-01-01 + 4000000 days", "E0326"), ("2026-01-01 - $d", "E0303"), ("date($n)", "E0326"),
        ("-$n", "E0303"), ("abs($n)", "E0303"), ("sum([$n, -1])", "E0303"), ("ago(9999-12-31) + $d", "E0303"),
        ("5 days % 2 days", "1 day"), ("sum([$d, $d])", "E0303"),
    ])
    func `fails at the edge`(expression: String, said: String) {
        #expect(printed(expression, globals: ["d": .duration(.min), "n": .integer(.min)]) == said)
    }
}

/// A loop that would leave the calendar or the range of durations step by step.
@Suite struct AccumulationTests {
    @Test(arguments: [("$a = $a + $big", "E0326"), ("$b = $b - $big", "E0326"), ("$d = $d + $big", "E0303")])
    func `fails at the first step that leaves the range`(step: String, code: String) {
        let text = "let a = 2026-01-01\nlet b = 2026-01-01\nlet d = 0 days\nlet big = 106751991167300 days\n"
        #expect(run(text + "let i = 0\nwhile $i < 3 { $i = $i + 1; \(step) }").code == code)
    }
}

/// What a value is, with room for every intermediate result.
private enum Exact {
    case number(Int128)
    case duration(Int128)
    case day(Int128)
    case moment(Int128)
    case error

    /// Seconds east of UTC of the clock in these tests.
    static let offset = Int128(World.environment.zoneOffset(0))

    /// The same where it fits into what tms has, else an error.
    var fitting: Exact {
        let dates = Int128(CivilDay.range.lowerBound)...Int128(CivilDay.range.upperBound)
        switch self {
        case .number(let value): return Int(exactly: value) == nil ? .error : self
        case .duration(let value): return value.magnitude > Int.max ? .error : self
        case .day(let day): return dates.contains(day) ? self : .error
        case .moment(let second):
            let seconds = dates.lowerBound * 86_400...dates.upperBound * 86_400 + 86_399
            return seconds.contains(second + Exact.offset) ? self : .error
        case .error: return .error
        }
    }

    var text: String {
        switch self {
        case .number(let value): "\(value)"
        case .duration(let value): WrittenDuration.text(of: Int(value))
        case .day(let day): CivilDay(daysSinceEpoch: Int(day))?.text ?? "?"
        case .moment(let second): CivilTime(secondsSinceEpoch: Int(second + Exact.offset))?.text ?? "?"
        case .error: "error"
        }
    }

    static func + (left: Exact, right: Exact) -> Exact {
        switch (left, right) {
        case (.number(let a), .number(let b)): Exact.number(a + b).fitting
        case (.duration(let a), .duration(let b)): Exact.duration(a + b).fitting
        case (.day(let day), .duration(let span)), (.duration(let span), .day(let day)):
            (span % 86_400 == 0 ? Exact.day(day + span / 86_400) : .moment(day * 86_400 - offset + span)).fitting
        case (.moment(let second), .duration(let span)), (.duration(let span), .moment(let second)):
            Exact.moment(second + span).fitting
        default: .error
        }
    }

    static func - (left: Exact, right: Exact) -> Exact {
        switch (left, right) {
        case (.number(let a), .number(let b)): Exact.number(a - b).fitting
        case (.duration(let a), .duration(let b)): Exact.duration(a - b).fitting
        case (.day, .duration), (.moment, .duration): left + -right
        case (.day, .day), (.day, .moment), (.moment, .day), (.moment, .moment):
            Exact.duration(left.second - right.second)
        default: .error
        }
    }

    static func * (left: Exact, right: Exact) -> Exact {
        switch (left, right) {
        case (.number(let a), .number(let b)): Exact.number(a * b).fitting
        case (.duration(let a), .number(let b)), (.number(let b), .duration(let a)): Exact.duration(a * b).fitting
        default: .error
        }
    }

    static func % (left: Exact, right: Exact) -> Exact {
        switch (left, right) {
        case (.number(_), .number(0)), (.duration(_), .duration(0)): .error
        case (.number(let a), .number(let b)): .number(a % b)
        case (.duration(let a), .duration(let b)): .duration(a % b)
        default: .error
        }
    }

    static prefix func - (value: Exact) -> Exact {
        switch value {
        case .number(let number): Exact.number(-number).fitting
        case .duration(let span): Exact.duration(-span).fitting
        default: .error
        }
    }

    var magnitude: Exact {
        switch self {
        case .number(let number): Exact.number(abs(number)).fitting
        case .duration(let span): Exact.duration(abs(span)).fitting
        default: .error
        }
    }

    private var second: Int128 {
        switch self {
        case .day(let day): day * 86_400 - Exact.offset
        case .moment(let second): second
        default: 0
        }
    }
}

/// An expression with its variables, made beside its exact value.
private struct Sentence: CustomStringConvertible {
    var text = ""
    var values: [String: Value] = [:]

    var description: String { "\(text) with \(values)" }

    mutating func grow(depth: Int, _ random: inout Random) -> Exact {
        guard depth > 0, random.below(5) > 0 else { return leaf(&random) }
        switch random.below(6) {
        case 0:
            text += "-("
            let inner = grow(depth: depth - 1, &random)
            text += ")"
            return -inner
        case 1:
            text += "abs("
            let inner = grow(depth: depth - 1, &random)
            text += ")"
            return inner.magnitude
        case let choice:
            text += "("
            let left = grow(depth: depth - 1, &random)
            let sign = ["+", "-", "*", "%"][choice - 2]
            text += " \(sign) "
            let right = grow(depth: depth - 1, &random)
            text += ")"
            if case .error = left { return .error }
            if case .error = right { return .error }
            switch sign {
            case "+": return left + right
            case "-": return left - right
            case "*": return left * right
            default: return left % right
            }
        }
    }

    private mutating func leaf(_ random: inout Random) -> Exact {
        let name = "v\(values.count)"
        text += "$\(name)"
        let edges = [
            0, 1, -1, 2, 7, 86_400, -86_400, 1 << 31, -1 << 31, 1 << 53, .max, .min, .max - 1, .min + 1, .max / 2,
        ]
        let number = random.below(4) == 0 ? Int(truncatingIfNeeded: random.next()) : edges[random.below(edges.count)]
        switch random.below(8) {
        case 0...2:
            values[name] = .integer(number)
            return .number(Int128(number))
        case 3...5:
            values[name] = .duration(number)
            return .duration(Int128(number))
        case 6:
            let days = [CivilDay.range.lowerBound, CivilDay.range.upperBound, 0, 20_000, -1]
            let day = days[random.below(days.count)]
            values[name] = .day(day)
            return .day(Int128(day))
        default:
            let offset = Int(Exact.offset)
            let edge = CivilDay.range.upperBound * 86_400 + 86_399 - offset
            let moments = [CivilDay.range.lowerBound * 86_400 - offset, edge, 0, 1_772_000_000, -1]
            let moment = moments[random.below(moments.count)]
            values[name] = .instant(moment)
            return .moment(Int128(moment))
        }
    }
}

private struct Random {
    private var random: SeededRandom
    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    mutating func next() -> UInt64 { random.next() }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
