import TrackingMore

extension CivilTime {
    /// `2026-03-05`.
    var date: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
    /// `14:30`.
    var time: String { "\(padded(hour, 2)):\(padded(minute, 2))" }

    /// `30 Nov`, or `30 Nov 2024` when it is not the year of `reference`.
    func short(seenFrom reference: CivilTime) -> String {
        let dayText = day < 10 ? " \(day)" : "\(day)"
        let text = "\(dayText) \(Self.months[(month - 1) % 12])"
        return year == reference.year ? text : "\(text) \(year)"
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}

private func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}
