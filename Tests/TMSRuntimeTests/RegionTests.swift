import TMSRuntime
import TMSSyntax
import Testing

/// Loops of integers alone run in a form of their own; nobody should be able to tell.
@Suite struct RegionTests {
    @Test func `loops of integers compute`() {
        #expect(run("let s = 0\nif true { for i in 1 .. 50000 { $s = $s + $i } }\nprint $s").lines == ["1250025000"])
        let nested = """
            let s = 0
            if true {
              for i in 1 .. 300 {
                for j in 1 .. $i {
                  if $j % 3 is 0 { continue }
                  if $j > 200 { break }
                  $s = $s + $i * $j - 7
                }
              }
            }
            print $s
            """
        var sum = 0
        for i in 1...300 {
            for j in 1...i {
                if j % 3 == 0 { continue }
                if j > 200 { break }
                sum += i * j - 7
            }
        }
        #expect(run(nested).lines == ["\(sum)"])
    }

    @Test func `an overflow late in a loop is an error at its operator`() {
        let result = run("let s = 1\nwhile true { $s = $s * 3\n let t = $s }", maxSteps: 1_000_000)
        #expect(result.message?.contains("`*`") == true)
        #expect(result.failure?.diagnostic.code == run("print 9223372036854775807 * 3").code)
        let caught = """
            let s = 9223372036854 * 1000000 + 770000
            let turns = 0
            while $turns < 100000 {
              try { $s = $s + 1 } otherwise { $s = 0 }
              $turns = $turns + 1
            }
            print $s
            """
        #expect(run(caught).lines == ["\(100_000 - 5808)"])
    }

    @Test func `a row of a loop that overflows fails, and the others do not`() {
        let result = run(
            """
            let s = 0
            let n = 9223372036854 * 1000000 + 775000
            if true { for i in 1 .. 1000 { $s = $n + $i } }
            """)
        #expect(result.rowFailures.count == 1000 - 807)
        #expect(result.status == 3)
    }

    @Test func `values that are not integers go on as ever`() {
        let mixed = """
            let s = 0
            let i = 0
            while $i < 3000 {
              $i = $i + 1
              if $i is 1500 { $s = $s + 0.5 }
              $s = $s + 1
            }
            print $s
            """
        #expect(run(mixed).lines == ["3000.5"])
        #expect(run("let t = 1\nlet i = 0\nwhile $i < 500 { $i = $i + 1\n $t = -7 % 3 }\nprint $t").lines == ["-1"])
        #expect(run("let t = 0\nlet i = 0\nwhile $i < 500 { $t = 7 % (250 - $i)\n $i = $i + 1 }").status == 1)
    }

    @Test(arguments: [1, 15, 16, 17, 9_999, 10_000, 10_001, 25_000])
    func `steps are counted to the last`(most: Int) {
        let text = "let i = 0\nwhile true { $i = $i + 1 }"
        let result = run(text, maxSteps: most)
        #expect(result.code == "E0341")
        #expect(result.globals["i"]?.text(in: World.environment) == "\(most - 1)")
    }

    @Test(arguments: UInt64(1)...60)
    func `a random loop of integers does what its reading says`(seed: UInt64) {
        var random = RandomLoop(seed: seed)
        let statements = random.statements(depth: 0)
        let result = run(random.script(statements), maxSteps: 10_000_000)
        var model = LoopModel()
        let turns = model.run(statements)
        #expect(
            result.lines.first ?? "" == (turns ? model.variables.map(String.init).joined(separator: ", ") : ""),
            "\(random.script(statements))")
        #expect((result.status == 0) == turns)
    }
}

/// What a generated loop does, and what it is written as.
private indirect enum LoopStatement {
    case assign(Int, Int, String, Int)
    case add(Int, Int)
    case when(Int, String, Int, [LoopStatement])
    case whenNumber(Int, String, Int, [LoopStatement])
    case count(to: Int, [LoopStatement])
}

