import TMSSemantics
import TMSSyntax

extension FunctionBuilder {
    /// Computes into `target`, or wherever is least work; returns the register that holds the value.
    @discardableResult
    func expression(_ expression: ExpressionSyntax, into target: Int? = nil) -> Int {
        let range = expression.range
        switch expression.kind {
        case .variable(let name): return variable(name, range, into: target)
        case .those: return variable("last", range, into: target)
        case .parenthesized(let inner): return self.expression(inner, into: target)
        default: break
        }
        let result = target ?? temporary()
        let mark = self.mark
        compute(expression, into: result)
        release(to: mark)
        return result
    }

    /// Computes into registers that follow each other; returns the first.
    func consecutive(_ expressions: [ExpressionSyntax]) -> Int {
        let first = registers(expressions.count)
        for (offset, expression) in expressions.enumerated() { self.expression(expression, into: first + offset) }
        return first
    }

    private func compute(_ expression: ExpressionSyntax, into result: Int) {
        let range = expression.range
        switch expression.kind {
        case .number(let digits):
            constant(Numeral(reading: digits)?.value ?? .string(digits), into: result, range)
        case .word(let word): constant(.string(word), into: result, range)
        case .string(let segments): string(segments, into: result, range)
        case .boolean(let flag): constant(.boolean(flag), into: result, range)
        case .empty: constant(.nothing, into: result, range)
        case .date(let text): date(text, into: result, range)
        case .duration(let amount, let unit): duration(amount, unit, into: result, range)
        case .ago(let length):
            emit(.ago, result, self.expression(length), at: range)
        case .rows(let from, let to):
            emit(.rows, result, variable("last", range, into: nil), from, extra: to, at: range)
        case .field(let name):
            guard let row else { return constant(.string(name), into: result, range) }
            field(name, of: row, into: result, range)
        case .member(let base, let name, let nameRange):
            if case .variable("it") = base.kind, let row { return field(name, of: row, into: result, nameRange) }
            emit(.field, result, self.expression(base), pool.fieldCache(name), at: nameRange)
        case .index(let base, let place):
            let container = self.expression(base)
            emit(.index, result, container, self.expression(place), at: range)
        case .call(let name, let nameRange, let arguments):
            call(name, nameRange, arguments, into: result, range)
        case .list(let items):
            let first = consecutive(items)
            emit(.list, result, first, items.count, at: range)
        case .record(let items):
            let first = consecutive(items.map(\.value))
            emit(.record, result, first, pool.shape(Shape(keys: items.map(\.key))), at: range)
        case .negate(let inner): negate(inner, into: result, range)
        case .not, .and, .or: logic(expression, into: result)
        case .binary(let operation, let left, let right): binary(operation, left, right, into: result, range)
        case .comparison(let operation, let left, let right): compare(operation, left, right, into: result, range)
        case .isEmpty(let inner, let negated):
            emit(.isEmpty, result, uncounted { self.expression(inner) }, at: range)
            if negated { emit(.not, result, result, at: range) }
        case .membership(let value, let membership, let negated):
            self.membership(value, membership, into: result, range)
            if negated { emit(.not, result, result, at: range) }
        case .pipeline(let pipeline): self.pipeline(pipeline, sink: .value(result))
        case .variable, .those, .parenthesized: self.expression(expression, into: result)
        case .missing: raise(.unknownName("value"), at: range)
        }
    }

    /// A field of the row at hand. Where a shown result depends on a comparison, the rows that lack it are counted.
    private func field(_ name: String, of row: Int, into result: Int, _ range: SourceRange) {
        let cache = pool.fieldCache(name)
        guard let known = comparedFields?[name] else {
            guard comparedFields != nil else { return emit(.field, result, row, cache, at: range) }
            let place = pool.gap(name)
            comparedFields?[name] = place
            return emit(.comparedField, result, row, cache, extra: place, at: range)
        }
        emit(.comparedField, result, row, cache, extra: known, at: range)
    }

    /// Compiles what asks whether a field is empty, where lacking it is no gap.
    private func uncounted(_ body: () -> Int) -> Int {
        let outer = comparedFields
        comparedFields = nil
        defer { comparedFields = outer }
        return body()
    }

    func constant(_ value: Value, into result: Int, _ range: SourceRange) {
        emit(.constant, result, pool.constant(value), at: range)
    }

    /// The register of a variable; one from outside a definition is copied in.
    func variable(_ name: String, _ range: SourceRange, into target: Int?) -> Int {
        let source: Int
        if name == "it", let row {
            source = row
        } else if let local = local(name) {
            source = local
        } else if let main {
            let result = target ?? temporary()
            emit(.global, result, main.globalRegister(name), at: range)
            return result
        } else {
            source = globalRegister(name)
        }
        guard let target, target != source else { return source }
        emit(.move, target, source, at: range)
        return target
    }

