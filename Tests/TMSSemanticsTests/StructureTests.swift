import Testing

struct StructureTests {
    @Test func `break and continue stand in loops, return in a definition`() {
        #expect(complaints("break") == ["E0219 break"])
        #expect(complaints("for n in 1 .. 3 { if $n is 2 { continue } }") == [])
        #expect(complaints("return 3") == ["E0220 return"])
        #expect(complaints("define f() { return 3 }") == [])
    }

    @Test func `declarations stand at the top`() {
        #expect(complaints("print 1\nparam days = 3\nprint $days") == ["E0221 param days = 3"])
        #expect(complaints("param days = 3 \"how long\"\nread only\nprint $days") == [])
        #expect(complaints("if true { define f() { print 1 } }") == ["E0221 f"])
    }

    @Test func `a default is written out`() {
        #expect(complaints("param day = today()\nprint $day").first?.hasPrefix("E0") ?? false)
    }

    @Test func `saving in a loop needs a name of its own for each turn`() {
        #expect(complaints("for c in [ups, dhl] { list via $c | save \"late.csv\" }") == [#"E0222 "late.csv""#])
        #expect(complaints("for c in [ups, dhl] { list via $c | save \"late-{$c}.csv\" }") == [])
        #expect(complaints("for c in [ups, dhl] { let f = \"{$c}.csv\"; list via $c | save $f }") == [])
        #expect(complaints("let f = \"a.csv\"\nfor c in [ups] { list via $c | save $f }") == ["E0222 $f"])
        #expect(complaints("let n = 0\nwhile $n < 3 { list | save \"{$n}.csv\"; $n = $n + 1 }") == [])
        #expect(complaints("list | save \"late.csv\"") == [])
    }

    @Test func `what is never reached is a warning`() {
        #expect(complaints("exit 1\nprint 2\nprint 3") == ["W0203 print 2"])
        #expect(complaints("f\nexit 0\ndefine f() { print 1 }") == [])
        #expect(complaints("for n in 1 .. 3 { break; print $n }") == ["W0203 print $n"])
    }
}
