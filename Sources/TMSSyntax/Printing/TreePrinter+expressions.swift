import TMSBase

extension TreePrinter {
    func print(_ expressions: [ExpressionSyntax]) -> String { expressions.map(print).joined(separator: ", ") }

    func print(_ expression: ExpressionSyntax) -> String {
        switch expression.kind {
        case .number(let text), .word(let text), .date(let text): text
        case .field(let name): print(field: name, expression.range)
        case .string(let segments): print(segments, expression.range)
        case .boolean(let value): value ? "true" : "false"
        case .empty: "empty"
        case .duration(let amount, let unit): print(amount, unit)
        case .ago(let duration): print(duration) + " ago"
        case .variable(let name): "$" + name
        case .those: "those"
        case .rows(let first, let last): first == last ? "@\(first)" : "@\(first)-\(last)"
        case .member(let value, let name, _): "\(print(value)).\(name)"
        case .index(let value, let index): "\(print(value))[\(print(index))]"
        case .call(let name, let nameRange, let arguments):
            name + group("(", arguments.map(part), ")", SourceRange(nameRange.upper, expression.range.upper))
        case .list(let items): group("[", items.map(part), "]", expression.range)
        case .record(let items): items.isEmpty ? "[:]" : group("[", items.map(part), "]", expression.range)
        case .negate(let value): negated(value)
        case .not(let value): "not " + print(value)
        case .binary(let sign, let left, let right): "\(print(left)) \(sign.rawValue) \(print(right))"
        case .comparison(let sign, let left, let right): "\(print(left)) \(sign.rawValue) \(print(right))"
        case .isEmpty(let value, let negated): "\(print(value)) is \(negated ? "not " : "")empty"
        case .membership(let value, let members, let negated):
            "\(print(value)) \(negated ? "not " : "")in \(print(members))"
        case .and(let tests): tests.map(print).joined(separator: " and ")
        case .or(let tests): tests.map(print).joined(separator: " or ")
        case .pipeline(let pipeline): "(\(print(pipeline)))"
        case .parenthesized(let value): "(\(print(value)))"
        case .missing: ""
        }
    }

    /// A field in quotes keeps them: its name may be no plain word.
    private func print(field name: String, _ range: SourceRange) -> String {
        guard let first = file.slice(range).unicodeScalars.first else { return name }
        switch CharacterClass(first) {
        case .doubleQuote, .singleQuote: return print([.text(name)], range)
        default: return first == "\"" || first == "'" ? print([.text(name)], range) : name
        }
    }

    private typealias Part = (range: SourceRange, print: () -> String)

    private func part(_ expression: ExpressionSyntax) -> Part {
        (expression.range, { self.print(expression) })
    }

    private func part(_ item: RecordItemSyntax) -> Part {
        (item.keyRange.joined(with: item.value.range), { "\(item.key): \(self.print(item.value))" })
    }

    /// Parts between brackets: each on a line of its own where a line ended after the opening one.
    private func group(_ opening: String, _ parts: [Part], _ closing: String, _ range: SourceRange) -> String {
        guard let first = parts.first, isBroken(from: range.lower, to: first.range.lower) else {
            return opening + parts.map { $0.print() }.joined(separator: ", ") + closing
        }
        var text = opening
        var upper = range.lower
        indented {
            for (position, part) in parts.enumerated() {
                text += lineBreak(from: upper, to: part.range.lower) + part.print()
                if position + 1 < parts.count { text += "," }
                upper = part.range.upper
            }
            text += lineEnd(from: upper, to: range.upper)
        }
        return text + margin + closing
    }

    /// `-5` would be read as one number.
    private func negated(_ value: ExpressionSyntax) -> String {
        switch value.kind {
        case .variable, .member, .index, .parenthesized, .pipeline: "-" + print(value)
        // Before any other the blank does no harm.
        default: "- " + print(value)
        }
    }

    private func print(_ amount: ExpressionSyntax, _ unit: DurationUnit) -> String {
        if case .number("1") = amount.kind { return "1 \(unit.singular)" }
        return "\(print(amount)) \(unit.rawValue)"
    }

    /// A string that was written with single quotes keeps them.
    private func print(_ segments: [StringSegmentSyntax], _ range: SourceRange) -> String {
        let isLiteral = file.slice(SourceRange(range.lower, range.lower + 1)) == "'"
        if isLiteral, segments.count == 1, case .text(let text)? = segments.first,
            !text.unicodeScalars.contains(where: { $0 == "'" || $0.value < 0x20 })
        {
            return "'\(text)'"
        }
        return "\"" + segments.map(print).joined() + "\""
    }

    private func print(_ segment: StringSegmentSyntax) -> String {
        switch segment {
        case .text(let text): Quoting.escaped(text)
        case .expression(let expression): "{\(print(expression))}"
        }
    }

    private func print(_ members: MembershipSyntax) -> String {
        switch members {
        case .values(let values): print(values)
        case .range(let range): print(range)
        }
    }

    func print(_ range: DateRangeSyntax) -> String {
        switch range.kind {
        case .last(let duration): "last \(print(duration))"
        case .since(let date): "since \(print(date))"
        case .before(let date): "before \(print(date))"
        case .after(let date): "after \(print(date))"
        case .between(let first, let last): "\(print(first)) .. \(print(last))"
        case .on(let date): print(date)
        case .period(let period): period.text
        }
    }
}