    private func string(_ segments: [StringSegmentSyntax], into result: Int, _ range: SourceRange) {
        var isFilled = false
        for case .expression in segments { isFilled = true }
        if !isFilled {
            var text = ""
            for case .text(let piece) in segments { text += piece }
            return constant(.string(text), into: result, range)
        }
        let (template, first) = template(segments)
        emit(.concat, result, first, template, at: range)
    }

    /// A text template, and the first of the registers that fill it.
    func template(_ segments: [StringSegmentSyntax]) -> (template: Int, first: Int) {
        var pieces: [String?] = []
        var values: [ExpressionSyntax] = []
        for segment in segments {
            switch segment {
            case .text(let text): pieces.append(text)
            case .expression(let inner):
                pieces.append(nil)
                values.append(inner)
            }
        }
        return (pool.text(pieces), consecutive(values))
    }

    private func date(_ text: String, into result: Int, _ range: SourceRange) {
        // A plain day means the same everywhere; the others depend on the zone or on the moment.
        if text.utf8.count == 10, let date = ISODate(text) {
            return constant(date.value(in: Environment(now: { 0 })), into: result, range)
        }
        emit(.date, result, pool.constant(.string(text)), at: range)
    }

    private func duration(_ amount: ExpressionSyntax, _ unit: DurationUnit, into result: Int, _ range: SourceRange) {
        if let count = amount.immediate {
            return constant(.duration(Int(count) * unit.seconds), into: result, range)
        }
        emit(.duration, result, expression(amount), unit.seconds, at: range)
    }

    private func negate(_ inner: ExpressionSyntax, into result: Int, _ range: SourceRange) {
        if let count = inner.immediate { return constant(.integer(-Int(count)), into: result, range) }
        emit(.negate, result, expression(inner), at: range)
    }

    private func binary(
        _ operation: BinaryOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax, into result: Int,
        _ range: SourceRange
    ) {
        if operation == .otherwise { return coalesce(left, right, into: result, range) }
        let first = expression(left)
        if let count = right.immediate, operation == .add || operation == .subtract {
            let signed = operation == .add ? Int(count) : -Int(count)
            let flag: UInt8 = operation == .add ? 0 : 1
            return emit(.addImmediate, result, first, signed, flag: flag, at: range)
        }
        if let divisor = right.immediate, divisor > 0, operation == .remainder {
            return emit(.remainderImmediate, result, first, Int(divisor), at: range)
        }
        let second = expression(right)
        let op: Opcode =
            switch operation {
            case .add: .add
            case .subtract: .subtract
            case .multiply: .multiply
            case .divide: .divide
            case .remainder: .remainder
            case .range, .otherwise: .rangeList
            }
        emit(op, result, first, second, at: range)
    }

    private func coalesce(
        _ left: ExpressionSyntax, _ right: ExpressionSyntax, into result: Int, _ range: SourceRange
    ) {
        let end = makeLabel()
        // A register of its own: `result` may be one that the right side still reads.
        let value = temporary()
        _ = uncounted { expression(left, into: value) }
        jump(.jumpUnlessEmpty, to: end, value, at: range)
        expression(right, into: value)
        bind(end)
        emit(.move, result, value, at: range)
    }

    private func logic(_ expression: ExpressionSyntax, into result: Int) {
        let isFalse = makeLabel()
        let end = makeLabel()
        branch(expression, to: isFalse, when: false)
        constant(.boolean(true), into: result, expression.range)
        jump(.jump, to: end, at: expression.range)
        bind(isFalse)
        constant(.boolean(false), into: result, expression.range)
        bind(end)
    }

    private func compare(
        _ operation: ComparisonOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax, into result: Int,
        _ range: SourceRange
    ) {
        let flag = operation.flag
        let first = expression(left)
        let second = expression(right)
        guard let name = left.fieldName, operation.normalizesRight else {
            return emit(.compare, result, first, second, flag: flag, at: range)
        }
        let op: Opcode = right.literalText == nil ? .compareField : .compareFieldConstant
        emit(op, result, first, second, flag: flag, extra: fieldCache(for: name, loadedInto: first), at: range)
    }

