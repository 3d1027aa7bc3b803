import TMSBase
import TrackingMore

/// What a number tells by its looks: a line for each carrier it may belong to, how sure that is and why, and then the
/// number taken apart.
enum NumberReading {
    static func text(on read: TrackingNumber.Reading) -> String {
        let reading = TrackingNumber(read.number)
        var lines = reading.guesses.map { guess in
            let carrier = guess.carrier.flatMap { Carrier(code: $0) }
            let name = carrier.map { "\($0.code) (\($0.name))" } ?? "no carrier of the list"
            return "\(guess.confidence.word): \(name): \(guess.reason)"
        }
        if lines.isEmpty {
            lines.append("unknown: its shape names no carrier; ask the service: detect \(read.number)")
        }
        let parts = reading.parts
        let width = parts.map { DisplayWidth.of($0.text) }.max() ?? 0
        for part in parts {
            lines.append("  \(DisplayWidth.pad(part.text, to: width))  \(part.meaning)")
        }
        if let note = read.note { lines.append(note.text) }
        return lines.joined(separator: "\n")
    }
}
