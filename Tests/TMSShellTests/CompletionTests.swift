import LineEditor
import TMSLanguageService
import TMSShell
import TMSSyntax
import Testing

@Suite struct CompletionTests {
    private let service = LanguageService(
        vocabulary: Vocabulary(
            verbs: [
                Signature(
                    words: ["track"], subjects: [Slot("NUMBER", .parcel, "")],
                    clauses: [
                        Clause("via", .carrier, ""), Clause("to", .country, ""), Clause("title", .text, ""),
                    ], summary: "Follow a parcel."),
                Signature(words: ["list"], clauses: [Clause("status", .status, isList: true, "")], summary: "List."),
                Signature(words: ["count", "by", "status"], summary: "Count."),
            ], schemas: [RenderingBench.parcelSchema]),
        variables: { ["late", "last"] })

    private func words(_ text: String) -> [String] {
        LanguageCompleter(service).completions(for: text, cursor: text.utf8.count).candidates.map(\.text)
    }

    @Test func `a beginning is completed to verbs`() {
        #expect(words("tra") == ["track"])
        #expect(words("list | tra") == ["track"])
    }

    @Test func `a verb of several words is completed word by word`() {
        #expect(words("count ") == ["by status"])
    }

    @Test func `after a verb stand the labels that are left`() {
        #expect(words("track 300403513351 via 4px t") == ["to", "title"])
        #expect(words("track 300403513351 to us via 4px to") == [])
    }

    @Test func `after a label stand values of its kind`() {
        #expect(words("list status tr") == ["transit"])
        #expect(words("list status transit, ex") == ["exception", "expired"])
        #expect(words("track 300403513351 via 4p").contains("4px"))
        #expect(words("track 300403513351 to japa") == ["jp"])
    }

    @Test func `after a definition stand values of the kinds of its parameters`() {
        let text = "define slow(days: number, via: carrier, to = us) { }\n"
        #expect(words(text + "slow 10 4p").contains("4px"))
        #expect(words(text + "slow 10 4px j") == [])
        #expect(words(text + "print slow(10, usp").contains("usps"))
        #expect(words(text + "list | slow 4p").contains("4px"))
        #expect(words("define slow(via: carr") == ["carrier"])
        #expect(words("param to: country = japa") == ["jp"])
        #expect(words("define slow(via: carrier = usp").contains("usps"))
    }

    @Test func `a stage is completed, and fields in it`() {
        #expect(words("list | wh") == ["where"])
        #expect(words("list | where sil") == ["silent"])
        #expect(words("list | where status is deli") == ["delivered"])
        #expect(words("list | sort ") == ["by"])
    }

    @Test func `a dollar brings variables`() {
        #expect(words("print $la") == ["$last", "$late"])
    }

    @Test func `nothing is offered inside strings and comments`() {
        #expect(words("track 300403513351 title \"to") == [])
        #expect(words("# tra") == [])
    }

    @Test func `a variable is completed inside the braces of a string`() {
        #expect(words("print \"still {$la") == ["$last", "$late"])
        #expect(words("print \"still $la") == [])
        #expect(words("print \"still {$last} and $la") == [])
    }

    @Test func `what a stage has named is offered after it`() {
        #expect(words("list | count by via | sort by c") == ["count"])
        #expect(words("list | group by via | median silent | show med") == ["median_silent"])
        #expect(words("list | set delay = silent | where del") == ["delay"])
    }

    @Test func `a word that has begun a statement, a value or a condition is not offered elsewhere`() {
        #expect(words("list | where silent over 3 d") == ["days", "day"])
        #expect(words("try list other") == ["otherwise"])
        #expect(words("if true { } el") == ["else"])
        #expect(words("try list otherwise list other") == [])
    }

    @Test func `help is completed to what it can tell of`() {
        #expect(words("help trac").contains("track"))
        #expect(words("help count b") == ["by", "by status"])
        #expect(words("help dat").contains("dates"))
    }

    @Test func `the fields of a variable are offered behind its dot`() {
        #expect(words("for p in list { print $p.sil") == ["silent"])
        #expect(words("let n = [country: jp]\nprint $n.") == ["country"])
        #expect(words("print $last.sil") == ["silent"])
    }

    @Test func `the variables of the text itself are offered where they can be seen`() {
        #expect(words("let lamp = 1\nprint $la") == ["$lamp", "$last", "$late"])
        #expect(words("for lane, lap in list { print $la") == ["$lane", "$lap", "$last", "$late"])
        #expect(words("for lane in list { print 1 }\nprint $la") == ["$last", "$late"])
        #expect(words("define f(label) { print $la") == ["$label", "$last", "$late"])
        #expect(words("try list otherwise print $er") == ["$error"])
        #expect(words("let lamp = $la") == ["$last", "$late"])
        #expect(words("print $") == ["$last", "$late"])
    }

    @Test func `the definitions of the text itself are offered`() {
        #expect(words("define slow(days) { }\nsl") == ["slow"])
        #expect(words("define slow(days) { }\nlist | sl") == ["slow"])
    }

    @Test func `any prefix is answered without harm`() {
        let line = "for p in list status transit { track $p via \"x\" | where silent over 3 days } # end"
        for length in 0...line.utf8.count {
            let prefix = String(decoding: line.utf8.prefix(length), as: UTF8.self)
            _ = LanguageCompleter(service).completions(for: prefix, cursor: length)
            let runs = LanguageHighlighter(service).highlight(prefix, cursor: prefix.utf8.count)
            #expect(runs.allSatisfy { $0.range.upperBound <= length })
            _ = LanguageValidator(service).validate(prefix)
        }
    }
}
