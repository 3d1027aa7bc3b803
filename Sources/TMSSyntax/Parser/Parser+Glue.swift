extension Parser {
    /// `late-$x.csv`, `$a-1`, `"a"b`: values that touch. Says how to write what was meant, and skips the rest of it.
    func refuseGlued(to start: Token) {
        var pieces: [Token] = []
        var position = index
        while position > 0, list.tokens[position - 1].lower >= start.lower { position -= 1 }
        let first = position
        while position < list.tokens.count, list.tokens[position].kind != .newline, list.tokens[position].kind != .end {
            if position > first, list.tokens[position].lower != list.tokens[position - 1].upper { break }
            guard startsValue(list.tokens[position]) || position < index else { break }
            pieces.append(list.tokens[position])
            if list.tokens[position].kind == .stringOpen || list.tokens[position].kind == .leftParen { break }
            position += 1
        }
        let range = SourceRange(start.lower, max(pieces.last?.upper ?? token.upper, token.upper))
        report(.gluedValues(file.slice(range), meant: meant(by: pieces), range), at: range)
        while isGlued, startsValue(token), kind != .end {
            switch kind {
            case .stringOpen: skipString()
            case .leftParen, .leftBracket: return panic()
            default: advance()
            }
        }
    }

    /// A string with the variables filled in, or a difference with its spaces.
    private func meant(by pieces: [Token]) -> String? {
        guard pieces.count >= 2, pieces.contains(where: { $0.kind == .variable }),
            pieces.allSatisfy({ $0.kind == .variable || $0.kind == .word })
        else { return nil }
        if pieces[0].kind == .variable, let difference = difference(pieces) { return difference }
        if pieces.count == 2, let sum = sum(pieces) { return sum }
        let parts = pieces.map { $0.kind == .variable ? "{\(text($0))}" : text($0) }
        return "\"\(parts.joined())\""
    }

    /// `2000+$n`: a number and its sign before a variable.
    private func sum(_ pieces: [Token]) -> String? {
        let word = text(pieces[0])
        guard pieces[0].kind == .word, pieces[1].kind == .variable, let sign = word.last, "+-/".contains(sign),
            case let number = String(word.dropLast()), Literals.isNumber(number)
        else { return nil }
        return "\(number) \(sign) \(text(pieces[1]))"
    }

    /// `$a-1` and `$a-$b`: a sign between numbers or variables.
    private func difference(_ pieces: [Token]) -> String? {
        let sign = text(pieces[1])
        guard let first = sign.first, "+-/".contains(first) else { return nil }
        let rest = String(sign.dropFirst())
        if pieces.count == 2, Literals.isNumber(rest) { return "\(text(pieces[0])) \(first) \(rest)" }
        if pieces.count == 3, rest.isEmpty, pieces[2].kind == .variable {
            return "\(text(pieces[0])) \(first) \(text(pieces[2]))"
        }
        return nil
    }
}
