import Testing

struct TypeTests {
    @Test func `a duration is compared with a duration`() {
        #expect(diagnosticCodes("list | where silent over 10") == ["E0211 10"])
        #expect(corrected("list | where silent over 10") == "list | where silent over 10 days")
    }

    @Test func `a date is compared with a date`() {
        #expect(diagnosticCodes("list | where updated before 3 days ago") == [])
        #expect(diagnosticCodes("list | where updated over 10 days") == ["E0215 10 days"])
        #expect(diagnosticCodes("list | where silent before today") == ["E0215 silent"])
    }

    @Test func `words have no order`() {
        #expect(diagnosticCodes("if \"abc\" < 3 { print 1 }") == [#"E0215 "abc""#])
        #expect(diagnosticCodes("list | where status over transit") == ["E0215 status"])
        #expect(diagnosticCodes(#"if "12" < 3 { print 1 }"#) == [])
    }

    @Test func `arithmetic refuses rows, records and words`() {
        #expect(diagnosticCodes("let rows = list\nprint $rows * 2") == ["E0216 $rows"])
        #expect(diagnosticCodes("print [a: 1] - 1") == ["E0216 [a: 1]"])
        #expect(diagnosticCodes(#"print "abc" * 2"#) == [#"E0216 "abc""#])
        #expect(diagnosticCodes(#"print "a" + "b", [1] + 2, "5" * 2"#) == [])
    }

    @Test func `dates and durations add up as they should`() {
        #expect(diagnosticCodes("let t = now()\nprint $t - 3 days, $t - $t, 3 days * 2, 3 days / 1 h") == [])
        #expect(diagnosticCodes("print now() + now()") == ["E0216 now() + now()"])
        #expect(diagnosticCodes("print 3 days + 2") == ["E0211 2"])
    }

    @Test func `nothing is divided by zero`() {
        #expect(diagnosticCodes("print 7 / 0") == ["E0217 0"])
        #expect(diagnosticCodes("print 7 % 0.0") == ["E0217 0.0"])
    }

    @Test func `a condition is true or false`() {
        #expect(diagnosticCodes("while 1 { print 1 }") == ["E0218 1"])
        #expect(diagnosticCodes("let late = list\nif $late { print 1 }") == ["E0218 $late"])
        #expect(diagnosticCodes("list | where archived") == [])
        #expect(diagnosticCodes("list | where silent") == ["E0218 silent"])
        #expect(diagnosticCodes("expect not 3") == ["E0218 3"])
    }

    @Test func `a number has no rows`() {
        #expect(diagnosticCodes("for p in list | count { print $p }") == ["E0230 list | count"])
    }

    @Test func `what is given a new value somewhere is not checked by its first`() {
        #expect(diagnosticCodes("let n = list\n$n = 3\nprint $n * 2") == [])
    }
}
