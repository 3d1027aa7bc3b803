import TMSSyntax

/// Decides whether the turns of a `for` may be batched and run side by side.
struct Independence {
    let definitions: DefinitionEffects

    func of(_ loop: ForSyntax, body: BlockEffects) -> LoopIndependence {
        if loop.isOneByOne { return .dependent(reason: "says `one by one`", loop.headRange) }
        if let (name, range) = body.assigned.min(by: { $0.value.lower < $1.value.lower }) {
            return .dependent(reason: "assigns `$\(name)` from outside", range)
        }
        if let range = body.breaks { return .dependent(reason: "holds `break`", range) }
        if let range = body.returns { return .dependent(reason: "holds `return`", range) }
        let all = definitions.with(body)
        for (effect, reason) in Independence.reasons where all.contains(effect) {
            return dependent(on: effect, reason, body, loop)
        }
        if all.contains(.readsAccount), all.writes {
            return dependent(on: .readsAccount, "reads the whole account beside a write", body, loop)
        }
        return .independent
    }

    private static let reasons: [(EffectSet, String)] = [
        (.exits, "holds `exit`"),
        (.waits, "holds `wait`"),
        (.asks, "asks a question"),
        (.repeatsCommands, "holds a `while` around a command"),
        (.steersSandbox, "steers the sandbox"),
        (.readsFailures, "reads `$failures`"),
        (.limits, "holds a `limit`"),
    ]

    /// With the place in the body: of the effect, or of the call that leads to it.
    private func dependent(on effect: EffectSet, _ reason: String, _ body: BlockEffects, _ loop: ForSyntax)
        -> LoopIndependence
    {
        if let range = body.places[effect] { return .dependent(reason: reason, range) }
        let call = body.calls.filter { definitions.all(of: $0.key).contains(effect) }.min {
            $0.value.lower < $1.value.lower
        }
        guard let call else { return .dependent(reason: reason, loop.headRange) }
        return .dependent(reason: "calls `\(call.key)`, which \(reason)", call.value)
    }
}
