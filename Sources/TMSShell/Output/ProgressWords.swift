import TMSBase
import TMSEngine

/// How far a run has come, on one line:
/// `track   6,240 of 8,863 ██████████▏      12 already tracked · 3 failed · 156 calls · 1 min 06 s left`.
struct ProgressWords {
    private let progress: Progress.Snapshot
    private let wait: StatusLine.Wait?
    private let now: Double
    private let turn: Int

    private static let spinner = Array("⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏")
    private static let blocks = Array(" ▏▎▍▌▋▊▉")
    private static let barWidth = 16
    /// An answer that takes longer than so many seconds is one that is waited for.
    private static let patience = 2.0

    /// - Parameter turn: how often the line was written before.
    init(_ progress: Progress.Snapshot, _ wait: StatusLine.Wait?, now: Double, turn: Int = 0) {
        self.progress = progress
        self.wait = wait
        self.now = now
        self.turn = turn
    }

    /// The whole of it where it fits; else without what is least missed.
    func text(width: Int) -> String {
        let head = head
        let facts = facts
        // What goes first as the line gets narrower: the bar, then facts by their rank.
        for (hasBar, least) in [(true, 0), (false, 0), (false, 1), (false, 2), (false, 3)] {
            let line = line(head, hasBar ? bar : nil, facts.filter { $0.rank >= least }.map(\.text))
            if DisplayWidth.of(line) <= width { return line }
        }
        return DisplayWidth.truncate(line(head, nil, facts.filter { $0.rank >= 3 }.map(\.text)), to: max(0, width))
    }

    private func line(_ head: String?, _ bar: String?, _ facts: [String]) -> String {
        let facts = facts.joined(separator: " · ")
        guard let head else { return facts }
        if let bar { return facts.isEmpty ? "\(head) \(bar)" : "\(head) \(bar) \(facts)" }
        return facts.isEmpty ? head : "\(head) · \(facts)"
    }

    /// `track   6,240 of 8,863`; with a spinner where nobody knows how many there are.
    private var head: String? {
        if let total = progress.total, let verb = progress.verb {
            let all = Count.text(total)
            return
                "\(verb)   \(DisplayWidth.fit(Count.text(progress.done), to: all.utf8.count, alignRight: true)) of \(all)"
        }
        // A pause needs no other sign that the run lives.
        if case .pause? = wait, progress.done == 0 { return nil }
        let spinner = Self.spinner[turn % Self.spinner.count]
        guard let verb = progress.verb else { return "\(spinner) working" }
        return progress.done > 1 ? "\(spinner) \(verb) \(Count.text(progress.done))" : "\(spinner) \(verb)"
    }

    private var bar: String? {
        guard let total = progress.total, total > 0 else { return nil }
        let eighths = Int(Double(progress.done) / Double(total) * Double(Self.barWidth * 8))
        let (whole, part) = min(eighths, Self.barWidth * 8).quotientAndRemainder(dividingBy: 8)
        let bar = String(repeating: "█", count: whole) + (part > 0 ? String(Self.blocks[part]) : "")
        return DisplayWidth.pad(bar, to: Self.barWidth)
    }

    /// With how much each is missed.
    private var facts: [(rank: Int, text: String)] {
        var facts: [(rank: Int, text: String)] = []
        let isPause = if case .pause? = wait { true } else { false }
        // What is waited for is the matter of a line without rows.
        if isPause, head == nil { facts += [waiting].compactMap { $0 } }
        if progress.already > 0 { facts.append((1, "\(Count.text(progress.already)) \(progress.alreadyWord)")) }
        if progress.failed > 0 { facts.append((2, "\(Count.text(progress.failed)) failed")) }
        if progress.calls > 0 {
            facts.append((0, progress.calls == 1 ? "1 call" : "\(Count.text(progress.calls)) calls"))
        }
        if progress.quota > 0 { facts.append((0, "quota \(Count.text(progress.quota))")) }
        if let waiting, !isPause || head != nil { facts.append(waiting) }
        return facts
    }

    /// What is waited for, or how long the rest takes.
    private var waiting: (rank: Int, text: String)? {
        switch wait {
        case .pause(let until) where until > now:
            return (3, "going on in \(Int((until - now).rounded(.up))) s")
        case .service(let since) where now - since >= Self.patience: return (3, "waiting for the service…")
        default:
            guard let left = progress.secondsLeft(at: now), left >= 1 else { return nil }
            return (3, "\(Self.time(left)) left")
        }
    }

    /// `8 s`, `1 min 06 s`, `2 h 05 min`.
    static func time(_ seconds: Double) -> String {
        // An account's whole year of calls is less; a longer time is none that anybody waits for.
        guard let whole = Int(exactly: min(seconds, 3e7).rounded(.up)) else { return "" }
        if whole < 60 { return "\(whole) s" }
        if whole < 3_600 { return "\(whole / 60) min \(padded(whole % 60)) s" }
        return "\(whole / 3_600) h \(padded(whole / 60 % 60)) min"
    }
}
