import Testing

@testable import TrackingMore

@Suite struct `A number's shape` {
    @Test(arguments: [
        ("RA123456785CN", "china-post", NumberGuess.Confidence.certain), ("EA123456785CN", "china-ems", .certain),
        ("ra 123 456 785 us", "usps", .certain), ("RA123456785GB", "royal-mail", .likely),
        ("RA123456789CN", "china-post", .possible),
        ("1Z999AA10123456784", "ups", .certain), ("1Z999AA10123456785", "ups", .possible),
        ("9400111202555842332669", "usps", .certain), ("420902109400111202555842332669", "usps", .certain),
        ("986578788855", "fedex", .likely), ("TBA000123456789", "amazon", .certain),
        ("YT2012345678901234", "yunexpress", .likely),
        ("300403513351", "4px", .possible), ("JJD0123456789012", "dhl", .likely),
    ])
    func `tells the carrier`(number: String, carrier: String, confidence: NumberGuess.Confidence) {
        let first = TrackingNumber(number).guesses.first
        #expect(first?.carrier == carrier)
        #expect(first?.confidence == confidence)
    }

    @Test func `gives advice about a wrong check digit, and refuses nothing`() {
        #expect(
            TrackingNumber("RA123456789CN").advice == "the check digit of RA123456789CN should be 5")
        #expect(TrackingNumber("RA123456785CN").advice == nil)
        #expect(TrackingNumber("1Z999AA10123456785").advice?.contains("should be 4") == true)
        #expect(TrackingNumber("anything").advice == nil)
    }

    @Test func `names only carriers of the list`() {
        for carrier in PostalOperators.byCountry.values { #expect(Carrier(carrier) != nil, "\(carrier)") }
        for country in Country.all {
            for letter in "CELRUV".utf8 {
                guard let post = PostalOperators.carrier(of: country.code, service: letter) else { continue }
                #expect(Carrier(post.carrier)?.code == post.carrier, "\(post.carrier)")
            }
        }
        for code in NumberFamily.all.flatMap(\.carriers) { #expect(Carrier(code: code) != nil, "\(code)") }
    }

    @Test func `is looked for in any text without a trap`() {
        var random = Lehmer(state: 7)
        let alphabet = Array("0123456789ABCZT-_ é".unicodeScalars)
        for _ in 0..<5000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<(random.next() % 36) { text.append(alphabet[Int(random.next() % UInt64(alphabet.count))]) }
            _ = TrackingNumber(String(text)).guesses
            _ = AirWaybill(String(text))
        }
    }

    @Test func `of an air waybill has a check digit`() {
        #expect(AirWaybill("172-28891936")?.dashed == "172-28891936")
        #expect(AirWaybill("172 2889193")?.dashed == "172-2889193")
        #expect(AirWaybill("172-00000011")?.hasRightCheckDigit == true)
        #expect(AirWaybill("172-00000012")?.hasRightCheckDigit == false)
        #expect(AirWaybill("17-228891936") == nil)
    }
}
