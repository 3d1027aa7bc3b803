import TMSBase

/// What chance decides in the sandbox. The same seed tells the same story everywhere.
struct Dice {
    private var random: SeededRandom

    init(_ seed: UInt64) { random = SeededRandom(seed: seed) }

    mutating func next() -> UInt64 { random.next() }

    /// A number from 0 up to, not including, `bound`; 0 where the bound is not positive.
    mutating func number(below bound: Int) -> Int {
        guard bound > 0 else { return 0 }
        return Int(next() % UInt64(bound))
    }

    mutating func number(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + number(below: range.upperBound - range.lowerBound + 1)
    }

    /// True so many times in a thousand.
    mutating func chance(_ perThousand: Int) -> Bool { number(below: 1000) < perThousand }

    mutating func pick<T>(_ items: [T]) -> T? {
        guard !items.isEmpty else { return nil }
        return items[number(below: items.count)]
    }
}

/// A number made of a seed and texts that is the same in every process.
func stableHash(_ seed: UInt64, _ parts: String...) -> UInt64 {
    var hash = FNV1a<UInt64>()
    hash.value ^= SeededRandom.mixed(seed)
    for part in parts {
        hash.add(part)
        hash.endText()
    }
    return SeededRandom.mixed(hash.value)
}
