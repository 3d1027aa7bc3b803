import TMSSemantics
import TMSSyntax
import Testing

/// What `tms check` says a script does at the most.
struct BoundTests {
    private func bounds(_ text: String, _ context: TestContext = TestContext()) -> EffectBounds {
        let program = checked(text, context)
        let mistakes = program.diagnostics.filter { $0.severity == .error }.map(\.message)
        #expect(mistakes.isEmpty, "\(text)")
        return EffectBounds(of: program, vocabulary: .test)
    }

    private func reads(_ text: String) -> String { bounds(text)[.reads].calls.words() }

    @Test(arguments: [
        ("print 1 + 1", "none"), ("account", "1"), ("account; account\naccount", "3"),
        ("print (account)", "1"), ("let a = account\nprint $a.email, $a.quota", "1"),
        ("show A12345, B12345", "1"), ("show [A12345, B12345]", "1"), ("show A12345, a12345", "2"),
        ("show A12345 via ups", "1"), ("remote area us 12345", "1"), ("call get \"/x\"", "1"),
        ("print (call get \"/x\")", "1"), ("expect (list | count) over (list | count)", "2"),
    ])
    func `commands count as calls`(text: String, expected: String) {
        #expect(reads(text) == expected)
    }

    @Test(arguments: [
        ("for n in 1 .. 10 { account }", "10"), ("for n in 5 .. 1 { account }", "none"),
        ("for n in [a, b, c] { account }", "3"),
        ("for n in 1 .. 10 { for m in 1 .. 10 { account; account } }", "200"),
        ("for n in [] { account }", "none"), ("for n in account { account }", "2"),
        ("for n in 1 .. 10 | take 3 { account }", "3"), ("for n in 1 .. 10 | where $it over 3 { account }", "10"),
        ("for n in ([[a, b]] | first) { account }", "the items of first"),
        ("let k = [a, b]\nfor n in $k { account }", "2"),
        ("let k = [a, b] + [c]\nfor n in $k { account }", "3"), ("for n in [a] ?? [b, c] { account }", "2"),
        ("[a, b] | set x = (list | count)", "2"), ("[a, b] | where (list | count) over 1", "2"),
    ])
    func `ranges and lists multiply`(text: String, expected: String) {
        #expect(reads(text) == expected)
    }

    @Test(arguments: [
        ("for r in open \"orders.csv\" { account }", "the rows of orders.csv"),
        ("for r in open \"orders.csv\" { account; account }", "2 for each row of orders.csv"),
        ("for r in open \"orders.csv\" { account }\naccount", "1 and the rows of orders.csv"),
        (
            "for r in open \"orders.csv\" { for s in open \"plain.csv\" { account } }",
            "1 for each row of orders.csv and row of plain.csv"
        ),
        ("let rows = open \"orders.csv\"\nfor r in $rows { account }", "the rows of orders.csv"),
        ("show (open \"orders.csv\" | take 5)", "5"),
        ("show (open \"orders.csv\")", "1 for every 40 rows of orders.csv"),
        ("for r in open \"orders.csv\" { show $r.number }", "1 for every 40 rows of orders.csv"),
        ("for r in open \"orders.csv\" { if $r.number is A1 { show $r.number } }", "the rows of orders.csv"),
        ("param file = \"a.csv\"\nfor r in open $file { account }", "the rows of $file"),
        ("param rows\nfor r in $rows { account }", "1"),
        ("let x = split(\"a b\", \" \")\nfor r in $x { account }", "the items of split(\"a b\", \" \")"),
        ("let x = []\nfor n in 1 .. 2 { $x = $x + [$n] }\nfor r in $x { account }", "the items of $x"),
    ])
    func `a loop is bound by its source`(text: String, expected: String) {
        #expect(reads(text) == expected)
    }

