import TMSBase

extension Outline {
    static func of(_ expression: ExpressionSyntax) -> String {
        switch expression.kind {
        case .number(let text): text
        case .word(let text): "'\(text)"
        case .string(let segments): node("string", segments.map(of))
        case .boolean(let value): value ? "true" : "false"
        case .empty: "empty"
        case .date(let text): node("date", text)
        case .duration(let amount, let unit): node(unit.rawValue, of(amount))
        case .ago(let duration): node("ago", of(duration))
        case .variable(let name): "$\(name)"
        case .those: "those"
        case .rows(let first, let last): "@\(first)-\(last)"
        case .field(let name):
            name.contains { !$0.isLetter && !$0.isNumber && $0 != "_" } ? ".\(quoted(name))" : ".\(name)"
        case .member(let value, let name, _): node("member", of(value), name)
        case .index(let value, let index): node("index", of(value), of(index))
        case .call(let name, _, let arguments): node("call", [name] + arguments.map(of))
        case .list(let items): node("list", items.map(of))
        case .record(let items): node("record", items.map { "\($0.key): \(of($0.value))" })
        case .negate(let value): node("negate", of(value))
        case .not(let value): node("not", of(value))
        case .binary(let sign, let left, let right): node(sign.rawValue, of(left), of(right))
        case .comparison(let sign, let left, let right): node(sign.rawValue, of(left), of(right))
        case .isEmpty(let value, let negated): node(negated ? "is-not-empty" : "is-empty", of(value))
        case .membership(let value, let members, let negated): node(negated ? "not-in" : "in", of(value), of(members))
        case .and(let tests): node("and", tests.map(of))
        case .or(let tests): node("or", tests.map(of))
        case .pipeline(let pipeline): node("pipeline", of(pipeline))
        case .parenthesized(let value): node("group", of(value))
        case .missing: "missing"
        }
    }

    private static func of(_ segment: StringSegmentSyntax) -> String {
        switch segment {
        case .text(let text): quoted(text)
        case .expression(let expression): of(expression)
        }
    }

    private static func of(_ members: MembershipSyntax) -> String {
        switch members {
        case .values(let values): "[" + values.map(of).joined(separator: " ") + "]"
        case .range(let range): of(range)
        }
    }

    static func of(_ range: DateRangeSyntax) -> String {
        switch range.kind {
        case .last(let duration): node("last", of(duration))
        case .since(let date): node("since", of(date))
        case .before(let date): node("before", of(date))
        case .after(let date): node("after", of(date))
        case .between(let first, let last): node("between", of(first), of(last))
        case .on(let date): node("on", of(date))
        case .period(let period): node("period", period.text)
        }
    }
}
