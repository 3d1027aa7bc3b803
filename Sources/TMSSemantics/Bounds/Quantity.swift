/// How many of something there are at the most: a number, so many for each of things that only the run counts, or a sum
/// of both.
public struct Quantity: Sendable, Hashable {
    /// What only the run counts.
    public indirect enum Measure: Sendable, Hashable {
        /// The rows of a file, a verb's answer or a variable.
        case rows(of: String)
        /// The items of a list.
        case items(of: String)
        /// The pages of an answer.
        case pages(of: String)
        /// One for so many of something, and for what is left over.
        case each(Int, of: Quantity)
    }

    /// Why there is no bound, with the place.
    public struct Boundlessness: Sendable, Hashable {
        public var reason: String
        public var file: String
        public var line: Int
    }

    /// By the things that are multiplied; the number alone stands under no things. Never zero.
    public private(set) var terms: [[Measure]: Int] = [:]
    public private(set) var boundlessness: Boundlessness?

    public init(_ number: Int = 0) {
        if number > 0 { terms[[]] = number }
    }

    public init(_ measure: Measure) { terms[[measure]] = 1 }
    public init(_ boundlessness: Boundlessness) { self.boundlessness = boundlessness }

    public static let none = Quantity(0)

    public var isNone: Bool { terms.isEmpty && boundlessness == nil }

    /// The number, where it is nothing but that.
    public var number: Int? {
        guard boundlessness == nil else { return nil }
        if terms.isEmpty { return 0 }
        return terms.count == 1 ? terms[[]] : nil
    }
}

extension Quantity {
    public static func += (sum: inout Quantity, other: Quantity) {
        sum.merge(other) { $0.addingReportingOverflow($1) }
    }

    public static func + (left: Quantity, right: Quantity) -> Quantity {
        var sum = left
        sum += right
        return sum
    }

    /// No less than either.
    public func or(_ other: Quantity) -> Quantity {
        var most = self
        most.merge(other) { (max($0, $1), false) }
        return most
    }

    public static func * (left: Quantity, right: Quantity) -> Quantity {
        if left.isNone || right.isNone { return .none }
        if left.boundlessness != nil { return left }
        if right.boundlessness != nil { return right }
        guard left.terms.count * right.terms.count <= mostTerms else { return Quantity(.tooMany) }
        var product = Quantity()
        for (things, count) in left.terms {
            for (others, otherCount) in right.terms {
                let (number, overflow) = count.multipliedReportingOverflow(by: otherCount)
                guard !overflow else { return Quantity(.tooMany) }
                var term = Quantity()
                term.terms[(things + others).sorted { $0.key < $1.key }] = number
                product += term
            }
        }
        return product
    }

    /// No more than a number.
    public func capped(at number: Int) -> Quantity {
        if let known = self.number { return Quantity(min(known, number)) }
        return isNone ? self : Quantity(number)
    }

    /// How many parcels, pages or boxes they fill that take so many each.
    public func batches(of size: Int) -> Quantity {
        if size <= 1 || isNone || boundlessness != nil { return self }
        if let number { return Quantity(number / size + (number % size == 0 ? 0 : 1)) }
        return Quantity(.each(size, of: self))
    }

    /// The number it comes to, where the things are counted.
    public func number(counting count: (Measure) -> Int?) -> Int? {
        guard boundlessness == nil else { return nil }
        var sum = 0
        for (things, number) in terms {
            var product = number
            for thing in things {
                var counted = count(thing)
                if case .each(let size, let whole) = thing {
                    counted = whole.number(counting: count).flatMap { Quantity($0).batches(of: size).number }
                }
                guard let counted else { return nil }
                let (next, overflow) = product.multipliedReportingOverflow(by: counted)
                if overflow { return nil }
                product = next
            }
            let (next, overflow) = sum.addingReportingOverflow(product)
            if overflow { return nil }
            sum = next
        }
        return sum
    }

    private static let mostTerms = 1_000

    private mutating func merge(_ other: Quantity, _ combine: (Int, Int) -> (Int, Bool)) {
        guard boundlessness == nil else { return }
        if other.boundlessness != nil {
            self = other
            return
        }
        for (things, count) in other.terms {
            let (number, overflow) = combine(terms[things] ?? 0, count)
            guard !overflow, number > 0 else {
                self = Quantity(.tooMany)
                return
            }
            terms[things] = number
        }
        if terms.count > Self.mostTerms { self = Quantity(.tooMany) }
    }
}

extension Quantity.Boundlessness {
    static let tooMany = Quantity.Boundlessness(reason: "too many to be counted", file: "", line: 0)
}