    private func membership(
        _ value: ExpressionSyntax, _ membership: MembershipSyntax, into result: Int, _ range: SourceRange
    ) {
        let first = expression(value)
        switch membership {
        case .range(let dates):
            emit(.isInRange, result, first, dateRange(dates), at: range)
        case .values(let values):
            let list = temporary()
            if values.count == 1 {
                expression(values[0], into: list)
            } else {
                let items = consecutive(values)
                emit(.list, list, items, values.count, at: range)
            }
            guard let name = value.fieldName else { return emit(.isMember, result, first, list, at: range) }
            let isConstant = values.allSatisfy { $0.literalText != nil }
            let op: Opcode = isConstant ? .isMemberFieldConstant : .isMemberField
            emit(op, result, first, list, extra: fieldCache(for: name, loadedInto: first), at: range)
        }
    }

    /// The cache that the field in `register` was just loaded through.
    private func fieldCache(for name: String, loadedInto register: Int) -> Int {
        for instruction in code.reversed()
        where (instruction.op == .field || instruction.op == .comparedField) && Int(instruction.a) == register {
            return Int(instruction.c)
        }
        return pool.fieldCache(name)
    }

    /// Two registers that will hold from and to; returns the first.
    ///
    /// - Parameter label: of a clause, which must not be empty.
    func dateRange(_ dates: DateRangeSyntax, of label: String? = nil) -> Int {
        let result = registers(2)
        let bounds = dates.parts.map { bound($0, of: label) }
        guard let first = bounds.first, let last = bounds.last else { return result }
        let flag: UInt8 =
            switch dates.kind {
            case .last: 0
            case .since: 1
            case .before: 2
            case .after: 3
            case .between, .on: 4
            }
        emit(.dateRange, result, first, last, flag: flag, at: dates.range)
        return result
    }

    private func bound(_ date: ExpressionSyntax, of label: String?) -> Int {
        let register = expression(date)
        guard let label, case .variable = date.root.kind else { return register }
        let isGiven = makeLabel()
        jump(.jumpUnlessEmpty, to: isGiven, register, at: date.range)
        raise(.emptyArgument(label, at: date.range), at: date.range)
        bind(isGiven)
        return register
    }

    private func call(
        _ name: String, _ nameRange: SourceRange, _ arguments: [ExpressionSyntax], into result: Int,
        _ range: SourceRange
    ) {
        if let place = pool.place(of: name, under: prefix) {
            let first = consecutive(arguments)
            return callDefinition(name, place, first, arguments.map(\.range), into: result, range)
        }
        guard let function = Builtin(rawValue: name), let place = Builtin.allCases.firstIndex(of: function) else {
            return raise(.unknownName(name), at: nameRange)
        }
        let first = consecutive(arguments)
        emit(.function, result, first, arguments.count, extra: place, at: range)
    }

    func callDefinition(
        _ name: String, _ place: Int, _ first: Int, _ given: [SourceRange], into result: Int, _ range: SourceRange
    ) {
        let count = given.count
        let formals = pool.definitions[name]?.syntax.parameters ?? []
        let required = formals.count { $0.defaultValue == nil }
        guard count >= required, count <= formals.count else {
            let wanted = required == formals.count ? "\(required)" : "\(required) to \(formals.count)"
            return raise(.argumentCount(name, wanted: wanted, given: count), at: range)
        }
        // Here, so that a failure points at what was given.
        for (offset, (formal, range)) in zip(formals, given).enumerated() {
            guard let kind = formal.kind?.kind else { continue }
            convert(first + offset, to: kind, for: formal.name.name, formal.mayBeEmpty, at: range)
        }
        if let inline = inline(name, given: count) { return inlined(inline, first, into: result) }
        emit(.call, result, first, place, extra: count, at: range)
    }
}

extension ExpressionSyntax {
    /// `$p` of `$p.created[0]`.
    fileprivate var root: ExpressionSyntax {
        switch kind {
        case .member(let base, _, _), .index(let base, _), .parenthesized(let base): base.root
        default: self
        }
    }

    /// The field it reads, if that is all it does.
    var fieldName: String? {
        switch kind {
        case .field(let name): name
        case .member(_, let name, _): name
        case .parenthesized(let inner): inner.fieldName
        default: nil
        }
    }
}

extension ComparisonOperator {
    static let inOrder: [ComparisonOperator] = [
        .is, .isNot, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .contains, .startsWith,
        .endsWith, .matches, .over, .under, .before, .after, .since,
    ]

    /// Its number in an instruction.
    var flag: UInt8 { UInt8(clamping: ComparisonOperator.inOrder.firstIndex(of: self) ?? 0) }

    init(flag: UInt8) {
        let place = Int(flag)
        self = ComparisonOperator.inOrder.indices.contains(place) ? ComparisonOperator.inOrder[place] : .is
    }

    /// Whether the right side is first put in the normal form of the field on the left.
    var normalizesRight: Bool {
        switch self {
        case .is, .isNot, .equal, .notEqual: true
        default: false
        }
    }
}
