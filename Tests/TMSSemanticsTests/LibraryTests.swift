import TMSSemantics
import TMSSyntax
import Testing

struct LibraryTests {
    @Test func `a library gives its definitions`() {
        let context = TestContext(libraries: ["lib.tms": "define twice(n) { return $n * 2 }"])
        #expect(diagnosticCodes("use \"lib.tms\"\nprint twice(3)", context) == [])
        #expect(checked("use \"lib.tms\"", context).libraries.count == 1)
    }

    @Test func `a library is checked too, in its own file`() throws {
        let context = TestContext(libraries: ["lib.tms": "define f() { print $m }"])
        let found = checked("use \"lib.tms\"\nf", context).diagnostics
        #expect(found.map(\.code) == ["E0201"])
        #expect(found.first?.location?.file.name == "lib.tms")
    }

    @Test func `other statements of a library are not run, and it says so`() {
        let context = TestContext(libraries: ["lib.tms": "print 1\nprint 2"])
        #expect(diagnosticCodes("use \"lib.tms\"", context) == ["W0204 print 1"])
    }

    @Test func `a library that is not there is an error`() {
        #expect(diagnosticCodes("use \"lib.tms\"") == [#"E0223 "lib.tms""#])
    }

    @Test func `what an unreadable library may define is not told beside it`() {
        #expect(diagnosticCodes("use \"lib.tms\"\nf 1\nprint g(2)\nlist | h") == [#"E0223 "lib.tms""#])
        let broken = TestContext(libraries: ["lib.tms": "define f(a { return 1 }"])
        #expect(diagnosticCodes("use \"lib.tms\"\nf 1\nprint f(2)", broken) == ["E0123 {"])
    }

    @Test func `a circle is an error, and two ways to one file are not`() {
        let circle = TestContext(libraries: ["a.tms": "use \"b.tms\"", "b.tms": "use \"a.tms\""])
        #expect(diagnosticCodes("use \"a.tms\"", circle) == [#"E0224 "a.tms""#])
        let diamond = TestContext(libraries: [
            "a.tms": "use \"c.tms\"", "b.tms": "use \"c.tms\"", "c.tms": "define f() { print 1 }",
        ])
        #expect(diagnosticCodes("use \"a.tms\"\nuse \"b.tms\"\nf", diamond) == [])
    }

    @Test func `a name defined in two files is an error that names both`() {
        let context = TestContext(libraries: ["lib.tms": "define f() { print 1 }"])
        #expect(diagnosticCodes("use \"lib.tms\"\ndefine f() { print 2 }", context) == ["E0225 f"])
    }
}
