import TMSSyntax

// The parameters of definitions and scripts: their kinds, their defaults, and what calls give for them.
extension Checker {
    /// Checks the kind of a parameter and its default.
    /// - Returns: what the parameter is sure to be.
    mutating func check(_ value: ExpressionSyntax?, of name: NameSyntax, _ kind: KindSyntax?) -> StaticType {
        let type = value.map { check($0) } ?? .unknown
        guard let kind else { return type }
        guard let known = kind.kind else {
            report(CheckDiagnostics.unknownKind(kind.word, at: place(kind.range)))
            return .unknown
        }
        // With this default the parameter may be left out.
        if let value, case .empty = value.unparenthesized.kind { return .unknown }
        if let value { checkValue(value, as: known, for: name, type: type) }
        return StaticType(known.valueKind)
    }

    /// Checks what a call gives for a parameter: a value, or several with commas, which are a list.
    mutating func check(_ values: [ExpressionSyntax], as formal: FormalSyntax?) {
        guard let formal, let kind = formal.kind?.kind else {
            for value in values { _ = check(value) }
            return
        }
        guard values.count == 1, let value = values.first else {
            for value in values { _ = check(value) }
            guard kind.valueKind != .parcel, let first = values.first, let last = values.last else { return }
            let range = first.range.joined(with: last.range)
            report(
                CheckDiagnostics.wrongKind(
                    formal.name.name, wants: kind.valueKind.phrase, got: StaticType.list(.unknown).phrase,
                    at: place(range)))
            return
        }
        let type = check(value)
        if case .empty = value.unparenthesized.kind, formal.mayBeEmpty { return }
        checkValue(value, as: kind, for: formal.name, type: type)
    }

    private mutating func checkValue(
        _ value: ExpressionSyntax, as kind: ParameterKind, for name: NameSyntax, type: StaticType
    ) {
        // The parser reads `today` as a date only behind a label that asks for one.
        if kind.valueKind == .date, let word = value.literalText, DateWord.all.contains(word.lowercased()) { return }
        checkValue(value, as: kind.valueKind, for: name.name, type: type)
    }
}

extension Array {
    func element(at place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}
