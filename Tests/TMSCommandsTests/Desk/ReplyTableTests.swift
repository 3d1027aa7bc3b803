import Foundation
import TMSBase
import TMSRuntime
import TMSTestSupport
import Testing
import TrackingMore

@testable import TMSCommands

/// What `reply` says, for every situation in every language, with everything known and with each thing missing.
///
/// The table is read by people: `replies.txt` beside this file holds it. `TMS_REWRITE=1` writes it anew.
@Suite struct ReplyTableTests {
    private static let all: [String: @Sendable (SpokenLanguage) -> String] = [
        "number": { _ in "RB555666778CN" }, "title": { _ in "tea set" }, "order": { _ in "#1001" },
        "name": { _ in "Ann Miller" }, "to": { Country(code: "US")?.goal(in: $0) ?? "" },
        "country": { Country(code: "US")?.name(in: $0) ?? "" },
        "date": { CivilDay(year: 2026, month: 11, day: 11)?.text(in: $0) ?? "" }, "place": { _ in "Shanghai" },
        "days": { _ in "12" }, "answered": { CivilDay(year: 2026, month: 11, day: 20)?.text(in: $0) ?? "" },
        "carrier": { _ in "China Post" },
    ]

    private func text(_ situation: ReplySituation, _ language: SpokenLanguage, without missing: Set<String>) -> String?
    {
        let facts = Self.all.filter { !missing.contains($0.key) }.mapValues { $0(language) }
        return ReplyTexts.standard.text(situation, in: language, facts)
    }

    /// Nothing missing, one thing missing, and everything but the number.
    private static let gaps: [Set<String>] = {
        let places = Set(all.keys).subtracting(["number"])
        return [[]] + places.sorted().map { [$0] } + [["date", "place"], ["name", "title"], places]
    }()

    @Test(arguments: SpokenLanguage.allCases)
    func `no text has a gap, a mark of its template or a doubled blank`(language: SpokenLanguage) throws {
        for situation in ReplySituation.allCases {
            for missing in Self.gaps {
                let text = try #require(self.text(situation, language, without: missing), "\(language) \(situation)")
                let what = "\(language) \(situation) without \(missing.sorted()): \(text)"
                #expect(text.contains("RB555666778CN"), "\(what)")
                #expect(!text.contains { "{}[]|".contains($0) }, "\(what)")
                for wrong in ["  ", " ,", " .", "()", "（）", ",.", "..", " )", "( ", "，。", "、。", "。。"] {
                    #expect(!text.contains(wrong), "\(what)")
                }
                #expect(text.hasSuffix(".") || text.hasSuffix("。"), "\(what)")
                #expect(!text.hasPrefix(" "), "\(what)")
            }
        }
    }

    @Test(arguments: SpokenLanguage.allCases)
    func `what is not known is not said`(language: SpokenLanguage) throws {
        for situation in ReplySituation.allCases {
            for (place, value) in Self.all where place != "number" && place != "country" {
                let text = try #require(self.text(situation, language, without: [place]))
                #expect(!text.contains(value(language)), "\(situation) without \(place): \(text)")
            }
            // Of a day that nobody knows neither a place nor a distance is told.
            let undated = try #require(self.text(situation, language, without: ["date"]))
            #expect(!undated.contains("Shanghai") && !undated.contains("12"), "\(undated)")
        }
    }

    @Test(arguments: SpokenLanguage.allCases)
    func `no two situations are told alike, and a passing one says from when it is`(language: SpokenLanguage) throws {
        var texts: [String: ReplySituation] = [:]
        for situation in ReplySituation.allCases {
            let text = try #require(self.text(situation, language, without: ["days", "answered"]))
            // Without the days that have passed, silence is told as the way of a parcel.
            if situation != .silent { #expect(texts.updateValue(situation, forKey: text) == nil, "\(text)") }
            let dated = try #require(self.text(situation, language, without: []))
            let answered = Self.all["answered"]?(language) ?? ""
            #expect(dated.contains(answered) == situation.passes, "\(dated)")
        }
    }

    @Test func `the table is as it was read`() throws {
        var table = ""
        for language in SpokenLanguage.allCases {
            table += "# \(language.name)\n"
            for situation in ReplySituation.allCases {
                for missing in [[], ["answered", "name"], Self.gaps.last ?? []] {
                    table += "\(situation.rawValue): \(text(situation, language, without: missing) ?? "")\n"
                }
            }
        }
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("replies.txt")
        if ProcessInfo.processInfo.environment["TMS_REWRITE"] == "1" {
            try table.write(to: path, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: path, encoding: .utf8) == table)
    }

    @Test func `a text of the configuration that could have a gap is refused`() {
        var texts = ReplyTexts.standard
        #expect(throws: UnreadableText.self) { try texts.replace("transit", in: .german, by: "Unterwegs {to}.") }
        #expect(throws: UnreadableText.self) { try texts.replace("transit", in: .german, by: "Unterwegs [{to}.") }
        #expect(throws: UnreadableText.self) { try texts.replace("transit", in: .german, by: "Unterwegs [{goal}].") }
        #expect(throws: UnreadableText.self) { try texts.replace("travel", in: .german, by: "Unterwegs.") }
        #expect(throws: Never.self) {
            try texts.replace("transit", in: .german, by: "{number}: unterwegs[ {to}].{last}")
        }
        #expect(texts.text(.transit, in: .german, ["number": "A12345"]) == "A12345: unterwegs.")
    }

    @Test func `every country has a name in every language`() {
        for country in Country.all {
            for language in SpokenLanguage.allCases where language != .english {
                let name = country.name(in: language)
                #expect(!name.isEmpty && name != country.code, "\(country.code) \(language)")
            }
            #expect(country.goal(in: .german).contains(" "))
        }
        #expect(Country(code: "CH")?.goal(in: .german) == "in die Schweiz")
        #expect(Country(code: "FK")?.goal(in: .german) == "auf die Falklandinseln")
        #expect(Country(code: "US")?.goal(in: .english) == "to the United States")
        #expect(Country(code: "JP")?.name(in: .japanese) == "日本")
    }
}
