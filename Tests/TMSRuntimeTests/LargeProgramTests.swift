import TMSRuntime
import Testing

/// Generated scripts are larger than any that a person writes: they run right or are refused.
@Suite struct LargeProgramTests {
    @Test func `fields are told apart in a script that compares them 100,000 times`() {
        var text = "let r = [a: \"x\", b: \"y\"]\n"
        for _ in 0..<100_000 { text += "if $r.a is \"z\" { print \"no\" }\n" }
        text += "if $r.b is \"y\" { print \"right\" } else { print \"WRONG\" }"
        #expect(run(text).lines == ["right"])
    }

    @Test func `a list of 100,000 items holds each at its place`() {
        var items = (0..<100_000).map(String.init)
        items[66_000] = "([[a: 1]] | set b = $x + 1)"
        let text =
            "let x = 7\nlet l = [\(items.joined(separator: ", "))]\n"
            + "print len($l), $l[0], $l[999], $l[1000], $l[65999], $l[66001], $l[99999]\nprint $l[66000]"
        #expect(run(text).lines == ["100000 0 999 1000 65999 66001 99999", "a: 1, b: 8"])
    }

    @Test func `100,000 field names are read`() {
        var text = "let r = [last: 3]\n"
        for number in 0..<100_000 { text += "if $r.f\(number) is not empty { print \"no\" }\n" }
        text += "print $r.last"
        #expect(run(text).lines == ["3"])
    }

    @Test func `more different fields than a program can compare are refused before anything is done`() {
        var text = "let r = [a: 1]\nprint \"begun\"\n"
        for number in 0..<70_000 { text += "if $r.f\(number) is \"z\" { print \"no\" }\n" }
        let refused = run(text)
        #expect(refused.code == "E0328")
        #expect(refused.lines == [])
    }

    @Test func `100,000 variables keep what they hold`() {
        var text = ""
        for number in 0..<100_000 { text += "let v\(number) = \(number)\n" }
        text += "print $v0 + $v65536, $v99999\nlet rows = ([[a: 1]] | set b = $v70000)\nprint $rows"
        #expect(run(text).lines == ["65536 99999", "a: 1, b: 70000"])
    }
}