private struct RandomLoop {
    var state: UInt64
    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }

    mutating func statements(depth: Int) -> [LoopStatement] {
        (0..<(2 + next(3))).map { _ in
            let (x, y, z) = (next(4), next(4), next(4))
            switch next(depth < 2 ? 7 : 4) {
            case 0, 1: return .assign(x, y, ["+", "-", "*", "%"][next(4)], z)
            case 2, 3: return .add(x, next(2_000) - 1_000)
            case 4: return .when(x, ["<", "<=", ">", ">=", "is", "is not"][next(6)], y, statements(depth: depth + 1))
            case 5:
                return .whenNumber(
                    x, ["<", "<=", ">", ">=", "is", "is not"][next(6)], next(100), statements(depth: depth + 1))
            default: return .count(to: next(60), statements(depth: depth + 1))
            }
        }
    }

    func script(_ body: [LoopStatement]) -> String {
        var text = (0..<4).map { "let v\($0) = \($0 + 1)\n" }.joined()
        text += "let turn = 0\nwhile $turn < 200 {\n" + lines(body) + "$turn = $turn + 1\n}\n"
        return text + "print [$v0, $v1, $v2, $v3]"
    }

    private func lines(_ statements: [LoopStatement]) -> String {
        statements.map { statement in
            switch statement {
            // Kept small, so that most loops go on to their end.
            case .assign(let x, let y, let op, let z):
                op == "%" ? "$v\(x) = $v\(y) % ($v\(z) * $v\(z) + 1)\n" : "$v\(x) = $v\(y) \(op) $v\(z)\n"
            case .add(let x, let n): n < 0 ? "$v\(x) = $v\(x) - \(-n)\n" : "$v\(x) = $v\(x) + \(n)\n"
            case .when(let x, let op, let y, let body): "if $v\(x) \(op) $v\(y) {\n\(lines(body))}\n"
            case .whenNumber(let x, let op, let n, let body): "if $v\(x) \(op) \(n) {\n\(lines(body))}\n"
            case .count(let n, let body): "for i one by one in 1 .. \(n) {\n\(lines(body))}\n"
            }
        }.joined()
    }
}

private struct LoopModel {
    var variables = [1, 2, 3, 4]

    /// Whether it came to its end: integers never wrap.
    mutating func run(_ body: [LoopStatement]) -> Bool {
        for _ in 0..<200 { if !turn(body) { return false } }
        return true
    }

    private mutating func turn(_ statements: [LoopStatement]) -> Bool {
        for statement in statements {
            switch statement {
            case .assign(let x, let y, let op, let z):
                guard let value = apply(op, variables[y], variables[z]) else { return false }
                variables[x] = value
            case .add(let x, let n):
                guard let value = apply("+", variables[x], n) else { return false }
                variables[x] = value
            case .when(let x, let op, let y, let body):
                if holds(op, variables[x], variables[y]), !turn(body) { return false }
            case .whenNumber(let x, let op, let n, let body):
                if holds(op, variables[x], n), !turn(body) { return false }
            case .count(let to, let body):
                for _ in stride(from: 1, through: to, by: 1) { if !turn(body) { return false } }
            }
        }
        return true
    }

    private func apply(_ op: String, _ x: Int, _ y: Int) -> Int? {
        let (value, overflow): (Int, Bool)
        switch op {
        case "+": (value, overflow) = x.addingReportingOverflow(y)
        case "-": (value, overflow) = x.subtractingReportingOverflow(y)
        case "*": (value, overflow) = x.multipliedReportingOverflow(by: y)
        default:
            let (square, tooLarge) = y.multipliedReportingOverflow(by: y)
            let (divisor, stillTooLarge) = square.addingReportingOverflow(1)
            if tooLarge || stillTooLarge { return nil }
            return x % divisor
        }
        return overflow ? nil : value
    }

    private func holds(_ op: String, _ x: Int, _ y: Int) -> Bool {
        switch op {
        case "<": x < y
        case "<=": x <= y
        case ">": x > y
        case ">=": x >= y
        case "is": x == y
        default: x != y
        }
    }
}
