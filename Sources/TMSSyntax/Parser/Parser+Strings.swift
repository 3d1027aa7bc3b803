extension Parser {
    /// The text of a string without expressions, its escapes read.
    func stringText(_ token: Token) -> String {
        let inner: String
        if let text = list.normalized[token.lower] {
            inner = text
        } else {
            inner = file.slice(SourceRange(token.lower + 1, token.upper - 1))
        }
        return token.kind == .literalString ? inner : unescaped(inner, from: token.lower + 1)
    }

    /// `"order {$p.order}"`: text and expressions in turn.
    func filledString(_ mode: WordMode) -> ExpressionSyntax {
        let lower = token.lower
        var segments: [StringSegmentSyntax] = []
        defer { depth -= 1 }
        guard enter() else { return missing() }
        advance()
        while kind != .stringClose, kind != .end, kind != .bad {
            if kind == .stringText {
                let text = unescaped(file.slice(token.range), from: token.lower)
                if !text.isEmpty { segments.append(.text(text)) }
                advance()
            } else if kind == .fillOpen {
                segments.append(.expression(fill(mode)))
            } else {
                break
            }
        }
        _ = take(.stringClose)
        return ExpressionSyntax(.string(segments), range(from: lower))
    }

    private func fill(_ mode: WordMode) -> ExpressionSyntax {
        let opening = token
        advance()
        if kind == .fillClose {
            let range = SourceRange(opening.lower, token.upper)
            if !isUnclosed(token) { report(.emptyFill(range), at: range) }
            advance()
            return ExpressionSyntax(.missing, range)
        }
        let value = expression(mode == .fields ? .fields : .text)
        if case .word(let word) = value.kind, kind == .fillClose, value.range.upper == token.lower,
            !Literals.isRowPath(word)
        {
            report(.bareWordInFill(word, value.range), at: value.range)
        }
        if kind != .fillClose {
            if kind != .bad, !isPanicking { report(.unexpectedInFill(describe(token)), at: token.range) }
            skipFill()
        }
        _ = take(.fillClose)
        return value
    }

    /// Whether a `}` was put in by the lexer, where the line ended in the middle of a string.
    private func isUnclosed(_ token: Token) -> Bool { token.lower == token.upper }

    private func skipFill() {
        while kind != .fillClose, kind != .stringClose, kind != .end {
            if kind == .stringOpen { skipString() } else { advance() }
        }
    }

    /// Reads `\n \t \r \" \\ \{ \}` and `\u{…}`.
    private func unescaped(_ text: String, from lower: Int) -> String {
        guard text.utf8.contains(0x5C) else { return text }
        var result = ""
        var rest = text.unicodeScalars[...]
        var offset = lower
        while let scalar = rest.popFirst() {
            let start = offset
            offset += String(scalar).utf8.count
            guard scalar == "\\", let mark = rest.popFirst() else {
                result.unicodeScalars.append(scalar)
                continue
            }
            offset += String(mark).utf8.count
            switch mark {
            case "n": result.append("\n")
            case "t": result.append("\t")
            case "r": result.append("\r")
            case "\"", "\\", "{", "}": result.unicodeScalars.append(mark)
            case "u":
                let digits = rest.dropFirst().prefix { $0 != "}" }
                let length = digits.count + 2
                if rest.first == "{", rest.count >= length, digits.count <= 8,
                    let value = UInt32(String(digits), radix: 16), let meant = Unicode.Scalar(value)
                {
                    result.unicodeScalars.append(meant)
                    rest = rest.dropFirst(length)
                    offset += length
                } else {
                    report(.badCodePoint, at: SourceRange(start, offset))
                }
            default:
                report(.unknownEscape(String(mark), start), at: SourceRange(start, offset))
                result.unicodeScalars.append(mark)
            }
        }
        return result
    }
}
