import TMSSyntax
import Testing

@testable import TMSRuntime

/// A turn that does as much as many costs as much as they do, and no value grows beyond what anybody could go through.
@Suite struct CountingTests {
    private static let values: [String: Value] = [
        "list": .items((0..<100_000).map { .integer($0) }),
        "rows": .items((0..<30_000).map { .items([.integer($0), .string("lamp")]) }),
        "text": .string(String(repeating: "lamp ", count: 400_000)),
        "other": .string(String(repeating: "lamp ", count: 399_999) + "rug"),
    ]

    @Test(arguments: [
        "sum($list)", "max($list)", "slice($list, 1)", "text($list)", "join($list, '')", "\"{$list}\"", "$list + 1",
        "5000000 in $list", "$list contains 5000000", "$list is $rows", "text($rows)", "len($text)", "upper($text)",
        "split($text, ' ')", "replace($text, 'q', '')", "$text contains 'q'", "$text starts with 'q'",
        "$text matches 'q$'", "$text is $other", "$text == $other", "$text + 'x'",
    ])
    func `what goes through a long value is counted`(expression: String) {
        let text = "let x = \(expression)"
        #expect(run(text, globals: Self.values, maxSteps: 5_000).failure?.diagnostic.code == "E0341")
        #expect(run(text, globals: Self.values, maxSteps: 50_000_000).failure == nil)
    }

    @Test(arguments: ["len($list)", "$list[5]", "$list is empty", "$text is 'lamp'", "upper('lamp')", "3 in [1, 2]"])
    func `what does not is a turn like any other`(expression: String) {
        var values = Self.values
        values["text"] = .string("lamp")
        #expect(run("let x = \(expression)", globals: values, maxSteps: 100).failure == nil)
    }

    @Test func `a pattern costs the text and all its ways to match`() {
        let text = "let x = $text matches '(la|am|mp|p ){1,50}q'"
        #expect(run(text, globals: Self.values, maxSteps: 1_000_000).failure?.diagnostic.code == "E0341")
    }

    @Test(arguments: [
        "let a = [1]\nwhile true { $a = [$a, $a] }", "let a = [x: 1]\nwhile true { $a = [x: $a, y: $a] }",
        "let a = [1]\nwhile true { $a = ([[n: 1]] | set x = $a | set y = $a) }",
        "let a = [1]\nwhile true { $a = [$a] + [$a] }",
    ])
    func `lists that hold a list twice, again and again, are refused before they are too many`(text: String) {
        #expect(run(text).failure?.diagnostic.code == "E0325")
    }

    @Test func `a list that is added to itself again and again is refused`() {
        let failure = run("let a = [1, 2]\nwhile true { $a = $a + $a }", maxSteps: 1_000_000_000).failure
        #expect(failure?.diagnostic.code == "E0325")
    }

    @Test(arguments: [
        "print $a", "let x = text($a)", "let x = \"{$a}\"", "let x = 'a' + text($a)", "let x = join($a, '-')",
        "let x = $a is [1]",
    ])
    func `the text of too many values is refused before it is made`(use: String) {
        let text = "let a = [1]\nlet n = 0\nwhile $n < 26 { $a = [$a, $a]; $n = $n + 1 }\n\(use)"
        #expect(run(text).failure?.diagnostic.code == "E0313")
    }

    @Test func `the text of a few long values is refused before it is made`() {
        let text =
            "let s = 'lamp'\nlet n = 0\nwhile $n < 22 { $s = $s + $s; $n = $n + 1 }\nlet a = [$s, $s, $s, $s, $s]\n"
        for use in ["print $a", "let x = join($a)", "let x = join([1, 2, 3, 4, 5, 6], $s)"] {
            #expect(run(text + use, maxSteps: 1_000_000_000).failure?.diagnostic.code == "E0313", "\(use)")
        }
    }

    @Test func `rows that were gathered weigh as much as others`() {
        let rows = run(
            "let a = ($rows | set x = 1)\nprint len($a)",
            globals: ["rows": .items([.record(Record(shape: Shape(keys: ["n"]), values: [.integer(1)]))])])
        #expect(rows.lines == ["1"])
        #expect(Value.items([.integer(1), .items([.integer(2), .nothing])]).weight == 5)
        let record = Record(shape: Shape(keys: ["a", "b"]), values: [.integer(1), .items([.integer(2)])])
        #expect(Value.record(record).weight >= 4)
        #expect(Value.record(Record(shape: Shape(keys: ["a"]), values: [.integer(1)])).weight == 2)
    }
}
