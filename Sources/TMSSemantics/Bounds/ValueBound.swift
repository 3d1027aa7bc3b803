import TMSSyntax

/// What is known of a value before the run: how many rows a loop over it has, how many parcels a verb given it is about.
struct ValueBound: Hashable {
    /// What one item is.
    enum Item: Hashable {
        /// One value: a number, a text.
        case plain
        /// A row, of this schema where one is known.
        case row(schema: String?)
        case unknown
    }

    var length: Quantity
    /// Values it holds all in all, lists within lists taken apart.
    var targets: Quantity
    var item: Item
    /// Each row says who carries its parcel.
    var hasCarrier = false
    /// No value stands in it twice.
    var isDistinct = false

    static let one = ValueBound(length: Quantity(1), targets: Quantity(1), item: .plain, isDistinct: true)
    static let nothing = ValueBound(length: .none, targets: .none, item: .plain)

    static func row(_ schema: String? = nil) -> ValueBound {
        ValueBound(length: Quantity(1), targets: Quantity(1), item: .row(schema: schema))
    }

    static func unknown(_ measure: Quantity.Measure) -> ValueBound {
        ValueBound(length: Quantity(measure), targets: Quantity(measure), item: .unknown)
    }

    /// Rows: each is one target.
    static func rows(_ count: Quantity, schema: String? = nil, hasCarrier: Bool = false) -> ValueBound {
        ValueBound(length: count, targets: count, item: .row(schema: schema), hasCarrier: hasCarrier)
    }

    var isOne: Bool { item == .plain && length.number == 1 && targets.number == 1 }

    /// One item of it, called `name`.
    func element(named name: String) -> ValueBound {
        switch item {
        case .plain: return .one
        case .row(let schema):
            var row = ValueBound.row(schema)
            row.hasCarrier = hasCarrier
            return row
        case .unknown: return .unknown(.items(of: name))
        }
    }

    func or(_ other: ValueBound) -> ValueBound {
        ValueBound(
            length: length.or(other.length), targets: targets.or(other.targets),
            item: item == other.item ? item : .unknown, hasCarrier: hasCarrier && other.hasCarrier)
    }

    func capped(at number: Int) -> ValueBound {
        var capped = self
        capped.length = length.capped(at: number)
        if item != .unknown { capped.targets = targets.capped(at: number) }
        return capped
    }
}
