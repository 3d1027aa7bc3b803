import TrackingMore

/// How far a parcel has come, as the service knows it: the journey up to the last refresh.
struct Progression: Sendable {
    let status: Status
    let substatus: String?
    /// The scans known, oldest first.
    let seen: ArraySlice<Journey.Step>
    let refreshed: Int?
    /// The refresh that will find something new; nil where nothing will change any more.
    let nextChange: Int?
    /// The refresh at which the parcel was found delivered, after which it is not refreshed.
    let finished: Int?

    /// - Parameter asking: whether the carrier is asked at this moment, whatever the rhythm.
    init(_ itinerary: Itinerary, rhythm: RefreshRhythm, now: Int, asking: Bool = false) {
        let journey = Journey(itinerary)
        guard let refreshed = asking ? now : rhythm.last(at: now) else {
            self.init(.pending, next: rhythm.stopped == nil ? rhythm.noticing(rhythm.created) : nil)
            return
        }
        let seen = journey.steps.prefix { $0.time <= refreshed }
        let upcoming = seen.count < journey.steps.count ? journey.steps[seen.count].time : nil
        guard let latest = seen.last else {
            let substatus = upcoming == nil ? "notfound002" : "notfound001"
            self.init(
                .notfound, substatus, refreshed: refreshed,
                next: rhythm.stopped == nil ? upcoming.map { rhythm.noticing($0) } : nil)
            return
        }
        if latest.scan.status == .delivered {
            self.init(
                .delivered, latest.scan.substatus, seen: seen, refreshed: refreshed,
                finished: rhythm.noticing(latest.time))
            return
        }
        let expiry = latest.time + itinerary.service.expiryDays * 86400
        if latest.scan.status != .exception, refreshed >= expiry {
            self.init(
                .expired, "expired001", seen: seen, refreshed: refreshed,
                next: rhythm.stopped == nil ? upcoming.map(rhythm.noticing) : nil)
            return
        }
        let awaited = latest.scan.status == .exception ? upcoming : min(upcoming ?? expiry, expiry)
        self.init(
            latest.scan.status, latest.scan.substatus, seen: seen, refreshed: refreshed,
            next: rhythm.stopped == nil ? awaited.map(rhythm.noticing) : nil)
    }

    private init(
        _ status: Status, _ substatus: String? = nil, seen: ArraySlice<Journey.Step> = [], refreshed: Int? = nil,
        next: Int? = nil, finished: Int? = nil
    ) {
        self.status = status
        self.substatus = substatus
        self.seen = seen
        self.refreshed = refreshed
        nextChange = next
        self.finished = finished
    }
}
