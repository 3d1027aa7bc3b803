import TMSSyntax

/// What calling definitions comes to, found once for every kind of arguments.
struct InlinedDefinitions {
    struct Key: Hashable {
        var name: String
        var arguments: [ValueBound]
    }

    struct Outcome {
        var bounds: EffectBounds
        var value: ValueBound
    }

    var known: [Key: Outcome] = [:]
    /// Those being walked, outermost first.
    var path: [String] = []
    /// By name: what a definition that may call itself does, any number of times.
    var boundless: [String: EffectBounds] = [:]
    /// Calls do nothing while the bodies of a circle are added up one by one.
    var areCallsIgnored = false
    var calls: Set<String> = []

    static let mostNested = 64
}

extension BoundWalk {
    /// What calling a definition comes to.
    mutating func call(
        _ name: String, _ arguments: [ValueBound], at range: SourceRange
    ) -> (bounds: EffectBounds, value: ValueBound) {
        guard let definition = checked.definitions[name] else { return (EffectBounds(), .nothing) }
        let unknown = ValueBound.unknown(.items(of: "\(name)()"))
        if inlined.areCallsIgnored {
            inlined.calls.insert(name)
            return (EffectBounds(), unknown)
        }
        if let circle = inlined.boundless[name] { return (circle, unknown) }
        if inlined.path.contains(name) {
            return (boundlessBounds(of: name, "`\(name)` may call itself", at: range), unknown)
        }
        guard inlined.path.count < InlinedDefinitions.mostNested else {
            return (boundlessBounds(of: name, "calls too deep to be followed", at: range), unknown)
        }
        let key = InlinedDefinitions.Key(name: name, arguments: arguments)
        if let known = inlined.known[key] { return (known.bounds, known.value) }
        inlined.path.append(name)
        let outcome = walk(definition, arguments)
        inlined.path.removeLast()
        // Its own circle was met on the way: from now on every call of it is without bound.
        if let circle = inlined.boundless[name] { return (circle, unknown) }
        inlined.known[key] = outcome
        return (outcome.bounds, outcome.value)
    }

    private mutating func walk(_ definition: Definition, _ arguments: [ValueBound]) -> InlinedDefinitions.Outcome {
        var names: [String: ValueBound] = [:]
        let outer = (file, scopes, row, returned)
        (file, scopes, row, returned) = (definition.file, [], nil, .nothing)
        defer { (file, scopes, row, returned) = outer }
        var bounds = EffectBounds()
        for (place, formal) in definition.syntax.parameters.enumerated() {
            var value = ValueBound.one
            if arguments.indices.contains(place) {
                value = arguments[place]
            } else if let given = formal.defaultValue {
                let (more, worth) = follow(given)
                bounds += more
                value = worth
            }
            names[formal.name.name] = settled(formal.name.name, value)
        }
        bounds += self.bounds(of: definition.syntax.body, knowing: names)
        return .init(bounds: bounds, value: returned)
    }

    /// Everything that a definition and those it calls do, each any number of times.
    private mutating func boundlessBounds(of name: String, _ reason: String, at range: SourceRange) -> EffectBounds {
        if let known = inlined.boundless[name] { return known }
        let times = boundless(reason, at: range)
        var sum = EffectBounds()
        var seen: Set<String> = [name]
        var waiting = [name]
        let outer = inlined
        inlined.areCallsIgnored = true
        while let next = waiting.popLast() {
            guard let definition = checked.definitions[next] else { continue }
            inlined.calls = []
            let formals = definition.syntax.parameters.map { _ in ValueBound.one }
            sum += walk(definition, formals).bounds
            for callee in inlined.calls where seen.insert(callee).inserted { waiting.append(callee) }
        }
        inlined = outer
        let bounds = sum * times
        inlined.boundless[name] = bounds
        return bounds
    }
}
