import TMSSyntax

extension BoundWalk {
    /// What a command does and what it gives.
    ///
    /// - Parameters:
    ///   - row: what a pipeline puts into the place of its target.
    ///   - wanted: how many rows of the answer are looked at, none if they are only counted.
    mutating func follow(
        _ command: CommandSyntax, row: ValueBound?, wanted: Int? = nil
    ) -> (bounds: EffectBounds, value: ValueBound) {
        var bounds = EffectBounds()
        var subjects: [ValueBound] = []
        for values in command.subjects {
            let (more, value) = follow(list: values)
            bounds += more
            subjects.append(value)
        }
        bounds += inside { walk in
            for clause in command.clauses { walk.visit(clause) }
            if let file = command.file { walk.visit(file) }
            for clause in command.fileClauses { walk.visit(clause) }
        }
        switch command.callee {
        case .named(let name):
            let (more, value) = call(name, (row.map { [$0] } ?? []) + subjects, at: command.verbRange)
            return (bounds + more, value)
        case .verb(let id):
            let (more, value) = verb(vocabulary[id], command, subjects, row: row, wanted: wanted)
            return (bounds + more, value)
        }
    }

    private mutating func verb(
        _ signature: Signature, _ command: CommandSyntax, _ subjects: [ValueBound], row: ValueBound?, wanted: Int?
    ) -> (bounds: EffectBounds, value: ValueBound) {
        guard let shape = signature.calls else {
            let isSteering = signature.effect.isWrite
            let once = EffectBounds.Amount(targets: Quantity(1), calls: .none)
            let bounds = isSteering ? EffectBounds(.steersSandbox, once) : EffectBounds()
            let answer = ValueBound.unknown(.rows(of: signature.name))
            return (bounds, signature.returnsRows ? answer : .one)
        }
        if let page = shape.page { return listing(signature, command, wanted, page: page) }
        let given = row ?? command.file.map { .rows(Quantity(.rows(of: name(of: $0)))) }
        let target = signature.subjects.firstIndex { $0.kind == .parcel }
        var targets = target.map { given ?? (subjects.indices.contains($0) ? subjects[$0] : .one) } ?? .one
        targets.targets = targets.targets * spread(of: signature, command)
        let hasCarrier = command.namesCarrier(shape) || targets.hasCarrier
        let bounds = commandBounds(
            signature, command, shape, targets: targets.targets, hasCarrier: hasCarrier,
            isDistinct: targets.isDistinct || targets.targets.number == nil, atATime: shape.batch)
        // Without its carrier a number may be met with more than one.
        let isSure = signature.effect(of: command).isWrite || target == nil || hasCarrier
        let count = isSure && !signature.returnsRows ? targets.targets : Quantity(.rows(of: signature.name))
        return (bounds, .rows(count, schema: signature.returns, hasCarrier: target != nil))
    }

    /// `list`: a page of unknown number, unless few rows are wanted.
    private mutating func listing(
        _ signature: Signature, _ command: CommandSyntax, _ wanted: Int?, page: Int
    ) -> (bounds: EffectBounds, value: ValueBound) {
        let isSifted = command.clauses.contains { clause in
            signature.clauses.indices.contains(clause.index) && signature.clauses[clause.index].isSifting
        }
        var calls = Quantity(.pages(of: signature.name))
        if let wanted, wanted <= page, !isSifted { calls = spread(of: signature, command) }
        let bounds = EffectBounds(.reads, .init(targets: .none, calls: calls))
        let rows = ValueBound.rows(
            Quantity(.rows(of: signature.name)), schema: signature.returns, hasCarrier: true)
        return (bounds, rows)
    }

    /// What the calls of one command come to.
    func commandBounds(
        _ signature: Signature, _ command: CommandSyntax, _ shape: CallShape, targets: Quantity, hasCarrier: Bool,
        isDistinct: Bool, atATime: Int
    ) -> EffectBounds {
        let kind = signature.effectKind(of: command)
        let isLacking = command.clauses.contains { shape.lacking.contains($0.index) }
        let isShared = !shape.sharesClauses || command.hasLiteralClauses(except: shape.carrier)
        let isTogether = isDistinct && !isLacking && isShared
        let calls = isTogether ? targets.batches(of: atATime) : targets
        var bounds = EffectBounds(
            kind, .init(targets: kind == .reads ? .none : targets, calls: calls, perCall: shape.batch))
        if signature.price > 0, kind == .reads {
            bounds += EffectBounds(.pays, .init(targets: targets * Quantity(signature.price), calls: .none))
        }
        guard !hasCarrier, shape.asksForCarrier else { return bounds }
        // The account is asked for many at a time, and of a parcel it lacks a read asks the service who carries it.
        bounds.lookups += shape.batch > 1 && isTogether ? targets.batches(of: shape.asked) : targets
        if kind == .reads { bounds.lookups += targets }
        return bounds
    }

    /// How many calls the lists of a command's clauses are spread over.
    private mutating func spread(of signature: Signature, _ command: CommandSyntax) -> Quantity {
        var calls = Quantity(1)
        for clause in command.clauses where signature.clauses.indices.contains(clause.index) {
            guard let most = signature.clauses[clause.index].perCall else { continue }
            let values: [ExpressionSyntax]
            switch clause.value {
            case .value(let value): values = [value]
            case .list(let list): values = list
            case .flag, .range: continue
            }
            calls = calls * follow(list: values).value.targets.batches(of: most)
        }
        return calls
    }
}

extension Signature {
    fileprivate func effectKind(of command: CommandSyntax) -> EffectBounds.Kind {
        let line = lineEffect(of: command)
        return switch line.effect {
        case .none, .read: .reads
        case _ where line.isUnknown: .callsByHand
        case .create: .tracks
        case .update: line.isIrreversible ? .stops : .edits
        case .delete: .deletes
        }
    }
}

extension CommandSyntax {
    /// Whether it says who carries the parcel, or cannot.
    func namesCarrier(_ shape: CallShape) -> Bool {
        guard let carrier = shape.carrier else { return true }
        return clauses.contains { $0.index == carrier }
    }

    /// Whether its clauses say the same whichever row it is given for.
    fileprivate func hasLiteralClauses(except carrier: Int?) -> Bool {
        clauses.allSatisfy { clause in
            if clause.index == carrier { return true }
            switch clause.value {
            case .flag: return true
            case .value(let value): return value.isLiteral
            case .list(let values): return values.allSatisfy(\.isLiteral)
            case .range(let range): return range.parts.allSatisfy(\.isLiteral)
            }
        }
    }
}
