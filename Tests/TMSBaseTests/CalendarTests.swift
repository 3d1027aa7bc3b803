import TMSBase
import Testing

@Suite struct `The calendar` {
    @Test func `gives every day of the years 1 to 9999 a number and takes it back`() throws {
        var expected = CivilDay.range.lowerBound
        for year in [1, 2, 3, 4, 100, 400, 1582, 1600, 1899, 1900, 1969, 1970, 2000, 2024, 2026, 2100, 9998, 9999] {
            for month in 1...12 {
                for day in 1...CivilDay.days(inMonth: month, of: year) {
                    let date = try #require(CivilDay(year: year, month: month, day: day))
                    #expect(CivilDay(daysSinceEpoch: date.daysSinceEpoch) == date)
                    expected = date.daysSinceEpoch
                }
            }
        }
        #expect(expected == CivilDay.range.upperBound)
        #expect(CivilDay(daysSinceEpoch: 0)?.text == "1970-01-01")
        #expect(CivilDay.weekday(daysSinceEpoch: 0) == 3)
        #expect(CivilDay.weekday(daysSinceEpoch: -4) == 6)
    }

    @Test(arguments: [-719_163, 2_932_897, .min, .max])
    func `ends with its range`(day: Int) { #expect(CivilDay(daysSinceEpoch: day) == nil) }

    @Test(arguments: [
        (2026, 2, 29), (1900, 2, 29), (2026, 13, 1), (2026, 0, 1), (2026, 4, 31), (0, 1, 1), (10_000, 1, 1),
    ])
    func `lacks days that never are`(year: Int, month: Int, day: Int) {
        #expect(CivilDay(year: year, month: month, day: day) == nil)
    }
}

@Suite struct `A period` {
    private let monday = WrittenDate("2026-11-23")?.day.daysSinceEpoch ?? 0

    @Test(arguments: [
        ("this week", "2026-11-23", "2026-11-29"), ("last week", "2026-11-16", "2026-11-22"),
        ("this month", "2026-11-01", "2026-11-30"), ("last month", "2026-10-01", "2026-10-31"),
        ("2024-02", "2024-02-01", "2024-02-29"), ("9999-12", "9999-12-01", "9999-12-31"),
    ])
    func `has a first and a last day`(text: String, first: String, last: String) throws {
        let period = try #require(DatePeriod(text))
        #expect(period.text == text)
        for day in monday...monday + (text.contains("week") ? 6 : 7) {
            let days = try #require(period.days(today: day))
            #expect(CivilDay(daysSinceEpoch: days.lowerBound)?.text == first)
            #expect(CivilDay(daysSinceEpoch: days.upperBound)?.text == last)
        }
    }

    @Test func `of the month before January is December`() throws {
        let january = try #require(CivilDay(year: 2026, month: 1, day: 15)).daysSinceEpoch
        let days = try #require(DatePeriod.lastMonth.days(today: january))
        #expect(CivilDay(daysSinceEpoch: days.lowerBound)?.text == "2025-12-01")
    }

    @Test(arguments: ["2026-13", "2026-00", "0000-01", "next week", "2026-1", "week"])
    func `is nothing else`(text: String) { #expect(DatePeriod(text) == nil) }
}

@Suite struct `A written date` {
    @Test(arguments: [
        "2026-02-21", "2026-2-21", "2026/02/21", "2026.02.21", "20260221", "21.02.2026", "21/02/2026", "02/21/2026",
        "Feb 21, 2026", "February 21 2026", "21 Feb 2026", "21-Feb-2026", "21. February 2026", "21st Feb 2026",
        "Sat, 21 Feb 2026", "Saturday, February 21, 2026", " 2026-02-21 ",
    ])
    func `is read in every spelling with one meaning`(text: String) throws {
        #expect(try WrittenDate.read(text) == WrittenDate(day: #require(CivilDay(year: 2026, month: 2, day: 21))))
    }

    @Test(
        arguments: [
            ("2026-02-21 15:05", nil), ("2026-02-21T15:05:00", nil), ("2026-02-21 3:05 PM", nil),
            ("Feb 21, 2026 3:05pm", nil),
            ("2026-02-21 15:05:00 -0500", -18_000), ("2026-02-21T15:05+05:00", 18_000), ("2026-02-21T15:05:00.250Z", 0),
            ("Sat, 21 Feb 2026 15:05:00 +0000", 0), ("2026-02-21 15:05 UTC", 0), ("21.02.2026, 15:05", nil),
        ] as [(String, Int?)])
    func `is read with its time and its zone`(text: String, offset: Int?) throws {
        let date = try WrittenDate.read(text)
        #expect(date.civil.text == "2026-02-21 15:05")
        #expect(date.offset == offset)
    }

    @Test(arguments: [
        ("2026-02-29", "there is no 29 February 2026"), ("31.04.2026", "there is no 31 April 2026"),
        ("2026-13-01", "there is no month 13"), ("2026-01-32", "there is no day 32"),
        ("2026-02-21 25:00", "there is no such time of day"), ("2026-02-21 13:05 PM", "there is no such time of day"),
        ("03/04/2026", "4 March 2026 or 3 April 2026"),
        ("1708511400", "seconds since 1970: 2024-02-21 10:30 UTC"),
        ("1708511400000", "milliseconds since 1970: 2024-02-21 10:30 UTC"),
        ("45384.34", "the day number of a spreadsheet: 2024-04-02 08:09:36"), ("21.02.26", "is not a date"),
        ("may be", "is not a date"), ("12 kg", "is not a date"), ("RB123456785GB", "is not a date"),
        ("", "is not a date"),
        ("2026-02-21 EST", "is not a date"), ("2026-02-21x", "is not a date"), ("300403513351", "is not a date"),
    ])
    func `that is none says why`(text: String, cause: String) {
        let error = #expect(throws: UnreadableText.self) { try WrittenDate.read(text) }
        #expect(error?.cause.contains(cause) == true, "\(error?.cause ?? "")")
    }

    @Test func `comes back from what is printed, a day and a moment`() throws {
        let clock = LocalClock(now: { 0 }, offset: { _ in 19_800 })
        for day in stride(from: CivilDay.range.lowerBound + 1, to: CivilDay.range.upperBound, by: 9_973) {
            let date = try #require(CivilDay(daysSinceEpoch: day))
            #expect(try clock.date(date.text) == .day(day))
            let moment = day * 86_400 + (day * 7_919 % 86_400 + 86_400) % 86_400
            #expect(try clock.date(#require(clock.shown(at: moment)).text) == .moment(moment))
        }
    }

    @Test func `is read in the order that is given`() {
        #expect(WrittenDate("03/04/2026", order: .dayFirst)?.day.text == "2026-04-03")
        #expect(WrittenDate("03/04/2026", order: .monthFirst)?.day.text == "2026-03-04")
        #expect(WrittenDate("03/04/2026") == nil)
        #expect(WrittenDate("21/04/2026", order: .monthFirst) == nil)
        #expect(WrittenDate("04/04/2026")?.day.text == "2026-04-04")
    }
}
