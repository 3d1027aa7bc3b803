import Testing

struct CommandTests {
    @Test func `a full command passes`() {
        #expect(diagnosticCodes(##"track 300403513351 via 4px to us title "cute pillow" order "#1234""##) == [])
        #expect(diagnosticCodes("list status transit, pickup via ups created last 7 days archived") == [])
        #expect(diagnosticCodes("300403513351") == [])
    }

    @Test func `a missing subject is asked for at the verb`() {
        #expect(diagnosticCodes("delete") == ["E0206 delete"])
        #expect(diagnosticCodes("remote area us") == ["E0206 remote area"])
    }

    @Test func `a missing clause is asked for at the verb`() {
        #expect(diagnosticCodes("track 300403513351") == ["E0207 track"])
        #expect(diagnosticCodes("change carrier of 300403513351") == ["E0207 change carrier of"])
        #expect(diagnosticCodes("mark 300403513351") == ["E0207 mark"])
    }

    @Test func `rows supply number and carrier`() {
        #expect(diagnosticCodes("list status expired | delete") == [])
        #expect(diagnosticCodes(#"open "orders.csv" | track"#) == [])
        #expect(diagnosticCodes("let rows = list status expired\ndelete $rows") == [])
        #expect(diagnosticCodes("delete (list status expired)") == [])
    }

    @Test func `rows do not supply what only the writer knows`() {
        #expect(diagnosticCodes("list | change carrier of") == ["E0207 change carrier of"])
    }

    @Test func `a clause given twice is refused at the second`() {
        #expect(diagnosticCodes("show 300403513351 via ups via dhl") == ["E0208 via"])
    }

    @Test func `flags that exclude each other are refused`() {
        #expect(diagnosticCodes("list archived unarchived") == ["E0209 unarchived"])
        #expect(diagnosticCodes("mark 300403513351 delivered exception") == ["E0209 exception"])
    }

    @Test func `a word that names nothing comes with the nearest that does`() {
        #expect(corrected("show 300403513351 via upps") == "show 300403513351 via ups")
        #expect(corrected("list status trasnit") == "list status transit")
        #expect(diagnosticCodes("list status transit, delivred via ups") == ["E0210 delivred"])
        #expect(diagnosticCodes("track 300403513351 via 4px to xx") == ["E0210 xx"])
    }

    @Test func `words that look like labels are values after a label`() {
        #expect(diagnosticCodes("track 300403513351 via post to to") == [])
    }

    @Test func `a wrong kind is refused where it stands`() {
        #expect(diagnosticCodes("let n = 3\nsandbox advance $n") == ["E0211 $n"])
        #expect(diagnosticCodes("let n = list\ntrack 300403513351 via 4px title $n") == ["E0211 $n"])
    }

    @Test func `an empty value is refused where it would widen`() {
        #expect(diagnosticCodes(#"list via """#) == [#"E0211 """#])
        #expect(diagnosticCodes(#"edit 300403513351 title """#) == [])
    }

    @Test func `what only the shell has is refused in a script`() {
        #expect(diagnosticCodes("show @3") == ["E0212 @3"])
        #expect(diagnosticCodes("delete those") == ["E0212 those"])
        #expect(diagnosticCodes("undo") == ["E0212 undo"])
        #expect(diagnosticCodes("print $last") == ["E0212 $last"])
        #expect(diagnosticCodesAtPrompt("show @3") == [])
        #expect(diagnosticCodesAtPrompt("delete those; undo; print $last") == [])
    }

    @Test func `a promise to read only is kept by everything called`() {
        #expect(diagnosticCodes("read only\nlist status transit") == [])
        #expect(diagnosticCodes("read only\nedit 300403513351 title x") == ["E0213 edit"])
        let context = TestContext(libraries: ["lib.tms": "define remove(p) { delete $p }"])
        #expect(diagnosticCodes("read only\nuse \"lib.tms\"\nremove 300403513351", context) == ["E0213 remove"])
    }

    @Test func `columns of a file are checked by its header`() {
        #expect(diagnosticCodes(#"track from "orders.csv" via="Carrier code""#) == [])
        #expect(diagnosticCodes(#"track from "orders.csv" via="Carier code""#) == [#"E0228 "Carier code""#])
        #expect(diagnosticCodes(#"track from "plain.csv" via=B"#) == [#"E0228 "plain.csv""#])
        #expect(diagnosticCodes(#"track from "plain.csv" number=A via=B"#) == [])
    }

    @Test func `what the parser has complained about is not complained about again`() {
        let found = diagnosticCodes("track 300403513351 vai 4px")
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("E01") ?? false)
    }
}
