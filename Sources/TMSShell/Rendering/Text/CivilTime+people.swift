import TMSBase
import TrackingMore

extension CivilTime {
    /// `14:30`.
    var time: String { "\(padded(hour, 2)):\(padded(minute, 2))" }

    /// `30 Nov`, or `30 Nov 2024` when it is not the year of `reference`.
    func short(seenFrom reference: CivilTime?) -> String {
        let dayText = day < 10 ? " \(day)" : "\(day)"
        let text = "\(dayText) \(monthAbbreviation)"
        return year == reference?.year ? text : "\(text) \(year)"
    }
}
