import Testing

@testable import TMSRuntime

@Suite struct PatternTests {
    @Test(arguments: [
        ("a.c", "xabcx", true), ("a.c", "ac", false), ("^ab$", "ab", true), ("^ab$", "xab", false), ("", "x", true),
        ("a*b", "b", true), ("a+b", "b", false), ("a?b", "ab", true), ("(ab|cd)+e", "abcde", true),
        ("^(ab|cd)+$", "abcda", false), ("[A-Z]{2}\\d{9}[A-Z]{2}", "RB123456789CN", true),
        ("^[A-Z]{2}\\d{9}$", "RB12345678", false), ("[^0-9]", "123", false), ("[^0-9]", "12a", true),
        ("\\bcat\\b", "a cat sat", true), ("\\bcat\\b", "concat", false), ("x{2,3}", "xx", true),
        ("^x{2,3}$", "xxxx", false),
        ("^x{2,}$", "xxxxx", true), ("a|", "b", true), ("\\.", "a.b", true), ("\\.", "ab", false), ("^é$", "é", true),
        ("^.$", "🇩🇪", true), ("[]-]", "-", true), ("(?:ab)+?c", "ababc", true), ("$", "", true), ("^$", "", true),
        ("\\s\\S", "a b", true), ("[\\d-]", "-", true), ("colou?r", "my color", true),
    ])
    func `a pattern is found where it is`(pattern: String, text: String, isFound: Bool) throws {
        #expect(try Pattern(pattern).matches(text) == isFound, "\(pattern) in \(text)")
    }

    @Test(arguments: [
        "(", ")", "[a", "a{", "a{2", "a{3,2}", "*a", "\\", "(?=a)", "\\k", "[z-a]", "a{2000}", "(a{1000}){1000}",
        String(repeating: "(", count: 200) + String(repeating: ")", count: 200), String(repeating: "a", count: 2_000),
    ])
    func `a pattern that cannot be read fails with its reason`(pattern: String) {
        #expect(throws: Fault.self) { try Pattern(pattern) }
    }

    @Test func `no pattern takes forever`() throws {
        let text = String(repeating: "a", count: 2_000)
        #expect(try !Pattern("^(a+)+$").matches(text + "b"))
        #expect(try !Pattern("^(a|aa)*(a|aa)*c").matches(text))
        #expect(try Pattern("^(a*)*$").matches(text))
    }
}
