import TMSLanguageService
import Testing

/// What may be suggested is read from what a line does, not from its words.
@Suite struct LineReviewTests {
    @Test(arguments: [
        "list status transit | where silent over 5 days", "show 300403513402", "print 1",
        "let late = list status transit",
        "edit 300403513402 title \"lamp\"", "plan delete 300403513402",
        "define tidy() { delete (list status expired) }",
    ])
    func `what reads or changes one parcel may be suggested`(line: String) {
        #expect(service.review(of: line).maySuggest, "\(service.review(of: line))")
    }

    @Test(arguments: [
        "delete 300403513402", "delete (list status pending)", "for p in list { delete $p }",
        "define tidy() { delete (list status expired) }\ntidy", "stop updating 300403513402", "sandbox reset", "undo",
        "redo",
        "call delete \"/trackings/dhl/4819237500\"", "call post \"/nobody/knows\" [a: 1]",
        "list | where silent over 30 days | delete",
    ])
    func `what deletes, stops or cannot be known is never suggested, also not as a correction`(line: String) {
        let review = service.review(of: line)
        #expect(!review.maySuggest && !review.mayCorrect, "\(review)")
    }

    @Test(arguments: [
        "edit (list status expired) title \"z\"", "archive (list status expired)", "archive (list)",
        "for p in list { edit $p title \"x\" }", "edit 300403513402, 4819237500 title \"x\"",
    ])
    func `what edits in bulk is never suggested`(line: String) {
        let review = service.review(of: line)
        #expect(review.editsInBulk && !review.maySuggest && !review.mayCorrect, "\(review)")
    }

    @Test func `what spends is suggested only as the correction of a line that tracks one parcel`() {
        #expect(!service.review(of: "track 300403513351 via 4px").maySuggest)
        #expect(service.review(of: "track 300403513351 via 4px").mayCorrect)
        #expect(!service.review(of: "air 172-28891936").mayCorrect)
        #expect(!service.review(of: "track from \"orders.csv\" number=A via=B").mayCorrect)
    }

    @Test func `a line with a mistake, or one that must go on, is refused`() {
        for line in ["track 300403513351 vai 4px", "for p in list {", "list |", "print $nowhere"] {
            #expect(service.review(of: line).isRefused)
        }
    }

    @Test func `the corrected line is whole, and none is known for one that would do harm`() {
        #expect(service.correction(of: "track 300403513351 vai 4px") == "track 300403513351 via 4px")
        #expect(service.correction(of: "print 1\nlsit") == "print 1\nlist")
        #expect(service.correction(of: "delet 300403513351") == nil)
        #expect(service.correction(of: "list") == nil)
    }
}
