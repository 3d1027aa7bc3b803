/// One step of a compiled pattern.
enum PatternStep {
    case character(PatternSet, then: Int)
    case either(Int, Int)
    case check(PatternTree.Check, then: Int)
    case end

    /// A pattern may be repeated into no more steps than this.
    private static let most = 5_000

    static func steps(for tree: PatternTree) throws(PatternMistake) -> [PatternStep] {
        var steps: [PatternStep] = [.end]
        let first = try add(tree, then: 0, to: &steps)
        // The first step is the one that a search begins with.
        steps.append(steps[0])
        let end = steps.count - 1
        steps[0] = .either(first, first)
        return steps.map { $0.redirected(from: 0, to: end) }
    }

    /// Adds the steps of a tree that go on at `then`; returns the first of them.
    private static func add(
        _ tree: PatternTree, then: Int, to steps: inout [PatternStep]
    ) throws(PatternMistake) -> Int {
        guard steps.count < most else { throw PatternMistake("it repeats too much") }
        switch tree {
        case .set(let set): return append(.character(set, then: then), to: &steps)
        case .check(let check): return append(.check(check, then: then), to: &steps)
        case .sequence(let parts):
            var next = then
            for part in parts.reversed() { next = try add(part, then: next, to: &steps) }
            return next
        case .choice(let branches):
            guard let last = branches.last else { return then }
            var next = try add(last, then: then, to: &steps)
            for branch in branches.dropLast().reversed() {
                next = append(.either(try add(branch, then: then, to: &steps), next), to: &steps)
            }
            return next
        case .repetition(let inner, let least, let most): return try add(inner, least, most, then, to: &steps)
        }
    }

    private static func add(
        _ inner: PatternTree, _ least: Int, _ most: Int?, _ then: Int, to steps: inout [PatternStep]
    ) throws(PatternMistake) -> Int {
        var next = then
        if let most {
            for _ in least..<max(least, most) {
                next = append(.either(try add(inner, then: next, to: &steps), then), to: &steps)
            }
        } else {
            let again = append(.either(then, then), to: &steps)
            let body = try add(inner, then: again, to: &steps)
            steps[again] = .either(body, then)
            next = again
        }
        for _ in 0..<least { next = try add(inner, then: next, to: &steps) }
        return next
    }

    private static func append(_ step: PatternStep, to steps: inout [PatternStep]) -> Int {
        steps.append(step)
        return steps.count - 1
    }

    private func redirected(from: Int, to: Int) -> PatternStep {
        func moved(_ place: Int) -> Int { place == from ? to : place }
        return switch self {
        case .character(let set, let then): .character(set, then: moved(then))
        case .either(let one, let other): .either(moved(one), moved(other))
        case .check(let check, let then): .check(check, then: moved(then))
        case .end: .end
        }
    }
}
