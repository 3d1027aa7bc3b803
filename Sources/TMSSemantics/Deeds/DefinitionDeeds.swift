import TMSSyntax

/// What calling each definition can do, with everything it calls in turn.
struct DefinitionDeeds {
    private var total: [String: Deeds] = [:]

    init(_ blocks: [String: BlockDeeds]) {
        for (name, block) in blocks { total[name] = block.own }
        // A definition may call itself, or one that calls it back: until nothing changes. In the order of calls
        // two rounds are nearly always enough.
        let order = DefinitionDeeds.calleesFirst(blocks)
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            for name in order {
                guard let block = blocks[name] else { continue }
                let deeds = with(block)
                if deeds != total[name] {
                    total[name] = deeds
                    hasChanged = true
                }
            }
        }
    }

    func all(of name: String) -> Deeds { total[name] ?? [] }

    /// What a block does itself and through what it calls.
    func with(_ block: BlockDeeds) -> Deeds {
        var deeds = block.own
        for name in block.calls.keys { deeds.formUnion(all(of: name)) }
        for name in block.repeatedCalls where !all(of: name).isDisjoint(with: .command) {
            deeds.insert(.repeatsCommands)
        }
        return deeds
    }

    private static func calleesFirst(_ blocks: [String: BlockDeeds]) -> [String] {
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
