// Values by what they are.
extension ProgramGenerator {
    mutating func expression() -> String { value(of: anyShape()) }

    mutating func anyShape() -> Shape {
        random.pick([.number, .text, .text, .date, .duration, .truth, .list, .unknown])
    }

    /// A value that binds as `print` needs it: operators included.
    mutating func value(of shape: Shape) -> String {
        guard !isDeep, random.once(in: 2) else { return primary(of: shape) }
        return nested { generator in
            switch shape {
            case .number: generator.sum()
            case .text: generator.joined()
            case .date: generator.binary(.date, ["+", "-"], .duration)
            case .duration: generator.random.once(in: 3) ? generator.binary(.date, ["-"], .date) : generator.lengths()
            case .truth: generator.condition(over: nil)
            case .list: generator.binary(.number, [".."], .number)
            case .row, .rows, .unknown: generator.binary(.unknown, ["??"], .text)
            }
        }
    }

    mutating func primary(of shape: Shape) -> String {
        if random.once(in: 3), let known = known(shape) { return known }
        if random.once(in: 8), !isDeep {
            return nested { generator in generator.bracketed("(", ")") { $0.value(of: shape) } }
        }
        switch shape {
        case .number: return number()
        case .text: return text()
        case .date: return date()
        case .duration: return duration()
        case .truth: return word(random.pick(["true", "false"]))
        case .list: return list()
        case .row: return record()
        case .rows: return rows()
        case .unknown: return random.once(in: 4) ? word("empty") : primary(of: anyShape())
        }
    }

    /// A variable, a field of one or an item of one, of this kind.
    private mutating func known(_ shape: Shape) -> String? {
        if random.once(in: 2), let found = variable(where: { $0.isLike(shape) }) { return "$" + found.name }
        guard let found = variable(where: { if case .row = $0 { true } else { false } }),
            case .row(let columns) = found.shape
        else { return nil }
        let fitting = columns.filter { $0.shape.isLike(shape) && $0.name.allSatisfy { $0.isLetter || $0 == "_" } }
        return fitting.isEmpty ? nil : "$\(found.name).\(random.pick(fitting).name)"
    }

    // MARK: Literals

    mutating func number() -> String {
        switch random.below(12) {
        case 0: "0"
        case 1: "-\(random.below(90) + 1)"
        case 2: "\(random.below(100)).\(random.below(9) + 1)"
        case 3: "999999999999999"
        case 4: "-" + gap() + "\(random.below(9) + 1)"
        case 5 where !isDeep: nested { $0.call("len", [.text]) }
        case 6 where !isDeep:
            nested { $0.call(["round", "floor", "ceil", "abs"].randomElement(using: &$0.random) ?? "abs", [.number]) }
        case 7 where !isDeep: nested { $0.call("days", [.duration]) }
        case 8 where !isDeep: nested { $0.call("max", [.number, .number]) }
        default: "\(random.below(100))"
        }
    }