    @Test(arguments: [
        ("list", "the pages of list"), ("list; list", "2 for each page of list"), ("list | count", "1"),
        ("list status transit, pickup | count", "2"), ("list | take 20", "1"), ("list | first", "1"),
        ("list via ups | count", "the pages of list"), ("list | where silent over 1 days | count", "the pages of list"),
        ("show (list | take 20)", "21"), ("list | take 3000", "the pages of list"),
        ("let l = list\nfor p in $l { account }", "the pages of list and the rows of list"),
        ("list | join (list) on number", "2 for each page of list"),
        (
            "for p in list { for e in $p.events { account } }",
            "the pages of list and 1 for each row of list and item of $p.events"
        ),
        ("for p in list { for e in $p.title { account } }", "the pages of list and the rows of list"),
    ])
    func `a list is read by pages, and one where few rows are wanted`(text: String, expected: String) {
        #expect(reads(text) == expected)
    }

    @Test(arguments: [
        ("if 1 is 2 { account } else { account; account }", "2"), ("if 1 is 2 { account }", "1"),
        ("if (list | count) over 1 { account } else if (list | count) over 2 { account; account }", "4"),
        ("if 1 is 2 { list | where silent over 1 days } else { account }", "1 and the pages of list"),
        ("try account otherwise account", "2"), ("try { account; account } otherwise { print $error.message }", "2"),
    ])
    func `branches count as the largest, a try as both`(text: String, expected: String) {
        #expect(reads(text) == expected)
    }

    @Test(arguments: [
        ("while true { account }", "any number of them (a `while` on line 1)"),
        ("print 1\nwhile (list | count) over 1 { print 1 }", "any number of them (a `while` on line 2)"),
        ("while true { print 1 }", "none"),
        ("define f() { f; account }\nf", "any number of them (`f` may call itself on line 1)"),
        ("define f() { account; g }\ndefine g() { f }\nf", "any number of them (`f` may call itself on line 2)"),
        (
            "define f() { g }\ndefine g() { g; account }\nprint 1\nf",
            "any number of them (`g` may call itself on line 2)"
        ),
        ("define f(n) { if $n over 0 { f ($n - 1) } }\nf 3", "none"),
    ])
    func `what has no bound says why`(text: String, expected: String) {
        #expect(reads(text) == expected)
    }

    @Test(arguments: [
        ("define f() { account }\nf; f", "2"), ("define f(x) { for n in $x { account } }\nf [a, b]\nf [c]", "3"),
        ("define f(x = [a, b]) { for n in $x { account } }\nf", "2"),
        ("define f() { return 1 .. 4 }\nfor n in f() { account }", "4"),
        ("define f(n) { account; return $n }\nprint f(1) + f(2)", "2"),
        ("define f(p) { account }\nopen \"orders.csv\" | f", "the rows of orders.csv"),
        ("define f() { g; g }\ndefine g() { account }\nfor n in 1 .. 3 { f }", "6"), ("define f() { account }", "none"),
    ])
    func `definitions count where they are called`(text: String, expected: String) {
        #expect(reads(text) == expected)
    }

    @Test(arguments: [
        ("limit 3 calls { account }", "1"), ("limit 3 calls { for n in 1 .. 10 { account } }", "3"),
        ("limit 3 calls { list }", "3"), ("limit 3 calls { while true { account } }", "3"),
        ("limit 3 min { for n in 1 .. 10 { account } }", "10"),
        ("limit 3 calls, 5 min { for n in 1 .. 10 { account } }", "3"),
        ("for n in 1 .. 2 { limit 3 calls { for m in 1 .. 10 { account } } }", "6"),
    ])
    func `a limit caps`(text: String, expected: String) {
        #expect(reads(text) == expected)
    }

