import Glibc
import LineEditor
import Synchronization
import TMSEngine

/// The person at the terminal: is told what goes on, is asked before what cannot be undone.
public final class Conversation: Sendable {
    /// Whether somebody can answer.
    public let hasPerson: Bool
    private let isQuiet: Bool
    private let lines = Mutex<[String]>([])

    public init(hasPerson: Bool, isQuiet: Bool = false) {
        self.hasPerson = hasPerson
        self.isQuiet = isQuiet
    }

    /// Keeps what `history` shows.
    public func note(_ lines: [String]) { self.lines.withLock { $0 = lines } }

    func history() -> [String] { lines.withLock { $0 } }

    /// A line typed by the person; `nil` without one, or when there is no answer.
    func ask(_ question: String) async -> String? {
        guard hasPerson else { return nil }
        say(question + " ")
        guard
            case .line(let answer) = PlainLineReader().readLine(
                prompt: Prompt(""), continuation: Prompt(""), kind: .answer)
        else { return nil }
        return answer
    }

    /// Once, with the count, some of them, and what is not to be had back; anything but the asked-for answer is a no.
    func consent(to request: ConsentRequest, isLive: Bool) async -> Bool {
        guard hasPerson else { return false }
        let place = isLive ? "LIVE" : "the sandbox"
        let noun = request.count == 1 ? "parcel" : "parcels"
        let calls = request.requests == 1 ? "1 call" : "\(Count.text(request.requests)) calls"
        say("\(request.isAtMost ? "up to " : "")\(Count.text(request.count)) \(noun) on \(place) · \(calls)\n")
        if !request.samples.isEmpty {
            let more = request.count - request.samples.count
            let rest = more > 0 ? " · … \(Count.text(more)) more" : ""
            say("  " + request.samples.map(CellText.oneLine).joined(separator: " · ") + rest + "\n")
        }
        say("  \(request.warning)\n")
        // One is confirmed with a yes; for many the number shows that it was read.
        let wanted = request.count == 1 ? "yes" : String(request.count)
        let answer = await ask("type \(wanted) to \(request.verb), Enter to leave it:")
        return answer?.filter { $0 != " " && $0 != "," }.lowercased() == wanted
    }

    func tell(_ notice: EngineNotice) {
        switch notice {
        case .pausing(let seconds, let reason): note("\(reason); going on in \(seconds) s")
        case .retrying(_, let seconds, let reason): note("\(reason); trying again in \(Int(seconds.rounded(.up))) s")
        case .withheld(let method, let url, let body):
            say("not sent: \(method) \(url)" + (body.map { " \($0)" } ?? "") + "\n")
        }
    }

    private func note(_ text: String) {
        if !isQuiet { say(text + "\n") }
    }

    private func say(_ text: String) {
        let bytes = Array(text.utf8)
        var offset = 0
        bytes.withUnsafeBytes { buffer in
            while offset < buffer.count {
                let sent = write(STDERR_FILENO, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
                if sent > 0 { offset += sent } else if errno != EINTR { return }
            }
        }
    }
}