    mutating func text() -> String {
        switch random.below(14) {
        case 0: random.pick(["4px", "0012345678905", "12E45678", "1Z999AA10123456784", "1.50", "3.10.2-b", "order#12"])
        case 1, 2:
            random.pick(["usps", "late", "transit", "o'clock", "挂号", "late-by.csv", "a@b.com", "größe", "x:y", "über+"])
        case 3: "'\(random.pick(["", "plain", "C:\\{late}.csv", "two \" quotes", "#1", "挂号 🎁"]))'"
        case 4: random.pick(["“pasted”", "‘curly’", "“half\""])
        case 5 where !isDeep: nested { $0.call($0.random.pick(["upper", "lower", "trim"]), [.text]) }
        case 6 where !isDeep: nested { $0.call("replace", [.text, .text, .text]) }
        case 7 where !isDeep: nested { $0.call("join", [.list]) }
        case 8 where !isDeep: nested { $0.call("text", [.unknown]) }
        default: string()
        }
    }

    /// `"…"` with escapes and filled expressions.
    mutating func string() -> String {
        var text = "\""
        for _ in 0..<random.below(4) {
            switch random.below(5) {
            case 0 where !isDeep: text += fill()
            case 1:
                text += random.pick([
                    "\\n", "\\t", "\\\"", "\\\\", "\\{", "\\u{2713}", "\\u{1F381}", "\\}", "\\r", "\\u{7}",
                ])
            default: text += random.pick(["late", " ", "挂号", "#1", "it's", "👩‍👩‍👧", "}", "e\u{301}", "|;", "( ["])
            }
        }
        return text + "\""
    }

    private mutating func fill() -> String {
        let outer = isOnOneLine
        isOnOneLine = true
        defer { isOnOneLine = outer }
        return nested { generator in
            let shape = generator.random.pick([Shape.number, .date, .duration, .truth])
            return "{" + generator.tight() + generator.value(of: shape) + generator.tight() + "}"
        }
    }

    mutating func date() -> String {
        switch random.below(8) {
        case 0: "2026-03-05\(gap())14:30"
        case 1: "2026-03-05T14:30:00+08:00"
        case 2: "today()"
        case 3: "now()"
        case 4: "\(random.below(9) + 1)\(gap())\(word("days"))\(gap())\(word("ago"))"
        case 5 where !isDeep: nested { $0.call("date", [.date]) }
        default: random.pick(["2026-03-05", "2026-11-20", "2024-02-29"])
        }
    }

    mutating func duration() -> String {
        let unit = word(
            random.pick(["s", "sec", "min", "minutes", "h", "hours", "day", "days", "d", "w", "week", "weeks"]))
        if random.once(in: 4), let found = variable(where: { $0.isLike(.number) }) {
            return "$\(found.name)\(gap())\(unit)"
        }
        if random.once(in: 8), !isDeep {
            return nested { generator in generator.bracketed("(", ")") { $0.sum() } } + tight() + unit
        }
        return "\(random.below(30) + 1)\(gap())\(unit)"
    }

    mutating func list() -> String {
        switch random.below(8) {
        case 0: return "[" + tightLineGap() + "]"
        case 1 where !isDeep: return nested { $0.call("split", [.text]) }
        default:
            return nested { generator in
                let count = generator.isDeep ? 1 : 1 + generator.random.below(4)
                let comma = generator.random.once(in: 8) ? "," : ""
                return generator.bracketed("[", "]") { $0.commaList(count) { $0.primary(of: $0.anyShape()) } + comma }
            }
        }
    }

    mutating func record() -> String {
        if random.once(in: 8) { return "[:]" }
        return nested { generator in
            let keys = ["country", "postcode", "größe", "a-b", "x"].prefix(1 + generator.random.below(4))
            var next = keys.startIndex
            return generator.bracketed("[", "]") {
                $0.commaList(keys.count) { generator in
                    defer { next += 1 }
                    return keys[next] + ":" + generator.gap() + generator.primary(of: generator.anyShape())
                }
            }
        }
    }

    mutating func rows() -> String {
        nested { generator in generator.bracketed("(", ")") { $0.pipeline(isStatement: false).text } }
    }

    mutating func call(_ name: String, _ arguments: [Shape]) -> String {
        var next = 0
        return name
            + bracketed("(", ")") {
                $0.commaList(arguments.count) { generator in
                    defer { next += 1 }
                    return generator.value(of: arguments[next])
                }
            }
    }

    // MARK: Operators

    private mutating func binary(_ left: Shape, _ signs: [String], _ right: Shape) -> String {
        primary(of: left) + gap() + random.pick(signs) + lineGap() + primary(of: right)
    }

    mutating func sum() -> String {
        var text = primary(of: .number)
        for _ in 0..<(1 + random.below(3)) {
            let sign = random.pick(["+", "-", "*", "/", "%"])
            // A literal nought would be found by the checker.
            text += gap() + sign + lineGap() + ("/%".contains(sign) ? "\(random.below(9) + 1)" : primary(of: .number))
        }
        return text
    }

    private mutating func lengths() -> String {
        random.once(in: 2) ? binary(.duration, ["+", "-"], .duration) : binary(.duration, ["*", "/"], .number)
    }

    private mutating func joined() -> String { binary(.text, ["+", "??"], .text) }
}

extension Shape {
    func isLike(_ other: Shape) -> Bool {
        switch (self, other) {
        case (.number, .number), (.text, .text), (.date, .date), (.duration, .duration), (.truth, .truth),
            (.list, .list),
            (.rows, .rows), (.row, .row), (_, .unknown):
            true
        default: false
        }
    }
}
