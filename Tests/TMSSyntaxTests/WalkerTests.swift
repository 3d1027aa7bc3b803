import TMSSyntax
import Testing

/// A walk comes by everything that is inside of a statement, a stage or a value, in the order it is written.
@Suite struct WalkerTests {
    private struct Names: SyntaxWalker {
        var variables: [String] = []
        var fields: [String] = []
        var blocks = 0

        mutating func visit(_ block: BlockSyntax) {
            blocks += 1
            walk(block)
        }

        mutating func visit(_ field: FieldSyntax) { fields.append(field.name) }

        mutating func visit(_ value: ExpressionSyntax) {
            if case .variable(let name) = value.kind { variables.append(name) }
            walk(value)
        }
    }

    private func names(_ text: String) -> Names {
        let parsed = Sample.parse(text)
        #expect(!parsed.hasErrors && !parsed.isIncomplete, "\(text)")
        var names = Names()
        names.visit(parsed.program.statements)
        return names
    }

    @Test(arguments: [
        "let x = $a", "for x in $a { print $b }", "while $a { print $b }",
        "if $a { print $b } else if $c { print $d } else { print $e }", "define f(x = $a, y) { return $b }",
        "try { print $a } otherwise { print $b }", "exit $a", "wait $a", "use $a", "param x = $a", "print $a, $b",
        "fail $a", "expect $a is $b, $c", "limit $a calls, $b min { print $c }", "plan show $a", "$a",
    ])
    func `statements`(text: String) { #expect(names(text).variables == written(text)) }

    @Test(arguments: [
        "where x is $a", "take $a", "skip $a", "set x = $a", "join $a on x", "save $a title $b", "as html title $a",
        "mark delivered via $a", "edit via $a title $b",
    ])
    func `stages`(text: String) { #expect(names("list | " + text).variables == written(text)) }

    @Test(arguments: [
        "track $a via $b to $c", "track from $a separator $b", "open $a separator $b", "list created last $a",
        "list via $a, $b created $c .. $d", "list status $a updated since $b",
    ])
    func `commands and files`(text: String) { #expect(names(text).variables == written(text)) }

    @Test(arguments: [
        "\"x{$a}y{$b}\"", "$a days", "$a days ago", "$a.x", "$a[$b]", "f($a, $b)", "[$a, $b]", "[x: $a, y: $b]", "-$a",
        "not $a", "$a + $b", "$a ?? $b", "$a .. $b", "$a over $b", "$a is empty", "$a in [$b, $c]", "$a in last $b",
        "$a in $b .. $c", "$a and $b", "$a or $b", "($a)", "(list via $a | take $b)",
    ])
    func `values`(text: String) { #expect(names("print " + text).variables == written(text)) }

    @Test func `fields named by stages`() {
        let text = """
            list | sort by a, b down | show c, d | drop e | set f = 1 | rename g to h | unique by i | join $r on j
                | group by k | sum l
            """
        #expect(names(text).fields == ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"])
    }

    @Test func `blocks`() {
        #expect(names("for x in 1 .. 2 { if true { while true { } } else { try { } otherwise { } } }").blocks == 6)
    }

    /// The variables of a text, as they stand there.
    private func written(_ text: String) -> [String] {
        text.split(separator: "$").dropFirst(text.hasPrefix("$") ? 0 : 1).map { String($0.prefix(1)) }
    }
}
