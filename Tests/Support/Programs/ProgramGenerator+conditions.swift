// What is true or false.
extension ProgramGenerator {
    /// - Parameter columns: the fields of the row, where bare words on the left name them; `nil` outside stages.
    mutating func condition(over columns: [Column]?) -> String {
        switch isDeep ? 9 : random.below(10) {
        case 0: return chain("and", columns)
        case 1: return chain("or", columns)
        case 2: return words("not") + gap() + nested { $0.condition(inBrackets: columns) }
        case 3: return nested { $0.condition(inBrackets: columns) }
        default: return nested { $0.test(over: columns) }
        }
    }

    private mutating func condition(inBrackets columns: [Column]?) -> String {
        bracketed("(", ")") { $0.condition(over: columns) }
    }

    private mutating func chain(_ sign: String, _ columns: [Column]?) -> String {
        nested { generator in
            var text = generator.test(over: columns)
            for _ in 0..<(1 + generator.random.below(3)) {
                let not = generator.random.once(in: 6) ? generator.word("not") + generator.gap() : ""
                text +=
                    generator.gap() + generator.word(sign) + generator.lineGap() + not + generator.test(over: columns)
            }
            return text
        }
    }

    private mutating func test(over columns: [Column]?) -> String {
        let shape: Shape
        let left: String
        if let column = column(columns) {
            (left, shape) = (column.name, column.shape)
        } else {
            shape = random.pick([.number, .text, .date, .duration])
            left = primary(of: shape)
        }
        let sign = random.below(8)
        if sign == 0 { return left + gap() + words(random.pick(["is empty", "is not empty"])) }
        switch shape {
        case .number: return left + compared(["over", "under", "<", "<=", ">", ">=", "==", "!=", "is"], .number)
        case .duration: return left + compared(["over", "under", "<", ">"], .duration)
        case .date:
            if sign < 4 { return left + gap() + words(random.pick(["in", "not in"])) + lineGap() + range() }
            return left + gap() + word(random.pick(["before", "after", "since"])) + lineGap() + slotDate()
        case .text where sign < 3:
            return left + gap() + words(random.pick(["in", "not in"])) + lineGap() + members(columns)
        case .truth: return left
        default:
            let signs = ["is", "is not", "==", "!=", "contains", "starts with", "ends with", "matches"]
            return left + compared(signs, .text)
        }
    }

    private mutating func compared(_ signs: [String], _ shape: Shape) -> String {
        gap() + words(random.pick(signs)) + lineGap() + literal(of: shape)
    }

    /// Commas make a list in stages, in `if` and in parentheses; brackets do everywhere.
    private mutating func members(_ columns: [Column]?) -> String {
        guard columns == nil else { return commaList(1 + random.below(3)) { $0.literal(of: .text) } }
        return bracketed("[", "]") { $0.commaList(1 + $0.random.below(3)) { $0.literal(of: .text) } }
    }

    /// A value without operators that reads as text beside any field.
    private mutating func literal(of shape: Shape) -> String {
        guard case .text = shape else { return primary(of: shape) }
        return random.once(in: 2) ? string() : random.pick(["RB123456785CN", "300403513351", "0012345678905"])
    }

    private mutating func column(_ columns: [Column]?) -> Column? {
        let plain = (columns ?? []).filter { column in
            if case .unknown = column.shape { return false }
            return column.name.allSatisfy { $0.isLetter || $0 == "_" } && !checked.contains(column.name)
        }
        return plain.isEmpty ? nil : random.pick(plain)
    }

    /// Fields beside which the checker checks what is written.
    private var checked: Set<String> { ["via", "to", "from", "status", "via2"] }
}
