import TMSSyntax

/// A variable with the steps into its value that a text ends with: `$late[0]`, `$p.latest`.
struct FieldPath {
    let variable: Token
    private(set) var name: String
    private(set) var steps: [Surroundings.Step] = []

    /// - Parameter end: the token behind the path: a word that begins with a dot, or the open quote in brackets.
    init?(endingAt end: Int, in tokens: [Token], of file: SourceFile) {
        var place = end - 1
        var steps: [Surroundings.Step] = []
        guard tokens.indices.contains(end), place >= 0 else { return nil }
        if tokens[end].kind == .word {
            // The last part is what is being written.
            let parts = file.slice(tokens[end].range).split(separator: ".", omittingEmptySubsequences: false)
            steps = parts.dropLast().reversed().filter { !$0.isEmpty }.map { .field(String($0)) }
        } else {
            guard tokens[place].kind == .leftBracket else { return nil }
            place -= 1
        }
        var upper = tokens.indices.contains(place + 1) ? tokens[place + 1].lower : 0
        while place >= 0, tokens[place].upper == upper {
            let token = tokens[place]
            switch token.kind {
            case .variable:
                variable = token
                name = String(file.slice(token.range).dropFirst())
                self.steps = steps.reversed()
                return
            case .word:
                let words = file.slice(token.range).split(separator: ".")
                steps += words.reversed().map { .field(String($0)) }
                place -= 1
            case .rightBracket:
                guard place >= 2, tokens[place - 2].kind == .leftBracket else { return nil }
                let inner = file.slice(tokens[place - 1].range)
                steps.append(Int(inner).map { .place($0) } ?? .field(inner.filter { $0 != "\"" }))
                place -= 2
                upper = tokens[place].lower
                place -= 1
                continue
            default: return nil
            }
            upper = token.lower
        }
        return nil
    }
}
