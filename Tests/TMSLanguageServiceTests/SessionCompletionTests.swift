import TMSCommands
import TMSLanguageService
import TMSShell
import TMSSyntax
import Testing

/// What a session has seen is offered: its parcels, rows, fields and files; and a word is found by parts of it.
@Suite struct SessionCompletionTests {
    private let service = LanguageService(
        vocabulary: Catalogue.standard.vocabulary, variables: { ["p", "late"] },
        surroundings: Surroundings(
            parcels: {
                [.init("300403513402", "desk lamp · 4px · transit"), .init("RB555666778CN", "tea set · usps")]
            },
            rows: { ["300403513402 · desk lamp", "RB555666778CN · tea set"] },
            fields: { name, steps in
                switch (name, steps) {
                case ("p", []), ("late", [.place(0)]), ("it", []):
                    [.init("silent", "12 d"), .init("title", "desk lamp")]
                case ("p", [.field("latest")]): [.init("place", "Shanghai")]
                default: []
                }
            }, sample: { $0 == "via" ? "4px" : nil },
            files: { path in
                [.init("first.csv"), .init("fine/", "folder")].filter { $0.text.hasPrefix(path) }
            }),
        check: { Session.check($0, vocabulary: Catalogue.standard.vocabulary) })

    private func items(_ text: String) -> [CompletionItem] { service.completions(in: text, at: text.utf8.count).items }

    private func words(_ text: String) -> [String] { items(text).map(\.text) }

    @Test func `tracking numbers that were seen are offered with what tells them apart`() {
        #expect(words("show 30040") == ["300403513402"])
        #expect(items("edit 30040").first?.summary == "desk lamp · 4px · transit")
        #expect(words("show ").prefix(2) == ["300403513402", "RB555666778CN"])
        #expect(words("show tea").contains("RB555666778CN"))
    }

    @Test func `the first parcel in sight is suggested where the line does no harm with it`() {
        #expect(service.parcelEnd(after: "show ") == "300403513402")
        #expect(service.parcelEnd(after: "show RB5") == "55666778CN")
        #expect(service.parcelEnd(after: "delete ") == nil)
        #expect(service.wordEnd(after: "delete 30040") == nil)
        #expect(service.wordEnd(after: "delete 300403513402 via 4p") == nil)
        #expect(service.wordEnd(after: "list status deliv") == "ered")
        #expect(service.parcelEnd(after: "stop updating ") == nil)
        #expect(service.parcelEnd(after: "track ") == nil)
        #expect(service.parcelEnd(after: "list ") == nil)
        #expect(service.parcelEnd(after: "print ") == nil)
    }

    @Test func `the numbered rows in sight are offered with what they are`() {
        #expect(words("show @") == ["@1", "@2"])
        #expect(items("show @2").map(\.summary) == ["RB555666778CN · tea set"])
    }

    @Test func `fields of values are offered, with their values`() {
        #expect(words("print $p.si") == ["silent"])
        #expect(words("print $late[0].") == ["silent", "title"])
        #expect(items("print $late[0].ti").map(\.summary) == ["desk lamp"])
        #expect(words("print $p.latest.") == ["place"])
        #expect(words("list | where $it[\"ti") == ["\"title\"]"])
        #expect(items("list | where vi").first { $0.text == "via" }?.summary.hasPrefix("4px · ") == true)
    }

    @Test func `files are offered after open, use and save`() {
        #expect(words("open \"fi") == ["\"first.csv\"", "\"fine/"])
        #expect(words("use \"fir") == ["\"first.csv\""])
        #expect(words("list | save \"") == ["\"first.csv\"", "\"fine/"])
        #expect(words("open ").contains("\"first.csv\""))
        #expect(items("open \"fin").map(\.appendsSpace) == [false])
    }

    @Test func `values are offered in quotes, by their names`() {
        #expect(words("track 300403513402 to \"united st") == ["\"United States\""])
        #expect(words("list | where to is \"uni").contains("\"United Kingdom\""))
        #expect(words("track 300403513402 title \"uni") == [])
    }

    @Test func `a word is found by words of its name, without their marks, and by its letters in order`() {
        #expect(
            words("list via express").allSatisfy { !$0.hasPrefix("express") || true }
                && !words("list via express").isEmpty)
        #expect(words("list via chinapost").contains("china-post"))
        #expect(words("lst").contains("list"))
        #expect(words("list status dlvrd") == ["delivered"])
        #expect(words("qqq") == [])
    }

    @Test func `topics are offered after help`() {
        #expect(words("help tr").contains("track"))
        #expect(words("help lst").contains("list"))
    }

    @Test func `any beginning of a line is answered without harm`() {
        let line = "let a = $p[\"ti\"].x | where $it[0].b is \"uni\" and via in usps | save \"fi\" ; show @1 | use \"x"
        for length in 0...line.utf8.count {
            let text = String(decoding: line.utf8.prefix(length), as: UTF8.self)
            let list = service.completions(in: text, at: length)
            #expect(list.items.isEmpty || list.replaces.upper == length)
            _ = service.wordEnd(after: text)
            _ = service.openParts(after: text)
        }
    }
}
