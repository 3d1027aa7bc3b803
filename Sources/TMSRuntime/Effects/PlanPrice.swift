import TMSBase

/// What a program that was planned would do, and what that costs: told at the end of the plan.
public struct PlanPrice: Sendable, Equatable {
    /// A parcel that a write is about.
    public struct Sample: Sendable, Equatable {
        public let number: String
        public let carrier: String?
        public let title: String?

        public init(number: String, carrier: String?, title: String?) {
            self.number = number
            self.carrier = carrier
            self.title = title
        }
    }

    /// A read that takes from the quota, and was not sent.
    public struct PaidRead: Sendable, Equatable {
        public let verb: String
        public var items: Int
        /// Nil where nobody knows what it takes.
        public var quota: Int?

        public init(verb: String, items: Int, quota: Int?) {
            self.verb = verb
            self.items = items
            self.quota = quota
        }
    }

    /// Rows that would be written, by verb and in the order in which the program comes to them.
    public var verbs: [RowsSummary.Count] = []
    /// Rows that ask for what the account holds already.
    public var already = 0
    public var failed = 0
    /// Why rows fail, the most frequent cause first.
    public var causes: [RowsSummary.Count] = []
    /// The first parcels that would be written to.
    public var samples: [Sample] = []
    /// Calls that the run makes, reads included.
    public var calls = 0
    /// How long they take at the account's limit.
    public var seconds = 0
    /// What writes take from the quota.
    public var quota = 0
    /// What the account has left of it; nil where that was not asked.
    public var quotaLeft: Int?
    public var paidReads: [PaidRead] = []
    /// Writes made by hand, of which nobody knows what they cost or change.
    public var byHand: [String] = []
    /// Rows that no call takes back, by verb.
    public var lost: [RowsSummary.Count] = []
    /// What does not come back although a row is taken back, by verb.
    public var losing: [String: String] = [:]
    /// Something was read after a write, which the account does not know of.
    public var readsAfterWrite = false

    public init() {}

    public var rows: Int { verbs.reduce(0) { $0 + $1.rows } }

    /// Nothing would be written or paid for.
    public var isEmpty: Bool { rows + already + failed == 0 && paidReads.isEmpty && byHand.isEmpty }

    /// - Parameter showsSamples: the first parcels are told; false where each was shown before, and then a line is enough.
    public func lines(showsSamples: Bool = true) -> [String] {
        let price = ([cost] + undo).joined(separator: " · ")
        var lines = showsSamples && !samples.isEmpty ? [what] + sampleLines + [price] : ["\(what) · \(price)"]
        for read in paidReads {
            let price = read.quota.map { "\(Count.text($0)) quota" } ?? "nobody knows what it takes from the quota"
            lines.append("not read, for it is paid for: \(Count.text(read.items)) of `\(read.verb)`, \(price)")
        }
        for line in byHand {
            lines.append("made by hand: \(line); nobody knows what it changes or costs, and undo does not take it back")
        }
        if readsAfterWrite {
            lines.append(
                "what is read after the first write was read of the account as it is now; a run may read otherwise")
        }
        return lines
    }

    private var sampleLines: [String] {
        let lines = samples.map { sample in
            "  "
                + [sample.number, sample.carrier, sample.title].compactMap { $0 }.filter { !$0.isEmpty }
                .map(LineBreaks.marked).joined(separator: " · ")
        }
        return rows > samples.count ? lines + ["  … \(Count.text(rows - samples.count)) more"] : lines
    }

    private var what: String {
        var parts = verbs.map { "\(Count.text($0.rows)) to \($0.word)" }
        if parts.isEmpty { parts.append(byHand.isEmpty ? "nothing to write" : "no rows to write") }
        if already > 0 { parts.append("\(Count.text(already)) already tracked") }
        if failed > 0 {
            let grouped = causes.map { "\(Count.text($0.rows)) \($0.word)" }.joined(separator: ", ")
            parts.append("\(Count.text(failed)) cannot be" + (grouped.isEmpty ? "" : ": \(grouped)"))
        }
        return parts.joined(separator: " · ")
    }

    private var cost: String {
        var parts = [Self.calls(calls, seconds)]
        if quota > 0 {
            parts.append("quota \(Count.text(quota))" + (quotaLeft.map { " of \(Count.text($0))" } ?? ""))
            if let quotaLeft, quotaLeft < quota { parts.append("what is left of it covers \(Count.text(quotaLeft))") }
        } else if rows > 0 {
            parts.append("no quota")
        }
        return parts.joined(separator: " · ")
    }

    /// `222 calls, 3 min 42 s at the account's limit`.
    public static func calls(_ calls: Int, _ seconds: Int) -> String {
        let count = calls == 1 ? "1 call" : "\(Count.text(calls)) calls"
        return calls == 0 ? "no call" : "\(count), \(time(seconds)) at the account's limit"
    }

    private static func time(_ seconds: Int) -> String {
        let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60)
        if hours > 0 { return minutes > 0 ? "\(hours) h \(minutes) min" : "\(hours) h" }
        guard minutes > 0 else { return "\(seconds) s" }
        return seconds % 60 > 0 ? "\(minutes) min \(seconds % 60) s" : "\(minutes) min"
    }

    /// What undo can restore, and what it cannot.
    private var undo: [String] {
        guard rows > 0 else { return [] }
        guard !lost.isEmpty || !losing.isEmpty else { return ["undo takes back all of it"] }
        let lostWords = Set(lost.map(\.word))
        let back = verbs.filter { !lostWords.contains($0.word) && losing[$0.word] == nil }.map { "`\($0.word)`" }
        let partly = losing.sorted { $0.key < $1.key }.map { "`\($0.key)` without \($0.value)" }
        var parts: [String] = []
        if !back.isEmpty || !partly.isEmpty { parts.append("undo takes back " + Self.list(back + partly)) }
        if !lost.isEmpty {
            parts.append(
                "nothing takes back " + Self.list(lost.map { "\(Count.text($0.rows)) of `\($0.word)`" }))
        }
        return parts
    }

    private static func list(_ words: [String]) -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }
}