    @Test(arguments: [
        ("for n in [A12345, B12345, C12345] { show $n }", "1"), ("for n in [A12345, A12345] { show $n }", "2"),
        ("for n in [A12345, B12345] { show $n; account }", "4"),
        ("for n in [A12345, B12345] { account; show $n }", "4"),
        ("for n one by one in [A12345, B12345] { show $n }", "2"), ("for n in 10000 .. 10079 { show $n }", "2"),
        ("for n in 10000 .. 10079 { try show $n otherwise print $n }", "2"),
        ("for n in 10000 .. 10079 { let p = show $n\nprint $p.title }", "2"),
        ("for n in 10000 .. 10079 { show \"x{$n}\" }", "80"),
    ])
    func `rows that go together count by their batch`(text: String, expected: String) {
        #expect(reads(text) == expected)
    }

    @Test(arguments: [
        ("track A12345 via ups", EffectBounds.Kind.tracks, "1", "1", "none"),
        (
            "track from \"orders.csv\" via=\"Carrier code\"", .tracks, "the rows of orders.csv",
            "1 for every 40 rows of orders.csv", "none"
        ),
        ("edit A12345 title x", .edits, "1", "1", "1"), ("edit A12345 via ups title x", .edits, "1", "1", "none"),
        ("list | edit title x", .edits, "the rows of list", "1 for every 200 rows of list", "the pages of list"),
        ("list | take 10 | mark delivered", .edits, "10", "10", "1"),
        (
            "for p in list { delete $p }", .deletes, "the rows of list", "1 for every 40 rows of list",
            "the pages of list"
        ),
        ("for p in list | take 5 { delete $p.number }", .deletes, "5", "5", "6"),
        ("delete A12345, B12345, C12345 via ups", .deletes, "3", "1", "none"),
        ("limit 2 calls { for p in list { delete $p } }", .deletes, "400", "2", "2"),
        ("call post \"/x\"", .callsByHand, "1", "1", "none"),
        ("define f(row = (track A12345 via ups)) { return $row }\nf", .tracks, "1", "1", "none"),
        ("define f(row = (track A12345 via ups)) { return $row }\nf A12345", .tracks, "none", "none", "none"),
    ])
    func `writes count their parcels, their calls, and the reads that find the carrier`(
        text: String, kind: EffectBounds.Kind, parcels: String, calls: String, reads: String
    ) {
        let bounds = bounds(text)
        #expect(bounds[kind].targets.words() == parcels)
        #expect(bounds[kind].calls.words() == calls)
        #expect(bounds[.reads].calls.words() == reads)
    }

    @Test func `a plan sends reads and no writes, explain and curl nothing`() {
        #expect(bounds("plan list | delete")[.deletes].targets.isNone)
        #expect(reads("plan list | delete") == "the pages of list")
        #expect(bounds("explain list | delete").isNone)
        #expect(bounds("curl delete A12345").isNone)
    }

    @Test func `a long chain of definitions is given up rather than followed too deep`() {
        func name(_ number: Int) -> String { "f" + String(String(number).map { Self.letters[$0] ?? $0 }) }
        let chain = (1..<3_000).map { "define \(name($0))() { \(name($0 + 1)) }" }.joined(separator: "\n")
        let result = bounds(chain + "\ndefine \(name(3_000))() { account }\n\(name(1))\n\(name(2_990))")
        #expect(result[.reads].calls.words() == "any number of them (calls too deep to be followed on line 64)")
    }

    private static let letters = Dictionary(uniqueKeysWithValues: zip("0123456789", "abcdefghij"))

    @Test func `definitions that call each other many times are walked once`() {
        let text = zip("abcdefghijklmnopqrstuvwxy", "bcdefghijklmnopqrstuvwxyz").map {
            "define f\($0)() { f\($1); f\($1) }"
        }
        #expect(reads(text.joined(separator: "\n") + "\ndefine fz() { account }\nfa") == "\(1 << 25)")
    }

    @Test func `loops within loops do not overflow`() {
        let heads = (0..<12).map { "for n\($0) in 1 .. 1000000 { " }.joined()
        #expect(
            reads(heads + "account" + String(repeating: " }", count: 12))
                == "any number of them (too many to be counted)")
    }
}
