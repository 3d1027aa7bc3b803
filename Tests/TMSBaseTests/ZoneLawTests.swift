import Foundation
import TMSBase
import Testing

/// Days and times of zones with every sort of change, beside an oracle that looks at each moment where something may
/// begin.
@Suite struct ZoneLawTests {
    private static let zones = [
        "Europe/Berlin", "America/New_York", "America/Santiago", "America/Havana", "Pacific/Apia", "America/St_Johns",
        "Asia/Kathmandu", "Australia/Lord_Howe", "Africa/Casablanca", "America/Sao_Paulo", "Asia/Beirut", "Asia/Tehran",
        "Pacific/Kiritimati", "Antarctica/Troll", "Africa/Cairo", "UTC",
    ]

    @Test(arguments: zones)
    func `the first moment of a day is the least with its date`(name: String) throws {
        guard let zone = ZoneFile(name) else { return }
        let clock = LocalClock(now: { 0 }, offset: { zone.offset(at: $0) })
        let offsets = Set(zone.offsets)
        var days: Set<Int> = []
        for change in zone.changes { for near in -2...2 { days.insert(floorDivide(change, 86_400) + near) } }
        for day in stride(from: 1_000, to: 24_000, by: 97) { days.insert(day) }
        for day in days {
            // Between two changes the clock runs evenly: a date begins at a midnight or at a change.
            let midnights = offsets.map { day * 86_400 - $0 }
            let near = zone.changes.filter { abs($0 - day * 86_400) < 2 * 86_400 }
            let first = (midnights + near).filter { clock.day(at: $0) == day }.min()
            let after = (midnights + near).filter { clock.day(at: $0).map { $0 > day } ?? false }.min()
            #expect(clock.start(ofDay: day) == first ?? after, "\(name), day \(day)")
        }
    }

    @Test(arguments: zones)
    func `a moment comes back from what the clock shows, unless that comes twice`(name: String) throws {
        guard let zone = ZoneFile(name) else { return }
        let clock = LocalClock(now: { 0 }, offset: { zone.offset(at: $0) })
        for change in zone.changes {
            for moment in stride(from: change - 10_800, through: change + 10_800, by: 1_500) {
                let shown = moment + zone.offset(at: moment)
                let read = clock.moment(showing: shown)
                #expect(read + zone.offset(at: read) == shown, "\(name), \(moment)")
                #expect(read <= moment, "the first of two, \(name), \(moment)")
            }
        }
    }

    @Test func `what the clock leaves out is read as before the change, and what comes twice is the first`() throws {
        for (name, text, moment) in [
            ("America/New_York", "2026-03-08 02:30", "2026-03-08T07:30Z"),
            ("Europe/Berlin", "2026-03-29 02:30", "2026-03-29T01:30Z"),
            ("Europe/Berlin", "2026-10-25 02:30", "2026-10-25T00:30Z"),
            ("America/New_York", "2026-11-01 01:30", "2026-11-01T05:30Z"),
            ("America/Santiago", "2026-09-06 00:00", "2026-09-06T04:00Z"),
            ("America/Havana", "2026-03-08 00:00", "2026-03-08T05:00Z"),
        ] {
            guard let zone = ZoneFile(name) else { continue }
            let clock = LocalClock(now: { 0 }, offset: { zone.offset(at: $0) })
            #expect(try clock.date(text) == clock.date(moment), "\(name) \(text)")
        }
    }
}

/// The changes of a zone as the machine's file lists them.
private struct ZoneFile {
    /// Ascending, in seconds since 1970.
    let changes: [Int]
    /// The offset before the first change, then that after each.
    let offsets: [Int]

    init?(_ name: String) {
        guard let data = FileManager.default.contents(atPath: "/usr/share/zoneinfo/\(name)") else { return nil }
        let bytes = [UInt8](data)
        func number(_ place: Int, _ width: Int) -> Int {
            let raw = bytes[place..<place + width].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return width == 4 ? Int(Int32(bitPattern: UInt32(raw))) : Int(Int64(bitPattern: raw))
        }
        func counts(_ place: Int) -> [Int] { (0..<6).map { number(place + 20 + 4 * $0, 4) } }
        // The first block is for readers of 32 bits; the second says the same with 64.
        let old = counts(0)
        let second = 44 + old[3] * 5 + old[4] * 6 + old[5] + old[2] * 8 + old[1] + old[0]
        let new = counts(second)
        let times = second + 44
        let kinds = times + new[3] * 8
        let types = kinds + new[3]
        let all = (0..<new[3]).map { (time: number(times + 8 * $0, 8), kind: Int(bytes[kinds + $0])) }
        func offset(_ kind: Int) -> Int { number(types + 6 * kind, 4) }
        // What lies far back has offsets of seconds and changes by decree within days.
        let kept = all.filter { $0.time > 0 }
        let before = all.last { $0.time <= 0 }.map { offset($0.kind) } ?? offset(0)
        changes = kept.map(\.time)
        offsets = [before] + kept.map { offset($0.kind) }
    }

    func offset(at moment: Int) -> Int {
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle] <= moment { low = middle + 1 } else { high = middle }
        }
        return offsets[low]
    }
}
