import TMSBase
import Testing

@testable import TrackingMore

@Suite struct `A country` {
    @Test func `is one of ISO's 249 or Kosovo, each found by its codes and its name`() {
        #expect(Country.all.count == 250)
        #expect(Set(Country.all.map(\.code)).count == 250)
        for country in Country.all {
            #expect(Country(country.code) == country)
            #expect(Country(country.name) == country, "\(country.name)")
            #expect(Country(country.longCode) == country)
            if !country.number.isEmpty { #expect(Country(country.number) == country) }
        }
    }

    @Test(arguments: [
        ("us", "US"), ("United States", "US"), ("u.s.a.", "US"), ("UK", "GB"), ("Hong Kong [CN]", "HK"),
        ("Côte d'Ivoire", "CI"),
        ("trinidad & tobago", "TT"), ("turkiye", "TR"), ("to", "TO"), ("in", "IN"), ("South Korea", "KR"),
        ("DEU", "DE"), ("276", "DE"), ("Deutschland", "DE"), ("Allemagne", "DE"), ("Oesterreich", "AT"),
        ("Korea, Republic of", "KR"), ("The Netherlands", "NL"), ("St. Lucia", "LC"), ("United States (US)", "US"),
        ("中国", "CN"), ("Россия", "RU"), ("Espana", "ES"), ("England", "GB"), ("GER", "DE"), ("EL", "GR"),
        ("\u{FEFF}us\u{A0}", "US"), ("ＵＳ", "US"), ("Congo, The Democratic Republic of the", "CD"),
    ])
    func `is read in the ways people write it`(text: String, code: String) { #expect(Country(text)?.code == code) }

    @Test(arguments: [
        ("Congo", ["CD", "CG"]), ("Korea", ["KP", "KR"]), ("Virgin Islands", ["VG", "VI"]), ("Kongo", ["CD", "CG"]),
    ])
    func `with a name of several is asked for`(text: String, codes: [String]) {
        guard case .ambiguous(let countries) = Country.read(text) else {
            Issue.record("\(Country.read(text))")
            return
        }
        #expect(countries.map(\.code) == codes)
        #expect { try Kind.country.wire(text) } throws: { error in
            (error as? KindError)?.code == .ambiguous
                && codes.allSatisfy { ((error as? KindError)?.remedy ?? "").contains($0.lowercased()) }
        }
    }

    @Test func `has every further name in the table for itself, or shares it and is asked for`() {
        for (place, names) in CountryIndex.shared.others.enumerated() {
            let country = Country.all[place]
            for name in names.split(separator: ";") {
                switch Country.read(String(name)) {
                case .known(let found): #expect(found == country, "\(name)")
                case .ambiguous(let several): #expect(several.contains(country), "\(name)")
                case .unknown: Issue.record("\(name) is not read")
                }
            }
        }
    }

    @Test(arguments: ["Germany (FR)", "D", "", "Nowhereland", "EU"])
    func `is not guessed`(text: String) { #expect(Country(text) == nil) }

    @Test func `mistyped has a nearest one`() {
        #expect(Country.nearest(to: "Grmany")?.code == "DE")
        #expect(Country.nearest(to: "Untied States")?.code == "US")
        #expect(Country.nearest(to: "qqqqqqqq") == nil)
        #expect(Country("") == nil && Country.nearest(to: "") == nil)
    }
}

@Suite struct `A status` {
    @Test(arguments: Status.allCases) func `is read from its word and its label, and back`(status: Status) {
        #expect(Status(status.rawValue) == status)
        #expect(Status(status.label) == status)
        #expect(Status(status.label.uppercased()) == status)
    }

    @Test(arguments: [("out-for-delivery", Status.pickup), ("Failed Attempt", .undelivered), ("not-found", .notfound)])
    func `has human words`(text: String, status: Status) { #expect(Status(text) == status) }

    @Test func `in detail has a label, odd spellings included`() {
        #expect(Substatus("transit005")?.label == "customs cleared")
        #expect(Substatus("exception0010")?.label == "returned to the sender")
        #expect(Substatus("not found001")?.code == "notfound001")
        #expect(Substatus("transit999") == nil && Substatus("") == nil)
        for substatus in Substatus.all { #expect(Substatus(substatus.code) == substatus) }
    }
}

@Suite struct `A language` {
    @Test(arguments: [("en", "en"), ("EN", "en"), ("zh", "cn"), ("zh-TW", "tw"), ("German", "de"), ("fi", "fi")])
    func `is read as the service codes it`(text: String, code: String) { #expect(Language(text)?.code == code) }

    @Test func `is at least two letters`() {
        #expect(Language("e") == nil && Language("e1") == nil && Language("eng1") == nil)
    }
}

@Suite struct `A carrier` {
    @Test func `of the list is found by code and by name`() {
        #expect(Carrier.all.count == 1087)
        for carrier in Carrier.all { #expect(Carrier(carrier.code) == carrier) }
        #expect(Carrier("China Post")?.code == "china-post")
        #expect(Carrier("USPS")?.code == "usps")
    }

    @Test func `is found by a part of its name, beginnings first`() {
        #expect(Carrier.search("china").map(\.code).contains("china-post"))
        #expect(Carrier.search("post").count > 100)
        #expect(Carrier.search("zzzz").isEmpty)
        #expect(Carrier.search("").count == 1087)
    }

    @Test func `is found by every name`() {
        for (text, code) in [
            ("Royal Mail", "royal-mail"), ("UK Royal Mail", "royal-mail"), (" royal-mail ", "royal-mail"),
            ("ROYAL  MAIL", "royal-mail"), ("中国邮政", "china-post"), ("DHL Parcel NL", "dhlparcel-nl"),
            ("dhl express", "dhl"), ("\u{200B}UPS", "ups"),
        ] { #expect(Carrier(text)?.code == code, "\(text)") }
        #expect(Carrier.search("中国邮政").map(\.code).contains("china-post"))
        #expect(Carrier.search("DHL Paket").map(\.code).contains("dhl-germany"))
        #expect(Carrier.beginning("中国").map(\.code).contains("china-post"))
        for carrier in Carrier.all {
            switch Carrier.read(carrier.name) {
            case .known(let found): #expect(found.name.lowercased() == carrier.name.lowercased() || found == carrier)
            case .ambiguous(let several): #expect(several.contains(carrier), "\(carrier.name)")
            default: Issue.record("\(carrier.name) is not read")
            }
        }
    }

    @Test(arguments: [
        ("UPS Standard", "ups"), ("DHL Paket", "dhl-germany"), ("4PX Express", "4px"), ("Hermes Versand", "hermes-de"),
    ])
    func `with a word too many is offered by its first word`(text: String, code: String) {
        guard case .unknown(let offers) = Carrier.read(text) else {
            Issue.record("\(Carrier.read(text))")
            return
        }
        #expect(offers.map(\.code).contains(code))
    }

    @Test func `of two of one name is asked for`() {
        #expect { try Kind.carrier.wire("DHL Netherlands") } throws: { ($0 as? KindError)?.code == .ambiguous }
    }

    @Test func `that the list lacks is taken with a note, unless a bare word is nearly one of the list`() throws {
        let quoted = try Kind.carrier.read("swiship-xx")
        #expect(quoted.wire == "swiship-xx" && quoted.note?.code == "N0612")
        var place = ReadingPlace()
        place.isBareWord = true
        #expect(try Kind.carrier.read("wholly-new", at: place).wire == "wholly-new")
        #expect { try Kind.carrier.read("uspss", at: place) } throws: { error in
            (error as? KindError)?.suggestion == "usps" && (error as? KindError)?.remedy?.contains("\"uspss\"") == true
        }
        place.knowsCarrier = { $0 == "uspss" }
        #expect(try Kind.carrier.read("uspss", at: place) == KindReading("uspss"))
    }

    @Test func `that is not in the list may be one the service knows`() {
        #expect(Carrier.read("some-new-carrier") == .unlisted(code: "some-new-carrier", nearest: nil))
        guard case .unlisted(_, let nearest?) = Carrier.read("usp") else {
            Issue.record("no suggestion")
            return
        }
        #expect(["usps", "ups", "usps-international"].contains(nearest.code))
        guard case .unknown = Carrier.read("Some Unheard Carrier, Ltd.") else {
            Issue.record("taken for a code")
            return
        }
    }
}

@Suite struct `A time` {
    @Test func `comes back from seconds as it went, over a thousand years`() {
        var seconds = -20_000_000_000
        while seconds < 20_000_000_000 {
            #expect(CivilTime(secondsSinceEpoch: seconds)?.secondsSinceEpoch == seconds)
            seconds += 12_345_677
        }
        #expect(CivilTime(secondsSinceEpoch: 1_559_347_200) == CivilTime(year: 2019, month: 6, day: 1))
        #expect(CivilTime(secondsSinceEpoch: .max, offset: .max) == nil)
        #expect(CivilTime(secondsSinceEpoch: .min, offset: .min) == nil)
    }

    @Test(
        arguments: [
            ("2019-06-06 21:05:09", 9, nil), ("2019-06-06 21:05", 0, nil), ("2019/06/06 21:05", 0, nil),
            ("2019/6/6 21:05", 0, nil),
            ("2019-06-06T21:05:00+08:00", 0, 28_800), ("2019-06-06T21:05:00.123Z", 0, 0),
            ("2019-06-06T21:05:00-0330", 0, -12_600),
        ] as [(String, Int, Int?)])
    func `is read in every form the service writes`(text: String, second: Int, offset: Int?) throws {
        let time = try #require(WrittenDate(text))
        #expect(time.civil == CivilTime(year: 2019, month: 6, day: 6, hour: 21, minute: 5, second: second))
        #expect(time.offset == offset)
    }

    @Test(arguments: [
        "", "2019", "2019-13-01", "2019-02-29", "2019-06-06 25:00", "2019-06-06 21", "19-06-06", "2019-06-06x",
        "03/04/2026",
    ])
    func `that no calendar has is refused`(text: String) { #expect(WrittenDate(text) == nil) }

    @Test func `is written in each wire form`() throws {
        let time = try #require(CivilTime(year: 2018, month: 4, day: 1, hour: 10, minute: 8))
        #expect(DateForm.slashedMinutes.wire(time) == "2018/04/01 10:08")
        #expect(DateForm.compactDay.wire(time) == "20180401")
        #expect(DateForm.unixSeconds.wire(time, offset: 28_800) == 1_522_548_480)
        #expect(DateForm.iso8601.wire(time, offset: -12_600) == "2018-04-01T10:08:00-03:30")
        #expect(DateForm.localTime.wire(time) == "2018-04-01 10:08:00")
    }
}

@Suite struct `A kind` {
    @Test(
        arguments: [
            (Kind.trackingNumber, "rr-100_200", "rr-100_200"), (.carrier, "4PX", "4px"),
            (.carrier, "China Post", "china-post"),
            (.country, "United States", "us"), (.status, "out-for-delivery", "pickup"), (.language, "zh", "cn"),
            (.awb, "17228891936", "172-28891936"), (.date(.compactDay), "2026-03-05", "20260305"),
            (.date(.slashedMinutes), "2026-03-05 14:30", "2026/03/05 14:30"), (.integer, "12", 12),
            (.decimal, "1.50", .number("1.50")),
            (.list(of: .country, max: 1), "de", "de"), (.choice(Status.marks), "Delivered", 4),
            (.orderID, "#1234", "#1234"),
        ] as [(Kind, String, JSON)])
    func `brings what people write to the wire`(kind: Kind, text: String, wire: JSON) throws {
        #expect(try kind.wire(text) == wire)
    }

    @Test(arguments: [
        (Kind.trackingNumber, "1234"), (.trackingNumber, "12345 parcels"), (.trackingNumber, "parcel"),
        (.carrier, "no such, carrier"),
        (.country, "Atlantis"),
        (.status, "lost"), (.language, "x"), (.awb, "172-1"), (.date(.compactDay), "03/04/2026"), (.integer, "1.5"),
        (.decimal, "nan"), (.decimal, "0x10"), (.email, "a@b@c"), (.phone, "none"), (.choice(Status.marks), "gone"),
        (.boolean, "yes"),
    ])
    func `refuses what is not of it`(kind: Kind, text: String) {
        #expect(throws: KindError.self) { try kind.wire(text) }
    }

    @Test func `suggests what was meant`() {
        #expect { try Kind.country.wire("Grmany") } throws: { ($0 as? KindError)?.suggestion == "Germany" }
        #expect { try Kind.status.wire("delivred") } throws: { ($0 as? KindError)?.suggestion == "delivered" }
    }

    @Test func `reads a date with a zone on the clock it is given`() throws {
        #expect(
            try Kind.date(.slashedMinutes).wire("2026-03-05T23:30:00Z", offset: 3600) == "2026/03/06 00:30")
        #expect(try Kind.date(.unixSeconds).wire("1970-01-02", offset: 3600) == 82_800)
    }

    @Test func `has a label for people`() {
        #expect(Kind.status.label("pickup") == "out for delivery")
        #expect(Kind.carrier.label("4px") == "4PX")
        #expect(Kind.country.label("US") == "United States")
        #expect(Kind.text.label(nil) == "")
    }
}
