import Testing

struct StructureTests {
    @Test func `break and continue stand in loops, return in a definition`() {
        #expect(diagnosticCodes("break") == ["E0219 break"])
        #expect(diagnosticCodes("for n in 1 .. 3 { if $n is 2 { continue } }") == [])
        #expect(diagnosticCodes("return 3") == ["E0220 return"])
        #expect(diagnosticCodes("define f() { return 3 }") == [])
    }

    @Test func `declarations stand at the top`() {
        #expect(diagnosticCodes("print 1\nparam days = 3\nprint $days") == ["E0221 param days = 3"])
        #expect(diagnosticCodes("param days = 3 \"how long\"\nread only\nprint $days") == [])
        #expect(diagnosticCodes("if true { define f() { print 1 } }") == ["E0221 f"])
    }

    @Test func `a default is written out`() {
        #expect(diagnosticCodes("param day = today()\nprint $day").first?.hasPrefix("E0") ?? false)
    }

    @Test func `saving in a loop needs a name of its own for each turn`() {
        #expect(diagnosticCodes("for c in [ups, dhl] { list via $c | save \"late.csv\" }") == [#"E0222 "late.csv""#])
        #expect(diagnosticCodes("for c in [ups, dhl] { list via $c | save \"late-{$c}.csv\" }") == [])
        #expect(diagnosticCodes("for c in [ups, dhl] { let f = \"{$c}.csv\"; list via $c | save $f }") == [])
        #expect(diagnosticCodes("let f = \"a.csv\"\nfor c in [ups] { list via $c | save $f }") == ["E0222 $f"])
        #expect(diagnosticCodes("let n = 0\nwhile $n < 3 { list | save \"{$n}.csv\"; $n = $n + 1 }") == [])
        #expect(diagnosticCodes("list | save \"late.csv\"") == [])
    }

    @Test func `what is never reached is a warning`() {
        #expect(diagnosticCodes("exit 1\nprint 2\nprint 3") == ["W0203 print 2"])
        #expect(diagnosticCodes("f\nexit 0\ndefine f() { print 1 }") == [])
        #expect(diagnosticCodes("for n in 1 .. 3 { break; print $n }") == ["W0203 print $n"])
    }
}
