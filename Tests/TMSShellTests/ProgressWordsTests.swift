import TMSEngine
import Testing

@testable import TMSShell

/// The line that says how far a run has come.
@Suite struct ProgressWordsTests {
    private static let midway: Progress.Snapshot = {
        var progress = Progress.Snapshot()
        progress.verb = "track"
        progress.done = 6_240
        progress.total = 8_863
        progress.already = 12
        progress.alreadyWord = "already tracked"
        progress.failed = 3
        progress.calls = 156
        progress.quota = 6_225
        progress.began = 0
        progress.moved = 157
        return progress
    }()

    @Test(arguments: [
        (
            120,
            "track   6,240 of 8,863 ███████████▎     12 already tracked · 3 failed · 156 calls · quota 6,225 · 1 min 06 s left"
        ),
        (100, "track   6,240 of 8,863 · 12 already tracked · 3 failed · 156 calls · quota 6,225 · 1 min 06 s left"),
        (80, "track   6,240 of 8,863 · 12 already tracked · 3 failed · 1 min 06 s left"),
        (60, "track   6,240 of 8,863 · 3 failed · 1 min 06 s left"),
        (40, "track   6,240 of 8,863 · 1 min 06 s left"),
        (20, "track   6,240 of 8,…"),
        (0, ""),
    ])
    func `is no wider than the terminal, and loses first what is least missed`(width: Int, line: String) {
        #expect(ProgressWords(Self.midway, nil, now: 157).text(width: width) == line)
    }

    @Test func `counts down, be it the rest, an answer or a pause`() {
        func end(_ wait: StatusLine.Wait?, _ now: Double) -> String {
            let text = ProgressWords(Self.midway, wait, now: now).text(width: 200)
            return text.split(separator: " · ").last.map(String.init) ?? ""
        }
        #expect(end(nil, 167) == "56 s left")
        #expect(end(.service(since: 166), 167) == "56 s left")
        #expect(end(.service(since: 160), 167) == "waiting for the service…")
        #expect(end(.pause(until: 287), 167) == "going on in 120 s")
        // It takes longer than was thought, and nothing is known.
        #expect(end(nil, 600) == "quota 6,225")
    }

    @Test func `turns where nothing can be counted`() {
        var progress = Progress.Snapshot()
        #expect(ProgressWords(progress, nil, now: 1).text(width: 80) == "⠋ working")
        progress.verb = "list"
        progress.calls = 1
        #expect(ProgressWords(progress, nil, now: 1, turn: 1).text(width: 80) == "⠙ list · 1 call")
        progress.verb = "archive"
        progress.done = 40
        #expect(ProgressWords(progress, nil, now: 1, turn: 12).text(width: 80) == "⠹ archive 40 · 1 call")
        progress.done = 0
        #expect(
            ProgressWords(progress, .pause(until: 119), now: 1).text(width: 80) == "going on in 118 s · 1 call")
    }

    @Test(arguments: [(0.2, "1 s"), (59.2, "1 min 00 s"), (66, "1 min 06 s"), (7_500, "2 h 05 min")])
    func `tells times in two units at the most`(seconds: Double, text: String) {
        #expect(ProgressWords.time(seconds) == text)
    }
}
