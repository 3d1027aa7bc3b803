import TMSSyntax

extension BoundWalk {
    /// Values separated by commas: one alone is itself, several are a list.
    mutating func follow(list values: [ExpressionSyntax]) -> (bounds: EffectBounds, value: ValueBound) {
        if values.count == 1, let only = values.first { return follow(only) }
        var bounds = EffectBounds()
        var targets = Quantity.none
        var items: Set<ValueBound.Item> = []
        var hasCarrier = true
        for value in values {
            let (more, one) = follow(value)
            bounds += more
            targets += one.targets
            items.insert(one.length.number == 1 && one.targets.number == 1 ? one.item : .unknown)
            hasCarrier = hasCarrier && one.hasCarrier
        }
        let texts = values.compactMap { $0.literalText?.uppercased() }
        let value = ValueBound(
            length: Quantity(values.count), targets: targets, item: items.count == 1 ? items.first ?? .plain : .unknown,
            hasCarrier: hasCarrier, isDistinct: texts.count == values.count && Set(texts).count == texts.count)
        return (bounds, value)
    }

    /// What a value takes to be worked out, and what it is.
    mutating func follow(_ value: ExpressionSyntax) -> (bounds: EffectBounds, value: ValueBound) {
        switch value.kind {
        case .pipeline(let pipeline): return follow(pipeline)
        case .parenthesized(let inner): return follow(inner)
        case .variable(let name): return (EffectBounds(), variable(name))
        case .list(let items):
            guard items.count == 1, let only = items.first else { return follow(list: items) }
            var (bounds, one) = follow(only)
            if one.length.number != 1 || one.targets.number != 1 { one.item = .unknown }
            one.length = Quantity(1)
            return (bounds, one)
        case .record: return (inside { $0.walk(value) }, .row())
        case .member(let inner, let name, _): return member(inner, name, value)
        case .index(let list, let index):
            let (bounds, whole) = follow(list)
            return (bounds + follow(index).bounds, whole.element(named: file.text(of: value.range)))
        case .call(let name, let range, let arguments): return call(name, range, arguments, value)
        case .binary(let sign, let left, let right): return binary(sign, left, right, value)
        case .rows(let first, let last):
            return (EffectBounds(), .rows(Quantity(max(1, last &- first &+ 1))))
        case .those: return (EffectBounds(), .rows(Quantity(.rows(of: "those"))))
        case .number, .word, .string, .boolean, .empty, .date, .duration, .ago, .field, .negate, .not, .comparison,
            .isEmpty, .membership, .and, .or, .missing:
            return (inside { $0.walk(value) }, .one)
        }
    }

    private func variable(_ name: String) -> ValueBound {
        if name == "it", let row { return row }
        for scope in scopes.reversed() { if let known = scope[name] { return known } }
        return .unknown(.items(of: "$\(name)"))
    }

    /// A cell of a file counts as one value; a list the service sends is a list.
    private mutating func member(
        _ inner: ExpressionSyntax, _ name: String, _ whole: ExpressionSyntax
    ) -> (bounds: EffectBounds, value: ValueBound) {
        let (bounds, owner) = follow(inner)
        guard case .row(let schema) = owner.item, owner.length.number == 1 else {
            return (bounds, owner.item == .plain ? .one : .unknown(.items(of: file.text(of: whole.range))))
        }
        guard let schema, let field = vocabulary.schema(named: schema)?.field(named: name), field.kind == .list else {
            return (bounds, .one)
        }
        return (bounds, .rows(Quantity(.items(of: file.text(of: whole.range)))))
    }

    private mutating func call(
        _ name: String, _ range: SourceRange, _ arguments: [ExpressionSyntax], _ whole: ExpressionSyntax
    ) -> (bounds: EffectBounds, value: ValueBound) {
        var bounds = EffectBounds()
        var values: [ValueBound] = []
        for argument in arguments {
            let (more, value) = follow(argument)
            bounds += more
            values.append(value)
        }
        if checked.definitions[name] != nil {
            let (more, value) = call(name, values, at: range)
            return (bounds + more, value)
        }
        switch Function.named(name)?.result {
        case .list, .any, nil: return (bounds, .unknown(.items(of: file.text(of: whole.range))))
        default: return (bounds, .one)
        }
    }

    private mutating func binary(
        _ sign: BinaryOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax, _ whole: ExpressionSyntax
    ) -> (bounds: EffectBounds, value: ValueBound) {
        let (before, first) = follow(left)
        let (after, second) = follow(right)
        let bounds = before + after
        switch sign {
        case .range:
            var numbers = ValueBound.unknown(.items(of: file.text(of: whole.range)))
            numbers.item = .plain
            numbers.isDistinct = true
            if let from = left.wholeNumber, let to = right.wholeNumber {
                let (span, overflow) = to.subtractingReportingOverflow(from)
                if !overflow, span < .max {
                    numbers.length = Quantity(max(0, span + 1))
                    numbers.targets = numbers.length
                }
            }
            return (bounds, numbers)
        case .otherwise: return (bounds, first.or(second))
        case .add where first.item != .plain || first.length.number != 1:
            return (
                bounds,
                ValueBound(
                    length: first.length + second.length, targets: first.targets + second.targets,
                    item: first.item == second.item ? first.item : .unknown,
                    hasCarrier: first.hasCarrier && second.hasCarrier)
            )
        case .add, .subtract, .multiply, .divide, .remainder: return (bounds, .one)
        }
    }
}
