import Testing

@testable import TrackingMore

@Suite struct `A number is read` {
    @Test(arguments: [
        ("RR 100 200 305 SG", "RR100200305SG"), ("300403513351 ", "300403513351"),
        ("\u{200B}\u{202A}300403513351\u{202C}\u{A0}", "300403513351"),
        ("9400 1102 0088 1234 5678 96", "9400110200881234567896"),
        ("=\"9400110200881234567896\"", "9400110200881234567896"), ("'4819237501", "4819237501"),
        ("１Ｚ999AA10123456784", "1Z999AA10123456784"), ("4819237501.0", "4819237501"), ("4819237501,00", "4819237501"),
        ("1Z 999 AA1 01 2345 6784", "1Z999AA10123456784"), ("٣٠٠٤٠٣٥١٣٤٠٢", "300403513402"),
        ("1LS7119013618127\u{2011}1", "1LS7119013618127-1"), ("12E45678", "12E45678"), ("rr-100_200", "rr-100_200"),
        ("https://t.example/?n=1Z999AA10123456784", "1Z999AA10123456784"), ("\u{FEFF}RB555666772CN", "RB555666772CN"),
        ("5108 7693037816", "51087693037816"), ("3004 0351 3402", "300403513402"),
    ])
    func `as people and spreadsheets write it`(text: String, number: String) throws {
        #expect(try TrackingNumber.read(text).number == number)
    }

    @Test(
        arguments: [
            ("9.40011E+21", KindError.Code.shortened, nil), ("9,40011E+21", .shortened, nil),
            ("3,00404E+11", .shortened, nil),
            ("3E+11", .shortened, nil), ("9.4e21", .shortened, nil),
            ("1Z999AA10123456784, 1Z12345E0205271688", .severalNumbers, nil),
            ("300403513402 300403513419", .severalNumbers, nil), ("300403513402/300403513419", .severalNumbers, nil),
            ("Order #1001: 3004 0351 3402, thanks", .numberInText, "300403513402"),
            ("300403513402 1234567", .numberInText, "300403513402"), ("4,819,237,501", .numberInText, "4819237501"),
            ("order 1001", .unfit, nil), ("Summe", .unfit, nil), ("1001", .unfit, nil), ("4819237501.5", .unfit, nil),
            ("4819?237501", .unfit, nil), ("2026-11-03 2026-11-04", .unfit, nil), ("total 1234567.89 EUR", .unfit, nil),
        ] as [(String, KindError.Code, String?)])
    func `or refused with what is wrong and what to do`(text: String, code: KindError.Code, suggestion: String?) {
        #expect {
            try TrackingNumber.read(text)
        } throws: { error in
            (error as? KindError)?.code == code && (error as? KindError)?.suggestion == suggestion
        }
    }

    @Test func `with a note where a spreadsheet has rounded it`() throws {
        #expect(try TrackingNumber.read("300404123456789000").note?.code == "N0610")
        let checked = try TrackingNumber.read("9400110200881200000000").note
        #expect(checked?.code == "N0608" && checked?.text.contains("rounded by a spreadsheet") == true)
        #expect(try TrackingNumber.read("300404123456789").note == nil)
        #expect(try TrackingNumber.read("9400110200881234567896").note == nil)
    }

    /// What is proposed stands in the text, its marks and blanks aside: nothing is repaired by leaving characters out.
    @Test func `and no proposal holds a number that was not there`() {
        var random = Lehmer(state: 11)
        let alphabet = Array("0123456789ABCZ1T-_. ,;:/=\"'E+eé\u{200B}".unicodeScalars)
        for _ in 0..<20_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<(random.next() % 40) { text.append(alphabet[Int(random.next() % UInt64(alphabet.count))]) }
            let written = String(text)
            let marks = " ,.\u{200B}".unicodeScalars
            let kept = String(String.UnicodeScalarView(text.filter { !marks.contains($0) }))
            do {
                let reading = try TrackingNumber.read(written)
                #expect(kept.contains(reading.number), "\(written) read as \(reading.number)")
                #expect(reading.number.utf8.allSatisfy(TrackingNumber.isAllowed))
                #expect(try TrackingNumber.read(reading.number).number == reading.number, "\(written)")
            } catch {
                if let meant = error.suggestion { #expect(kept.contains(meant), "\(written) proposed \(meant)") }
            }
        }
    }

    @Test(arguments: [
        ("Dear team, where is order #1001 (number 3004 0351 3402)?", ["300403513402"]),
        ("RB555666772CN and 1Z999AA10123456784; call +49 30 12345678901", ["RB555666772CN", "1Z999AA10123456784"]),
        ("our ref 2026 RB 555 666 772 CN, paid 1,234,567.89 on 2026-11-03", ["RB555666772CN"]),
        ("mail me at a1234567890@example.test", []), ("Lamp, 3 pieces, 10115 Berlin", []),
        ("see https://t.example/track/9400110200881234567896?lang=en", ["9400110200881234567896"]),
        ("", []),
    ])
    func `out of a text`(text: String, numbers: [String]) {
        #expect(TrackingNumber.find(in: text).map(\.number) == numbers)
    }

    @Test func `from groups that make one, and from no others`() {
        #expect(TrackingNumber.joined(["RB", "555", "666", "772", "CN"]) == "RB555666772CN")
        #expect(TrackingNumber.joined(["9400", "1102", "0088", "1234", "5678", "96"]) == "9400110200881234567896")
        #expect(TrackingNumber.joined(["300403513402", "300403513419"]) == nil)
        #expect(TrackingNumber.joined(["A12345", "B12345", "C12345"]) == nil)
        #expect(TrackingNumber.joined(["10001", "10002", "10003"]) == nil)
        #expect(TrackingNumber.joined(["lamp", "1001"]) == nil)
        #expect(TrackingNumber.joined(["1001"]) == nil)
    }
}
