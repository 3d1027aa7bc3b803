import TrackingMore

/// What a number tells by its looks: a line for each courier it may belong to, how sure that is and why, and then the
/// number taken apart.
enum NumberReading {
    static func text(on number: String) -> String {
        let reading = TrackingNumber(number)
        var lines = reading.guesses.map { guess in
            let courier = guess.carrier.flatMap { Carrier($0) }
            let name = courier.map { "\($0.code) (\($0.name))" } ?? "no courier of the list"
            return "\(guess.confidence.word): \(name): \(guess.reason)"
        }
        if lines.isEmpty { lines.append("unknown: its shape names no courier; ask the service: detect \(number)") }
        let parts = reading.parts
        let width = parts.map(\.text.count).max() ?? 0
        for part in parts {
            let space = String(repeating: " ", count: width - part.text.count)
            lines.append("  \(part.text)\(space)  \(part.meaning)")
        }
        if let advice = reading.advice { lines.append(advice) }
        return lines.joined(separator: "\n")
    }
}
