/// What was cut out of lines, the newest last, and the place that yanking has reached.
struct KillRing {
    private var texts: [String] = []
    private var place = 0
    private static let size = 60

    /// Where a kill goes that follows another one without a key in between.
    enum Join { case none, before, after }

    mutating func add(_ text: String, joining join: Join) {
        guard !text.isEmpty else { return }
        if join != .none, let last = texts.popLast() {
            texts.append(join == .before ? text + last : last + text)
        } else {
            texts.append(text)
            if texts.count > Self.size { texts.removeFirst() }
        }
        place = texts.count - 1
    }

    /// The text that yanking inserts.
    var current: String? { texts.indices.contains(place) ? texts[place] : nil }

    /// The text cut before that; after the oldest the newest again.
    mutating func rotate() -> String? {
        guard !texts.isEmpty else { return nil }
        place = (place + texts.count - 1) % texts.count
        return texts[place]
    }
}
