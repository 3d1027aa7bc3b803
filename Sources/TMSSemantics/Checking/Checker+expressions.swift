import TMSBase
import TMSSyntax

extension Checker {
    /// What is certain of a value; everything wrong inside it is reported on the way.
    mutating func check(_ expression: ExpressionSyntax) -> StaticType {
        switch expression.kind {
        case .number: return .number
        case .word: return .text(.text)
        case .boolean: return .boolean
        case .empty: return .empty
        case .date: return .date
        case .missing: return .unknown
        case .string(let segments):
            for case .expression(let inner) in segments { _ = check(inner) }
            return .text(.text)
        case .duration(let inner, let unit):
            checkValue(inner, as: .number, for: "a duration")
            if case .number(let text) = inner.kind { checkSeconds(text, unit, expression.range) }
            return .duration
        case .ago(let inner):
            _ = check(inner)
            return .date
        case .variable(let name): return use(name, at: expression.range)
        case .those: return shellRows("those", at: expression.range)
        case .rows: return shellRows(file.slice(expression.range), at: expression.range)
        case .field(let name): return checkField(name, at: expression.range)
        case .member(let base, let name, let range):
            let type = check(base)
            return field(name, at: range, of: type, hint: nil)
        case .index(let base, let index): return check(base, at: index)
        case .call(let name, let range, let arguments):
            return call(name, at: range, arguments, whole: expression.range)
        case .list(let items): return checkList(items)
        case .record(let items): return checkRecord(items)
        case .parenthesized(let inner): return check(inner)
        case .pipeline(let pipeline): return check(pipeline, isValue: true)
        case .negate, .not, .binary, .comparison, .isEmpty, .membership, .and, .or: return checkOperator(expression)
        }
    }

    /// What is too long for a duration is told by the sum it stands in.
    private mutating func checkSeconds(_ amount: String, _ unit: DurationUnit, _ range: SourceRange) {
        guard let number = Double(amount) else { return }
        do {
            _ = try WrittenDuration.seconds(.decimal(number), unit)
        } catch  where error == .notWholeSeconds {
            report(CheckDiagnostics.notWholeSeconds(file.slice(range), error, at: place(range)))
        } catch {}
    }

    private mutating func shellRows(_ words: String, at range: SourceRange) -> StaticType {
        if !isInteractive { report(CheckDiagnostics.shellOnly(words, at: place(range))) }
        return .unknown
    }

    private mutating func check(_ base: ExpressionSyntax, at index: ExpressionSyntax) -> StaticType {
        let type = check(base)
        let key = check(index)
        switch type {
        case .list(let element): return element
        case .oneOrMany(let row) where index.isNumberLiteral: return .record(row)
        case .record(let row):
            // The service may send fields that nobody has heard of yet: in brackets any name may be asked for.
            guard case .field(let type) = row.lookup(index.literalText ?? "") else { return .unknown }
            return type
        case .number, .boolean, .date, .duration:
            report(CheckDiagnostics.noFields(file.slice(index.range), type, at: place(index.range), hint: nil))
            return .unknown
        default:
            _ = key
            return .unknown
        }
    }

    private mutating func checkList(_ items: [ExpressionSyntax]) -> StaticType {
        guard let first = items.first else { return .list(.unknown) }
        var common = check(first)
        for item in items.dropFirst() { common = common.union(check(item)) }
        return .list(common)
    }

    private mutating func checkRecord(_ items: [RecordItemSyntax]) -> StaticType {
        var columns: [String: StaticType] = [:]
        for item in items { columns[item.key] = check(item.value) }
        // `[:]` is for filling.
        guard !columns.isEmpty else { return .record(.open) }
        return .record(RowType(columns: columns, named: "this record"))
    }
}

// MARK: - Calls

