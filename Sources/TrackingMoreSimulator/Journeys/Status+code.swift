import TrackingMore

extension Status {
    /// What the store keeps: its place among the eight.
    var code: Int { Status.allCases.firstIndex(of: self) ?? 0 }

    init(code: Int) {
        self = Status.allCases.indices.contains(code) ? Status.allCases[code] : .pending
    }
}
