import TMSRuntime
import TMSSyntax
import Testing

@Suite struct ValueTests {
    @Test func `a value takes 16 bytes`() {
        #expect(MemoryLayout<Value>.stride == 16)
    }

    @Test(arguments: [
        ("7 / 2", "3.5"), ("6 / 2", "3"), ("7 % 3", "1"), ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("-3 + 1", "-2"),
        ("1.5 + 1.5", "3"), ("0.1 * 10", "1"), ("2 * 0.25", "0.5"), ("'12' + 1", "13"), ("'2.5' * 2", "5"),
        ("14 days + 2 weeks", "28 days"), ("36 h", "36 h"), ("90 min", "90 min"), ("24 h", "1 day"),
        ("2 days / 2", "1 day"), ("10 days / 2 days", "5"), ("1 h * 1.5", "90 min"),
        ("'a' + 'b'", "ab"), ("'a' + 5", "E0301"), ("[1, 2] + [3]", "1, 2, 3"),
        ("2026-03-05 + 2 days", "2026-03-07"), ("2026-03-05 - 2026-03-01", "4 days"),
        ("2026-03-01 - 1 days", "2026-02-28"), ("2026-03-05 + 90 min", "2026-03-05 01:30"),
        ("date('today')", "2026-03-05"), ("date('monday')", "2026-03-02"), ("date('yesterday')", "2026-03-04"),
        ("3 days ago", "2026-03-02"),
        ("2 h ago", "2026-03-05 14:30"), ("now()", "2026-03-05 16:30"), ("2026-03-05 14:30", "2026-03-05 14:30"),
    ])
    func `arithmetic prints what people expect`(expression: String, result: String) {
        #expect(printed(expression) == result)
    }

    @Test(arguments: [
        ("9223372036854775 * 1000 + 9223372036854775 * 100000", "E0303"),
        ("9223372036854775 * 10000", "E0303"), ("1 / 0", "E0304"), ("1 % 0", "E0304"), ("1 + empty", "E0301"),
        ("'a' * 2", "E0301"), ("'a' - 2", "E0301"), ("1 day + 1", "E0302"), ("[1] * 2", "E0302"),
    ])
    func `arithmetic that cannot be done fails with its code`(expression: String, code: String) {
        #expect(printed(expression) == code)
    }

    @Test func `an integer that overflows fails and never wraps`() {
        let globals: [String: Value] = ["m": .integer(.max), "n": .integer(.min)]
        #expect(printed("$m + 1", globals: globals) == "E0303")
        #expect(printed("$n - 1", globals: globals) == "E0303")
        #expect(printed("-$n", globals: globals) == "E0303")
        #expect(printed("$n / -1", globals: globals) == "E0303")
        #expect(printed("$n % -1", globals: globals) == "0")
        #expect(printed("$m * $m", globals: globals) == "E0303")
        #expect(printed("$m + 1.5", globals: globals) == "9223372036854776000")
        #expect(printed("abs($n)", globals: globals) == "E0303")
    }

    @Test(arguments: [
        "0012345678905", "12E45678", "1Z999AA10123456784", "4px", "9400110200881234567", "300403513351", "1.50", "1e5",
        "0x10", "00.5",
    ])
    func `no identifier is damaged on its way through`(identifier: String) {
        #expect(printed("'\(identifier)'") == identifier)
        #expect(run("let l = ['\(identifier)']\nprint $l[0]").lines == [identifier])
        #expect(printed("\"{'\(identifier)'}\"") == identifier)
        let row = World.record(["number": .string(identifier)])
        let text = "for r in [$row] | set copy = number | sort by copy | show copy { print $r.copy }"
        #expect(run(text, globals: ["row": row]).lines == [identifier])
        let grouped = run("for r in [$row] | group by number | count { print $r.number }", globals: ["row": row])
        #expect(grouped.lines == [identifier])
    }

