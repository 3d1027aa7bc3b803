import TMSSyntax

/// What calling each definition can do, with everything it calls in turn.
struct DefinitionEffects: Sendable {
    private var total: [String: EffectSet] = [:]
    private var verbs: [String: Set<VerbID>] = [:]

    init(_ blocks: [String: BlockEffects]) {
        for (name, block) in blocks {
            total[name] = block.own
            verbs[name] = block.verbs
        }
        // A definition may call itself, or one that calls it back: until nothing changes. In the order of calls
        // two rounds are nearly always enough.
        let order = DefinitionEffects.calleesFirst(blocks)
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            for name in order {
                guard let block = blocks[name] else { continue }
                let (effects, used) = (with(block), verbs(of: block))
                if effects != total[name] || used != verbs[name] {
                    total[name] = effects
                    verbs[name] = used
                    hasChanged = true
                }
            }
        }
    }

    func all(of name: String) -> EffectSet { total[name] ?? [] }

    /// What a block does itself and through what it calls.
    func with(_ block: BlockEffects) -> EffectSet {
        var effects = block.own
        for name in block.calls.keys { effects.formUnion(all(of: name)) }
        for name in block.repeatedCalls where !all(of: name).isDisjoint(with: .command) {
            effects.insert(.repeatsCommands)
        }
        return effects
    }

    /// The verbs that ask the service something, of the block and of what it calls.
    func verbs(of block: BlockEffects) -> Set<VerbID> {
        block.calls.keys.reduce(into: block.verbs) { $0.formUnion(verbs[$1] ?? []) }
    }

    private static func calleesFirst(_ blocks: [String: BlockEffects]) -> [String] {
        var order: [String] = []
        var seen: Set<String> = []
        for root in blocks.keys where seen.insert(root).inserted {
            var path: [(name: String, rest: [String])] = [(root, Array(blocks[root]?.calls.keys ?? [:].keys))]
            while var top = path.popLast() {
                if let next = top.rest.popLast() {
                    path.append(top)
                    if seen.insert(next).inserted { path.append((next, Array(blocks[next]?.calls.keys ?? [:].keys))) }
                } else {
                    order.append(top.name)
                }
            }
        }
        return order
    }
}
