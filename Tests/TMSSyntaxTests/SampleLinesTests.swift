import TMSSyntax
import Testing

@Suite struct SampleLinesTests {
    @Test(arguments: [
        (
            "track 300403513351 via 4px to us title \"cute pillow\" order \"#1234\"",
            "(verb-0 300403513351 (:0 '4px) (:1 'us) (:2 (string \"cute pillow\")) (:3 (string \"#1234\")))"
        ),
        ("300403513351", "(verb-1 300403513351)"),
        (
            "list status transit | where silent over 14 days | sort by silent down | take 20",
            "(pipe (verb-3 (:0 'transit)) (where (over .silent (days 14))) (sort -\"silent\") (take 20))"
        ),
    ])
    func `a line reads as a sentence`(_ text: String, _ outline: String) {
        let result = Sample.parse(text)
        #expect(result.diagnostics.isEmpty)
        #expect(result.program.outline == outline)
    }
}
