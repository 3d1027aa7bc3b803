import TMSSemantics
import TMSSyntax

// Calls of functions and definitions.
extension FunctionBuilder {
    func call(
        _ name: String, _ nameRange: SourceRange, _ arguments: [ExpressionSyntax], into result: Int,
        _ range: SourceRange
    ) {
        if let place = pool.definitionPlaces[name] {
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
