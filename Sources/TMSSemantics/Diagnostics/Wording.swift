import TMSSyntax

extension ValueKind {
    /// What helps when a word is none of its kind and like none.
    var remedy: String? {
        switch self {
        case .carrier: "`carriers matching …` finds its code"
        case .country: "a code or an English name: `us`, `\"United States\"`"
        case .status: "as in `transit`, `delivered`; `count by status` names all"
        default: nil
        }
    }
}

extension Schema {
    /// "a parcel", "an account"; the answer of a write has no name that people know.
    var phrase: String {
        if name.contains(where: \.isUppercase) { return "this answer" }
        return ("aeiou".contains(name.first ?? "x") ? "an " : "a ") + name
    }
}

extension StaticType {
    /// `has` or `have`, after its phrase.
    var verb: String {
        if case .list(.record) = self { "have" } else { "has" }
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// A sentence of help beside the carets: without its full stop, small at the start.
    var asHint: String {
        let body = hasSuffix(".") ? dropLast() : self[...]
        let second = body.dropFirst().first
        let isAcronym = second.map { $0.isUppercase } ?? false
        return isAcronym ? String(body) : body.prefix(1).lowercased() + body.dropFirst()
    }

    /// As it is written in a line: text of several words in quotes.
    var asWord: String { contains { $0.isWhitespace } ? "\"\(self)\"" : self }

    /// A column as it is written after `=`: quoted where it is no plain word.
    var asColumn: String {
        allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } && !isEmpty ? self : "\"\(self)\""
    }
}