extension Checker {
    private mutating func call(
        _ name: String, at range: SourceRange, _ arguments: [ExpressionSyntax], whole: SourceRange
    ) -> StaticType {
        if let definition = definitions[name] {
            calls.append(DefinitionCall(name: name, range: range))
            for (offset, argument) in arguments.enumerated() {
                check([argument], as: definition.syntax.parameters.element(at: offset))
            }
            checkCount(of: definition.syntax, given: arguments.count, at: range, in: whole)
            checkPromise(definition, name, at: range)
            return result(of: name)
        }
        guard let function = Function.named(name) else {
            for argument in arguments { _ = check(argument) }
            guard input.knowsDefinitions else { return .unknown }
            let known = Function.all.map(\.name) + definitions.keys.sorted()
            report(
                CheckDiagnostics.unknownFunction(
                    name, at: place(range), nearest: Suggestions.nearest(name, in: known), known: known))
            return .unknown
        }
        let isTooMany = function.maximumCount.map { arguments.count > $0 } ?? false
        if arguments.count < function.minimumCount || isTooMany, !isBroken(whole) {
            report(CheckDiagnostics.argumentCount(name, at: place(range), needs: function.need, given: arguments.count))
        }
        for (offset, argument) in arguments.enumerated() {
            let type = check(argument)
            guard let parameter = function.parameters[clamped: offset] else { continue }
            if !parameter.kind.accepts(type, argument) {
                report(
                    CheckDiagnostics.wrongKind(
                        name, wants: parameter.kind.phrase, got: type.phrase, at: place(argument.range)))
            }
        }
        return StaticType(function.result)
    }

    /// - Parameter whole: the call with all it was given.
    mutating func checkCount(of definition: DefineSyntax, given: Int, at range: SourceRange, in whole: SourceRange) {
        let least = definition.parameters.count { $0.defaultValue == nil }
        guard given < least || given > definition.parameters.count, !isBroken(whole) else { return }
        let need = countPhrase(least, definition.parameters.count)
        report(CheckDiagnostics.argumentCount(definition.name.name, at: place(range), needs: need, given: given))
    }
}

extension Checker {
    /// Whether values of a call may have been lost to a mistake that is told already: they are not counted then.
    private func isBroken(_ call: SourceRange) -> Bool {
        log.hasParserError(in: call) || log.hasParserError(justAfter: call)
    }
}

private func countPhrase(_ least: Int, _ most: Int?) -> String {
    func values(_ count: Int) -> String { count == 1 ? "1 value" : count == 0 ? "no value" : "\(count) values" }
    guard let most else { return "at least \(values(least))" }
    return least == most ? values(least) : "\(least) to \(values(most))"
}

extension Function {
    fileprivate var need: String { countPhrase(minimumCount, maximumCount) }
}

extension Function.Kind {
    fileprivate var phrase: String {
        switch self {
        case .any: "a value"
        case .number: "a number"
        case .text: "text"
        case .boolean: "true or false"
        case .date: "a date"
        case .duration: "a duration"
        case .list: "a list"
        case .record: "a record"
        case .sized: "text, a list or a record"
        }
    }

    /// Whether a value of this kind may do; only what is certainly wrong is refused.
    fileprivate func accepts(_ type: StaticType, _ argument: ExpressionSyntax) -> Bool {
        switch (self, type) {
        case (.any, _), (_, .unknown), (_, .empty): true
        case (.number, .text): argument.literalText?.readsAsNumber ?? true
        case (.number, .number), (.boolean, .boolean), (.date, .date), (.duration, .duration): true
        case (.text, .record), (.text, .list), (.text, .oneOrMany): false
        case (.text, _): true
        case (.date, .text): argument.literalText?.standsForDate ?? true
        case (.list, .list), (.list, .oneOrMany): true
        case (.record, .record), (.record, .oneOrMany): true
        case (.sized, .boolean), (.sized, .date), (.sized, .duration): false
        case (.sized, _): true
        default: false
        }
    }
}

extension Array {
    /// The element at a place, the last one beyond the end.
    fileprivate subscript(clamped offset: Int) -> Element? { offset < count ? self[offset] : last }
}
