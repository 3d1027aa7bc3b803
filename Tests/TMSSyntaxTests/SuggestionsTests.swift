import TMSSyntax
import Testing

@Suite struct SuggestionsTests {
    private let labels = ["via", "to", "title", "status", "created", "customer", "order"]

    @Test(arguments: [
        ("vai", "via"), ("tittle", "title"), ("statsu", "status"), ("creatd", "created"), ("custmer", "customer"),
        ("VIA", "via"), ("ot", "to"), ("stauts", "status"),
    ])
    func `the nearest word is found and a swap of neighbours is one edit`(_ typed: String, _ meant: String) {
        #expect(Suggestions.nearest(typed, in: labels) == meant)
    }

    @Test(arguments: ["pillow", "xyz", "", "zz", "weight"])
    func `a word unlike all others gets no suggestion`(_ typed: String) {
        #expect(Suggestions.nearest(typed, in: labels) == nil)
    }
}