    @Test(arguments: [
        ("5 is '5'", true), ("5 is '05'", false), ("2 / 2.5 * 5 is 4", true), ("'USPS' is usps", true),
        ("'USPS' == usps", false),
        ("'a' is not 'b'", true), ("'' is ''", false), ("empty is not 1", true),
        ("empty < 1", false), ("not (empty < 1)", true), ("empty in [1]", false),
        ("empty not in [1]", true), ("2 in [1, 2]", true), ("'UPS' in [ups]", true), ("'10' > 9", true),
        ("2026-03-05 < 2026-03-06", true), ("2026-03-05 14:30 is 2026-03-05", true),
        ("2026-03-05 14:30 > 2026-03-05", false), ("'2026-03-05T10:00:00' < 2026-03-06", true),
        ("3 days over 2 days", true), ("36 h over 1 days", true), ("'Zürich' is 'zÜRICH'", true),
        ("'pillow' contains 'LOW'", true), ("'pillow' starts with 'Pil'", true), ("'pillow' ends with 'low'", true),
        ("'AB12' matches '^[A-Z]+[0-9]+$'", true), ("[1, 2] contains 2", true),
        ("true is true", true), ("5 days is '5 days'", true),
    ])
    func `comparisons follow the rules`(expression: String, holds: Bool) {
        #expect(printed(expression) == (holds ? "true" : "false"), "\(expression)")
    }

    @Test func `a place in a list or record is empty where there is none`() {
        let text =
            "let l = [1, 2]\nlet r = [a: 1]\nprint $l[1], $l[5] is empty, $l[-1], $r['a'], $r['b'] is empty, $r.b is empty"
        #expect(run(text).lines == ["2 true 2 1 true true"])
        #expect(run("let l = [1]\nprint $l['a']").code == "E0308")
    }

    @Test func `emptiness is asked for by name`() {
        #expect(printed("'' is empty") == "true")
        #expect(printed("0 is empty") == "false")
        #expect(printed("empty is not empty") == "false")
        #expect(printed("'' ?? 'x'") == "x")
        #expect(printed("0 ?? 'x'") == "0")
        #expect(printed("$n ?? 'x'", globals: ["n": .null]) == "x")
    }

    @Test func `comparing what has no order names both values`() {
        #expect(printed("'abc' < 5") == "E0305")
        let failure = run("print 3 days over 2").failure
        #expect(failure?.diagnostic.hint == "say the unit: over 2 days")
    }

    @Test func `text is counted and cut as people see it`() {
        #expect(printed("len('🇩🇪é')") == "2")
        #expect(printed("slice('🇩🇪éx', 1, 1)") == "é")
        #expect(printed("upper('straße')") == "STRASSE")
    }

    @Test(arguments: [
        ("len([1, 2, 3])", "3"), ("trim('  a b ')", "a b"), ("split('a,b,,c', ',')", "a, b, , c"),
        ("split(' a  b ')", "a, b"), ("join([1, 2], '-')", "1-2"), ("replace('aXbX', 'X', '--')", "a--b--"),
        ("round(2.345, 1)", "2.3"), ("round(2.5)", "3"), ("round(1234, -2)", "1200"), ("floor(2.7)", "2"),
        ("ceil(2.1)", "3"), ("abs(-3)", "3"), ("min(3, 1, 2)", "1"), ("max([3, 1, 2])", "3"), ("sum([1, 2, '3'])", "6"),
        ("number('12')", "12"), ("text(3.5) + 'x'", "3.5x"), ("date('2026-03-05')", "2026-03-05"),
        ("today()", "2026-03-05"), ("days(36 h)", "1.5"), ("keys([a: 1, b: 2])", "a, b"),
        ("values([a: 1, b: 2])", "1, 2"),
        ("ask('which?')", "blue"), ("confirm('go on?')", "true"), ("len([])", "0"), ("keys([:])", ""),
    ])
    func `functions do what they say`(expression: String, result: String) {
        #expect(printed(expression) == result, "\(expression)")
    }
}
