import Foundation
import Testing

@testable import TMSEngine

@Suite struct RateLedgerTests {
    @Test func `processes that share a file share the limit and the pause`() throws {
        let folder = NSTemporaryDirectory() + "limits-\(UInt32.random(in: 0 ... .max))"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/deep/account"
        let (one, other) = (RateLedger(sharedAt: path), RateLedger(sharedAt: path))
        // Each process counts from its own start.
        #expect(one.turn(rate: 1, now: 0) == 0)
        let turn = other.turn(rate: 1, now: 50)
        #expect((50.9...51.06).contains(turn), "\(turn)")
        one.pause(until: 120, now: 0)
        let late = other.turn(rate: 3, now: 50)
        #expect((169.9...170.01).contains(late), "\(late)")
    }

    @Test func `the second call waits for the answer to the first, whose connection takes time`() {
        let ledger = RateLedger()
        #expect(ledger.turn(rate: 1, now: 0) == 0)
        ledger.answered(rate: 1, now: 0.7)
        #expect(ledger.turn(rate: 1, now: 0.7) == 1.7)
        ledger.answered(rate: 1, now: 1.8)
        #expect(abs(ledger.turn(rate: 1, now: 1.8) - 2.75) < 0.001)
    }

    @Test(arguments: [
        "nonsense\n1\n", "1 nan\npause inf\n", "1 99999999999\npause 99999999999\n", "-1 5\n", "margin 0 -4\n",
        "margin 1 9999999999\n", "margin 1 x\n", "margin 1\n", "margin 99999999999 3\n",
    ])
    func `a file of something else, or of before the last start, is as none`(text: String) throws {
        let path = NSTemporaryDirectory() + "limit-\(UInt32.random(in: 0 ... .max))"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        let ledger = RateLedger(sharedAt: path)
        #expect(ledger.turn(rate: 1, now: 7) == 7)
        #expect(abs(ledger.turn(rate: 1, now: 7) - 8.05) < 0.001)
    }

    /// Seconds between two calls of rate 1 at a time.
    private func distance(_ ledger: RateLedger, at now: Double) -> Double {
        let first = ledger.turn(rate: 1, now: now)
        return ledger.turn(rate: 1, now: first) - first
    }

    @Test func `calls are 2 % further apart after each refusal, and come closer by as much every hour`() {
        let ledger = RateLedger()
        func isApart(_ seconds: Double, at now: Double) -> Bool { abs(distance(ledger, at: now) - seconds) < 0.0001 }
        #expect(isApart(1.05, at: 0))
        ledger.pause(until: 220, now: 100)
        // Others that were under way meet the same refusal.
        ledger.pause(until: 221, now: 101)
        ledger.pause(until: 222, now: 102)
        #expect(isApart(1.07, at: 300))
        ledger.pause(until: 520, now: 400)
        #expect(isApart(1.09, at: 600))
        #expect(isApart(1.09, at: 3_990))
        #expect(isApart(1.07, at: 4_010))
        ledger.pause(until: 5_120, now: 5_000)
        #expect(isApart(1.09, at: 8_590))
        #expect(isApart(1.07, at: 8_610))
        #expect(isApart(1.05, at: 12_210))
        #expect(isApart(1.05, at: 900_000))
    }

    @Test func `processes that share a file share the margin`() throws {
        let path = NSTemporaryDirectory() + "margin-\(UInt32.random(in: 0 ... .max))"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let (one, other) = (RateLedger(sharedAt: path), RateLedger(sharedAt: path))
        // Each process counts from its own start, and asks at one moment.
        func isApart(_ ledger: RateLedger, _ seconds: Double, at now: Double) -> Bool {
            let first = ledger.turn(rate: 1, now: now)
            return abs(ledger.turn(rate: 1, now: now) - first - seconds) < 0.005
        }
        one.pause(until: 0, now: 0)
        #expect(isApart(other, 1.07, at: 200))
        other.pause(until: 200, now: 200)
        #expect(isApart(one, 1.09, at: 10))
        #expect(isApart(RateLedger(sharedAt: path), 1.09, at: 7_000))
    }
}
