public import TMSBase

extension SeededRandom {
    /// One in so many times true.
    public mutating func once(in count: Int) -> Bool { below(count) == 0 }

    /// A number from 0 up to, not including, `count`; 0 where that is not positive.
    public mutating func below(_ count: Int) -> Int { Int.random(in: 0..<max(count, 1), using: &self) }

    /// One of them; there must be some.
    public mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }
}
