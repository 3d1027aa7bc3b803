import TMSLanguageService
import Testing

/// What is to be written at a place, and which part of it stands there.
@Suite struct SignatureHelpTests {
    /// The label of the parameter that is written at the end of the text.
    private func active(_ text: String) -> String? {
        guard let help = document(text).signatureHelp(at: text.utf8.count), let active = help.active else { return nil }
        return help.parameters[active].label
    }

    private func label(_ text: String) -> String? { document(text).signatureHelp(at: text.utf8.count)?.label }

    @Test(arguments: [
        ("track ", "NUMBER"), ("track 3004", "NUMBER"), ("track 300403513351 via ", "via CARRIER"),
        ("track 300403513351 via 4p", "via CARRIER"), ("track 300403513351 via 4px to ", "to COUNTRY"),
        ("list status transit, ", "status STATUS, …"), ("list created last 7", "created RANGE"),
        ("list | track ", nil), ("open \"a.csv\" | track via ", "via CARRIER"),
        ("for p in list { track 300403513351 via ", "via CARRIER"), ("track 300403513351 via 4px ", nil),
        ("track 300403513351 via 4px exact ", nil),
    ])
    func `the part of a verb that is written is told`(text: String, expected: String?) {
        #expect(label(text) != nil)
        #expect(active(text) == expected)
    }

    @Test(arguments: [
        ("print round(", "number"), ("print round(2.345, ", "places"), ("print round(len([1, 2]), ", "places"),
        ("print max(1, 2, 3, ", "values"), ("print round(1, 2, ", nil), ("print now(", nil),
        ("print \"{round(1, ", "places"),
    ])
    func `the parameter of a function that is written is told`(text: String, expected: String?) {
        #expect(label(text) != nil)
        #expect(active(text) == expected)
    }

    @Test func `definitions of the text have a signature, called as verbs and as functions`() {
        let text = "define slow(days: number, via: carrier, to = us) { }\n"
        #expect(label(text + "slow ") == "slow(days: number, via: carrier, [to])")
        #expect(active(text + "slow ") == "days: number")
        #expect(active(text + "slow 10 ") == "via: carrier")
        #expect(active(text + "print slow(10, ") == "via: carrier")
        #expect(active(text + "list | slow ") == "via: carrier")
        // One that stands below the place counts too.
        let below = "slow \n" + text
        let help = document(below).signatureHelp(at: 5)
        #expect(help?.active == 0)
    }

    @Test(arguments: ["", "tra", "track 300403513351\n", "list | ", "let n = 1", "track 300403513351; ", "print 1 + "])
    func `where no command goes on there is none`(text: String) { #expect(label(text) == nil) }
}
