import TrackingMore

/// What a number tells by its looks, in a line for each courier it may belong to.
enum NumberReading {
    static func text(on number: String) -> String {
        let reading = TrackingNumber(number)
        var lines = reading.guesses.map { guess in
            let courier = guess.carrier.flatMap { Carrier($0) }
            return "\(courier.map { "\($0.code) (\($0.name))" } ?? "no courier of the list"): \(guess.reason)"
        }
        if lines.isEmpty { lines.append("its shape names no courier; ask the service: detect \(number)") }
        if let advice = reading.advice { lines.append(advice) }
        return lines.joined(separator: "\n")
    }
}
