import TMSSemantics
import TMSSyntax
import Testing

struct IndependenceTests {
    /// Why the outermost loop of a text is not independent; `nil` if it is.
    private func reason(_ text: String) -> String? {
        let program = checked(text)
        let first = program.loops[program.program.file].first
        guard case .dependent(let reason, _)? = first?.independence else { return nil }
        return reason
    }

    @Test func `rows that know nothing of each other are independent`() {
        #expect(reason("for p in list { refresh $p }") == nil)
        #expect(reason("for p in list { let n = $p.number; $n = 3; edit $n title x }") == nil)
        #expect(reason("for p in list { for n in 1 .. 3 { if $n is 2 { break } } }") == nil)
    }

    @Test(arguments: [
        ("let n = 0\nfor p in list { $n = $n + 1 }", "assigns `$n` from outside"),
        ("for p in list { break }", "holds `break`"),
        ("for p in list { exit 1 }", "holds `exit`"),
        ("for p in list { wait 1 min }", "holds `wait`"),
        ("for p in list { if confirm(\"go on\") { delete $p } }", "asks a question"),
        ("for p in list { while true { show $p } }", "holds a `while` around a command"),
        ("for p in list { sandbox advance 1 days }", "steers the sandbox"),
        ("for p in list { delete $p; list | count }", "reads the whole account beside a write"),
        ("for p one by one in list { show $p }", "says `one by one`"),
        ("for p in list { print len($failures) }", "reads `$failures`"),
        ("define f() { for p in list { return $p } }", "holds `return`"),
    ])
    func `order matters, and it says why`(text: String, expected: String) {
        #expect(reason(text) == expected)
    }

    @Test func `a definition answers for all it calls`() {
        let text = "for p in list { a $p }\ndefine a(p) { b $p }\ndefine b(p) { wait 1 min; a $p }"
        #expect(reason(text) == "calls `a`, which holds `wait`")
    }

    @Test func `reading the account alone, or writing alone, keeps rows independent`() {
        #expect(reason("for p in list { list via $p.via | count }") == nil)
        #expect(reason("for p in list { delete $p }") == nil)
    }

    @Test func `effects are the worst of all that can run`() {
        let text =
            "for p in list { drop $p }\ndefine drop(p) { delete $p }\ndefine unused() { track 300403513351 via ups }"
        let effects = checked(text).effects
        #expect(effects.deletes && effects.reads && effects.needsConfirmation)
        #expect(!effects.creates)
        #expect(effects.irreversible == SourceRange(16, 20))
    }

    @Test func `what is only planned does nothing`() {
        #expect(!checked("plan delete 300403513351").effects.writes)
        #expect(checked("plan list | delete").effects.reads)
        #expect(checked("curl list").effects == EffectBound())
    }

    @Test func `a default of a parameter is done where a call leaves it out`() {
        let effects = checked("define f(row = (delete 300403513351)) { return $row }\nf").effects
        #expect(effects.deletes && effects.needsConfirmation)
        #expect(!checked("define f(row = (delete 300403513351)) { return $row }").effects.writes)
    }
}
