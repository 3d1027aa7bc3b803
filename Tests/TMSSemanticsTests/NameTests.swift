import TMSSemantics
import TMSSyntax
import Testing

struct NameTests {
    @Test func `an unknown variable is named with the nearest one`() {
        #expect(diagnosticCodes("let late = 3\nprint $lat, $late") == ["E0201 $lat"])
        #expect(corrected("let late = 3\nprint $lat, $late") == "let late = 3\nprint $late, $late")
    }

    @Test func `an unknown variable is reported once, however often it is used`() {
        #expect(diagnosticCodes("print $n\nprint $n + 1") == ["E0201 $n"])
    }

    @Test func `a variable used before its line is told where it gets its value`() {
        #expect(diagnosticCodes("print $n\nlet n = 3\nprint $n").first == "E0201 $n")
        #expect(checked("print $n\nlet n = 3\nprint $n").diagnostics.first?.labels.count == 1)
    }

    @Test func `a variable of a block ends with it`() {
        #expect(diagnosticCodes("if true { let n = 1; print $n }\nprint $n") == ["E0201 $n"])
    }

    @Test func `loop variable and index are seen in the body only`() {
        #expect(diagnosticCodes("for p, i in 1 .. 3 { print $p, $i }") == [])
        #expect(diagnosticCodes("for p in 1 .. 3 { print $p }\nprint $p") == ["E0201 $p"])
    }

    @Test func `a new value needs a variable that exists`() {
        #expect(diagnosticCodes("$n = 3") == ["E0202 $n"])
        #expect(corrected("$n = 3") == "let n = 3")
        #expect(diagnosticCodes("let n = 1\n$n = $n + 1") == [])
    }

    @Test func `a variable never used is a warning, one at the prompt or with an underscore is not`() {
        #expect(diagnosticCodes("let n = 1") == ["W0201 n"])
        #expect(diagnosticCodes("let _n = 1") == [])
        #expect(diagnosticCodesAtPrompt("let n = 1") == [])
    }

    @Test func `the shell knows its earlier variables`() {
        #expect(diagnosticCodesAtPrompt("print $late", knowing: ["late"]) == [])
        #expect(diagnosticCodesAtPrompt("print $lte", knowing: ["late"]) == ["E0201 $lte"])
    }

    @Test func `the error is there after otherwise and nowhere else`() {
        #expect(diagnosticCodes("try show 300403513351 otherwise print $error.message") == [])
        #expect(diagnosticCodes("print $error.message") == ["E0201 $error"])
        #expect(diagnosticCodes("try show 300403513351 otherwise print $error.mesage") == ["E0214 mesage"])
    }

    @Test func `the row is there in a stage and nowhere else`() {
        #expect(diagnosticCodes("list | where $it.updated > $it.created") == [])
        #expect(diagnosticCodes("print $it") == ["E0201 $it"])
    }

    @Test func `a misspelt verb is named with the nearest one`() {
        #expect(diagnosticCodes("trak 300403513351 via 4px") == ["E0203 trak"])
        #expect(corrected("trak 300403513351 via 4px") == "track 300403513351 via 4px")
    }

    @Test func `a word of another tool leads to the verb`() {
        #expect(corrected("rm 300403513351") == "delete 300403513351")
        #expect(corrected("where is 300403513351") == "show 300403513351")
    }

    @Test func `a word where a value is wanted is told to be quoted, once`() {
        #expect(diagnosticCodes("let c = ups\nprint $c").count == 1)
        #expect(corrected("let c = ups\nprint $c") == "let c = \"ups\"\nprint $c")
    }

    @Test func `a definition is called from above it, with as many values as it takes`() {
        #expect(diagnosticCodes("follow 10 4px\ndefine follow(a, b = 1) { print $a, $b }") == [])
        #expect(diagnosticCodes("follow\ndefine follow(a, b = 1) { print $a, $b }") == ["E0205 follow"])
        #expect(diagnosticCodes("print follow(1, 2, 3)\ndefine follow(a, b = 1) { return $a }") == ["E0205 follow"])
    }

    @Test func `a definition is a stage whose first value is the row`() {
        #expect(diagnosticCodes("define follow(p) { print $p }\nlist | follow") == [])
        #expect(diagnosticCodes("define follow(p, n) { print $p, $n }\nlist | follow") == ["E0205 follow"])
    }

    @Test func `a definition sees the variables of its file and cannot change them`() {
        #expect(diagnosticCodes("let n = 1\ndefine f() { print $n }\nf") == [])
        #expect(diagnosticCodes("let n = 1\ndefine f() { $n = 2 }\nf\nprint $n") == ["E0226 $n"])
    }

    @Test func `two definitions of one name, and names of verbs and functions, are refused`() {
        #expect(diagnosticCodes("define f() { print 1 }\ndefine f() { print 2 }") == ["E0225 f"])
        #expect(diagnosticCodes("define len(a) { return $a }") == ["E0225 len"])
    }

    @Test func `an unknown function is named with the nearest one`() {
        #expect(diagnosticCodes("print lenn([1])") == ["E0204 lenn"])
        #expect(corrected("print uper(\"a\")") == "print upper(\"a\")")
    }

    @Test func `a function refuses too few values and wrong kinds`() {
        #expect(diagnosticCodes("print upper()") == ["E0205 upper"])
        #expect(diagnosticCodes("print round(\"x\")") == ["E0211 \"x\""])
        #expect(diagnosticCodes("print max(1, 2, 3), now(), join([1, 2])") == [])
    }
}
