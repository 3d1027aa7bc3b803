import Glibc
import LineEditor
import Synchronization
import TMSBase
import TMSEngine

/// The person at the terminal: is told what goes on, is asked before what cannot be undone.
public final class Conversation: Sendable {
    /// Whether somebody can answer.
    public let hasPerson: Bool
    private let isQuiet: Bool
    private static let isTerminal = isatty(STDERR_FILENO) == 1
    private let statements = Mutex<[HistoryRecord]>([])
    private let reader = AnswerReader()
    /// The line that says how far a run has come; nil where there is none.
    let status: StatusLine?

    public init(hasPerson: Bool, isQuiet: Bool = false, status: StatusLine? = nil) {
        self.status = status
        self.hasPerson = hasPerson
        self.isQuiet = isQuiet
    }

    /// Says what there is to know beside all results.
    func warn(_ text: String) { note(text) }

    /// Keeps what `history` shows.
    func note(_ statements: [HistoryRecord]) { self.statements.withLock { $0 = statements } }

    func history() -> [HistoryRecord] { statements.withLock { $0 } }

    /// A line typed by the person; `nil` without one, or when there is no answer.
    func ask(_ question: String) async -> String? {
        guard hasPerson else { return nil }
        status?.makeRoom()
        defer { status?.comeBack(belowLine: true) }
        // A question stands on one line, whatever the data in it.
        say(CellText.oneLine(question) + " ")
        switch reader.read() {
        case .line(let answer): return answer
        case .endOfInput, .left:
            // What is said next begins a line of its own.
            say("\n")
            return nil
        }
    }

    /// Gives up the question that is open, if one is: ^C is a no.
    func leaveQuestion() { reader.leave() }

    /// Once, with the count, some of them, and what is not to be had back; anything but the asked-for answer is a no.
    func consent(to request: ConsentRequest, isLive: Bool) async -> Consent {
        guard hasPerson else { return .nobodyThere }
        var facts = [request.requests == 1 ? "1 call" : "\(Count.text(request.requests)) calls"]
        if let quota = request.quota { facts.insert("\(Count.text(quota)) quota", at: 0) }
        let place = isLive ? "LIVE" : "the sandbox"
        if let noun = request.noun {
            let things = Count.text(request.count) + " " + noun + (request.count == 1 ? "" : "s")
            facts.insert("\(request.isAtMost ? "up to " : "")\(things) on \(place)", at: 0)
        } else {
            facts.insert("on \(place)", at: 0)
        }
        say(facts.joined(separator: " · ") + "\n")
        let samples = await request.samples()
        for sample in samples { say("  \(Self.line(sample))\n") }
        let more = request.count - samples.count
        if more > 0, !samples.isEmpty { say("  … \(Count.text(more)) more\n") }
        say("  \(request.warning)\n")
        // One is confirmed with a yes; for many the number shows that it was read.
        let wanted = request.count == 1 ? "yes" : String(request.count)
        let answer = await ask("type \(wanted) to \(request.verb), Enter to leave it:")
        return answer?.filter { $0 != " " && $0 != "," }.lowercased() == wanted ? .given : .declined
    }

    /// A parcel on one line, whatever the data in it: `4819237500 · dhl · server board · Ann Miller`.
    private static func line(_ sample: ConsentRequest.Sample) -> String {
        [sample.number, sample.carrier, sample.title, sample.customer].compactMap { $0 }.filter { !$0.isEmpty }
            .map(CellText.oneLine).joined(separator: " · ")
    }

    func tell(_ notice: EngineNotice) {
        switch notice {
        case .pausing(let seconds, let reason): note("\(reason); going on in \(seconds) s")
        case .retrying(_, let seconds, let reason): note("\(reason); trying again in \(Int(seconds.rounded(.up))) s")
        case .withheld(let method, let url, let body, let quota):
            let price = quota.map { " · \(Count.text($0)) quota" } ?? ""
            say("not sent: \(method) \(url)" + (body.map { " \($0)" } ?? "") + price + "\n")
        }
    }

    /// What became of the calls that nobody waited for: said in any case, for nobody can look it up later.
    func tell(_ givenUp: CallsUnderWay.GivenUp) {
        let calls = givenUp.calls == 1 ? "1 call" : "\(Count.text(givenUp.calls)) calls"
        var doubt: [String] = []
        if givenUp.changes > 0 {
            let parcels = givenUp.changes == 1 ? "1 parcel" : "\(Count.text(givenUp.changes)) parcels"
            doubt.append("it is in doubt whether \(parcels) changed")
        }
        if givenUp.paidReads > 0 { doubt.append("it may have taken quota") }
        let rest = doubt.isEmpty ? "nothing is in doubt" : doubt.joined(separator: ", and ") + "; look before repeating"
        say("\(calls) given up before the answer: \(rest)\n")
    }

    private func note(_ text: String) {
        if !isQuiet { say(text + "\n") }
    }

    private func say(_ text: String) {
        let bytes =
            Self.isTerminal ? TerminalCleaner(keepsStyles: false).clean(Array(text.utf8)[...]) : Array(text.utf8)
        status?.makeRoom()
        defer { status?.comeBack(belowLine: text.hasSuffix("\n")) }
        var offset = 0
        bytes.withUnsafeBytes { buffer in
            while offset < buffer.count {
                let sent = write(STDERR_FILENO, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
                if sent > 0 { offset += sent } else if errno != EINTR { return }
            }
        }
    }
}
