public import TMSBase

/// One thing that happened to a parcel, and on whose part of the way.
public struct TrackingEvent: Sendable, Equatable {
    /// `Date` as it came.
    public let date: String
    /// The same read; nil where it cannot be. In the place's own time.
    public let time: CivilTime?
    public let text: String
    public let place: String
    public let status: Status?
    public let substatus: String?
    public let milestone: String?
    /// True for the second carrier's part.
    public let isArrival: Bool
}

extension TrackingEvent {
    /// The events of a tracking object, newest first, the two parts of the way merged by date.
    ///
    /// Events whose date cannot be read keep their place among their neighbours, at the end of equals.
    public static func all(of tracking: JSON) -> [TrackingEvent] {
        let arrival = events(of: tracking["destination_info"], isArrival: true)
        let origin = events(of: tracking["origin_info"], isArrival: false)
        guard !arrival.isEmpty, !origin.isEmpty else { return arrival + origin }
        var merged: [TrackingEvent] = []
        var (left, right) = (arrival[...], origin[...])
        while let first = left.first, let second = right.first {
            if let one = first.time, let other = second.time, one < other {
                merged.append(second)
                right.removeFirst()
            } else {
                merged.append(first)
                left.removeFirst()
            }
        }
        return merged + left + right
    }

    private static func events(of leg: JSON?, isArrival: Bool) -> [TrackingEvent] {
        (leg?["trackinfo"]?.array ?? []).map { event in
            let date = event["Date"]?.string ?? ""
            return TrackingEvent(
                date: date, time: WrittenDate(date)?.civil, text: event["StatusDescription"]?.string ?? "",
                place: event["Details"]?.string ?? "",
                status: event["checkpoint_status"]?.string.flatMap { Status($0) },
                substatus: event["substatus"]?.string, milestone: event["ItemNode"]?.string, isArrival: isArrival)
        }
    }
}
