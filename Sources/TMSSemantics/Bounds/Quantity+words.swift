extension Quantity {
    /// `4 calls`, `the rows of orders.csv`, `4 calls, the pages of list and 2 for each row of orders.csv`.
    ///
    /// - Parameter unit: what a number counts; `nil` leaves it unsaid.
    public func words(_ unit: Unit? = nil) -> String {
        if let boundlessness { return "any number of \(unit?.many ?? "them") (\(boundlessness.words))" }
        guard !terms.isEmpty else { return "none" }
        let sorted = terms.sorted { Self.order($0.key) < Self.order($1.key) }
        var pieces = sorted.prefix(Self.mostTold).map { Self.words($0.key, $0.value, unit) }
        if sorted.count > Self.mostTold { pieces.append("what \(sorted.count - Self.mostTold) more places add") }
        let last = pieces.removeLast()
        return pieces.isEmpty ? last : pieces.joined(separator: ", ") + " and " + last
    }

    /// What is counted, for one and for many: `call`, `calls`.
    public struct Unit: Sendable {
        let one: String
        let many: String

        public init(_ one: String, _ many: String) {
            self.one = one
            self.many = many
        }
    }

    /// `40 rows of orders.csv`, `40 of the rows of a.csv and the rows of b.csv`.
    fileprivate func several(_ size: Int) -> String {
        guard let (things, count) = terms.first, count == 1, terms.count == 1, things.count == 1 else {
            return "\(size) of \(words())"
        }
        return switch things[0] {
        case .rows(let name): "\(size) rows of \(name)"
        case .items(let name): "\(size) items of \(name)"
        case .pages, .each: "\(size) of \(words())"
        }
    }

    private static let mostTold = 5

    private static func words(_ things: [Measure], _ count: Int, _ unit: Unit?) -> String {
        if things.isEmpty { return unit.map { "\(count) \(count == 1 ? $0.one : $0.many)" } ?? "\(count)" }
        if count == 1, things.count == 1, let thing = things.first { return thing.words(unit) }
        return "\(count) for each " + things.map(\.singular).joined(separator: " and ")
    }

    private static func order(_ things: [Measure]) -> String { things.map(\.key).joined(separator: " ") }
}

extension Quantity.Measure {
    fileprivate func words(_ unit: Quantity.Unit?) -> String {
        switch self {
        case .rows(let name): "the rows of \(name)"
        case .items(let name): "the items of \(name)"
        case .pages(let name): "the pages of \(name)"
        case .each(let size, let whole):
            "1\(unit.map { " \($0.one)" } ?? "") for every \(whole.several(size))"
        }
    }

    fileprivate var singular: String {
        switch self {
        case .rows(let name): "row of \(name)"
        case .items(let name): "item of \(name)"
        case .pages(let name): "page of \(name)"
        case .each(let size, let whole): whole.several(size)
        }
    }

    /// For an order that is the same on every run: pages, rows, items, boxes.
    var key: String {
        switch self {
        case .pages(let name): "0 \(name)"
        case .rows(let name): "1 \(name)"
        case .items(let name): "2 \(name)"
        case .each(let size, let whole): "3 \(size) \(whole.words())"
        }
    }
}

extension Quantity.Boundlessness {
    var words: String { line > 0 ? "\(reason) on line \(line)" : reason }
}
