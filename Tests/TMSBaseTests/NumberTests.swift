import TMSBase
import Testing

@Suite struct `A written number` {
    @Test(arguments: ["0", "14", "-3", "3.5", "-0.25", "1.50", "12.00", "9223372036854775807", "-9223372036854775808"])
    func `is read where it prints back`(text: String) throws {
        let numeral = try Numeral.read(text)
        #expect(Double(numeral.text) == Double(text))
        #expect(try Numeral.read(numeral.text).isEqual(to: numeral))
    }

    @Test(arguments: [
        "0012345678905", "01067", "9400110200881234567896", "1e5", "0x1F", "12 kg", "", "-", "1.", ".5", "1,50", "+1",
        "123456789012345678.25", "inf", "nan", "00.5",
    ])
    func `is refused where it would not`(text: String) {
        #expect(Numeral(reading: text) == nil)
        #expect(throws: UnreadableText.self) { try Numeral.read(text) }
    }

    @Test(arguments: [
        (0.0000001, "0.0000001"), (1.25e-7, "0.000000125"), (-1e-7, "-0.0000001"), (1e22, "10000000000000000000000"),
        (1.25e16, "12500000000000000"), (0.1, "0.1"), (2, "2"), (-0.0, "0"),
        (9_007_199_254_740_992, "9007199254740992"),
    ])
    func `has no exponent`(number: Double, text: String) { #expect(Numeral.text(of: number) == text) }

    @Test func `comes back from what is printed, whatever its bits`() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<20_000 {
            let number = Double(bitPattern: random.next())
            guard number.isFinite else { continue }
            let text = Numeral.text(of: number)
            #expect(!text.contains("e"))
            #expect(Numeral(reading: text)?.double == number, "\(number) printed as \(text)")
        }
    }

    @Test func `is ordered exactly`() {
        #expect(Numeral.integer(9_007_199_254_740_993).order(.decimal(9_007_199_254_740_992)) == 1)
        #expect(Numeral.decimal(9_007_199_254_740_992).order(.integer(9_007_199_254_740_993)) == -1)
        #expect(Numeral.integer(.max).order(.decimal(9.3e18)) == -1)
        #expect(Numeral.integer(.min).order(.decimal(-9.3e18)) == 1)
        #expect(Numeral.integer(-3).order(.decimal(-2.5)) == -1)
        #expect(Numeral.integer(-2).order(.decimal(-2.5)) == 1)
        #expect(Numeral.integer(2).order(.decimal(2)) == 0)
    }
}

@Suite struct `The order of digits` {
    @Test(arguments: [
        ("9400110200881234567896", "9400110200881234567897", -1), ("007", "7", 0), ("007", "8", -1), ("-2", "1", -1),
        ("-10", "-9", -1), ("-0", "0", 0), ("1.50", "1.5", 0), ("1.05", "1.5", -1), ("10", "9", 1), ("0.1", "0.01", 1),
    ])
    func `is exact`(left: String, right: String, order: Int) {
        #expect(DigitOrder.order(left, right) == order)
        #expect(DigitOrder.order(right, left) == -order)
    }

    @Test(arguments: ["", "-", "1.", ".5", "4px", "1e5", "+3", " 3"])
    func `is none beside anything else`(text: String) { #expect(DigitOrder.order(text, "3") == nil) }
}

@Suite struct `A written duration` {
    @Test(arguments: [
        ("14 days", 1_209_600), ("14d", 1_209_600), ("1.5 h", 5_400), ("36h", 129_600), ("-90 min", -5_400), ("8 s", 8),
        ("4 days 14 h 24 min", 397_440), ("-4 days 14 h", -396_000), ("2 Weeks", 1_209_600), ("0 days", 0),
    ])
    func `is read`(text: String, seconds: Int) throws { #expect(try WrittenDuration.read(text) == seconds) }

    @Test(arguments: [
        "", "days", "14", "14 m", "2 months", "14 days ago", "4 h 2 days", "1e3 s", "9223372036854775807 days",
    ])
    func `that is none is refused`(text: String) {
        #expect(throws: UnreadableText.self) { try WrittenDuration.read(text) }
    }

    @Test func `takes the usual unit`() throws { #expect(try WrittenDuration.read("3", usual: .hours) == 10_800) }

    @Test func `comes back from what is printed`() throws {
        var random = SystemRandomNumberGenerator()
        let edges = [
            0, 1, -1, 59, 60, 3_600, 86_399, 86_400, 172_800, 172_860, -172_860, .max, .min, .max - 7, .min + 8,
        ]
        for seconds in edges
            + (0..<5_000).map({ _ in Int.random(in: .min ... .max, using: &random) >> Int.random(in: 0...60) })
        {
            #expect(try WrittenDuration.read(WrittenDuration.text(of: seconds)) == seconds)
        }
    }
}
