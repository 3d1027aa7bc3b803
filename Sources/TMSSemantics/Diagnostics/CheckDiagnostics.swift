import TMSSyntax

/// What the checker says, each message once.
enum CheckDiagnostics {
    static func make(
        _ code: CheckCode, _ message: String, at place: SourceLocation, hint: String? = nil,
        labels: [Diagnostic.Label] = [], notes: [String] = [], proposals: [Proposal] = []
    ) -> Diagnostic {
        Diagnostic(
            code.rawValue.first == "W" ? .warning : .error, code.rawValue, message, at: place, hint: hint,
            labels: labels, notes: notes, proposals: proposals)
    }

    /// A name nobody knows, with the nearest one as its fix-it.
    static func unknown(
        _ code: CheckCode, _ message: String, at place: SourceLocation, nearest: String?, prefix: String = "",
        otherwise hint: String? = nil
    ) -> Diagnostic {
        guard let nearest else { return make(code, message, at: place, hint: hint) }
        let replacement = prefix + nearest
        return make(code, message, at: place, hint: hint, proposals: [.meant(replacement, at: place.range)])
    }
}

// MARK: - Names

extension CheckDiagnostics {
    static func unknownVariable(_ name: String, at place: SourceLocation, nearest: String?) -> Diagnostic {
        unknown(
            .unknownVariable, "there is no variable `$\(name)`", at: place, nearest: nearest, prefix: "$",
            otherwise: "`let \(name) = …` makes one")
    }

    static func variableTooEarly(_ name: String, at place: SourceLocation, declared: SourceRange) -> Diagnostic {
        make(
            .unknownVariable, "`$\(name)` has no value yet here", at: place,
            labels: [.init(declared, "it gets its value here")])
    }

    static func variableElsewhere(_ name: String, at place: SourceLocation, where allowed: String) -> Diagnostic {
        make(.unknownVariable, "`$\(name)` has a value only \(allowed)", at: place)
    }

    static func assignmentToNothing(_ name: NameSyntax, at place: SourceLocation, nearest: String?) -> Diagnostic {
        if let nearest {
            return unknown(
                .assignmentToNothing, "there is no variable `$\(name.name)` to give a new value", at: place,
                nearest: nearest, prefix: "$")
        }
        return make(
            .assignmentToNothing, "there is no variable `$\(name.name)` to give a new value", at: place,
            hint: "`let \(name.name) = …` makes one",
            proposals: [.init("write `let \(name.name)`", [.init(place.range, "let \(name.name)")])])
    }

    static func assignmentToGiven(_ name: String, at place: SourceLocation) -> Diagnostic {
        make(.assignmentToNothing, "`$\(name)` is set by tms and cannot be given a value", at: place)
    }

    static func assignmentOutside(_ name: String, at place: SourceLocation) -> Diagnostic {
        make(
            .assignmentOutside, "a definition cannot change `$\(name)`, which stands outside it", at: place,
            hint: "`return` the new value instead")
    }

    static func unknownVerb(_ name: String, at place: SourceLocation, nearest: String?) -> Diagnostic {
        unknown(
            .unknownVerb, "there is no verb `\(name)`", at: place, nearest: nearest,
            otherwise: "`help` lists them")
    }

    /// `let c = ups`.
    static func wordForText(_ word: String, at place: SourceLocation) -> Diagnostic {
        make(
            .unknownVerb, "there is no verb `\(word)`", at: place,
            hint: "`help` lists them",
            proposals: [
                .init(
                    "write `\"\(word)\"`", [.init(place.range, "\"\(word)\"")],
                    hint: "text is quoted here: `\"\(word)\"`")
            ])
    }

    /// `for p in rows`, where `$rows` is a variable.
    static func variableWithoutMark(_ name: String, at place: SourceLocation) -> Diagnostic {
        make(
            .unknownVerb, "there is no verb `\(name)`", at: place,
            proposals: [.meant("$\(name)", at: place.range, isSafe: true)])
    }

    static func unknownFunction(_ name: String, at place: SourceLocation, nearest: String?, known: [String])
        -> Diagnostic
    {
        unknown(
            .unknownFunction, "there is no function `\(name)`", at: place, nearest: nearest,
            otherwise: "there are \(known.quotedList)")
    }

    static func argumentCount(_ name: String, at place: SourceLocation, needs: String, given: Int) -> Diagnostic {
        make(
            .argumentCount,
            "`\(name)` takes \(needs), and \(given == 0 ? "none" : "\(given)") \(given == 1 ? "is" : "are") given",
            at: place)
    }

    static func definedTwice(_ name: String, at place: SourceLocation, first: SourceLocation?) -> Diagnostic {
        let isHere = first?.file === place.file
        return make(
            .definedTwice, "`\(name)` is defined twice", at: place,
            labels: isHere ? first.map { [.init($0.range, "first defined here")] } ?? [] : [],
            notes: isHere
                ? []
                : first.map { ["first defined in \($0.file.name), line \($0.file.line(at: $0.range.lower))"] } ?? [])
    }

    static func definedAsBuiltIn(_ name: String, _ kind: String, at place: SourceLocation) -> Diagnostic {
        make(.definedTwice, "`\(name)` is already a \(kind) of tms", at: place, hint: "choose another name")
    }

    static func digitInDefinition(_ name: String, at place: SourceLocation) -> Diagnostic {
        make(
            .digitInDefinition, "`\(name)` could not be called: no verb contains a digit", at: place,
            hint: "choose a name of letters and `_`")
    }

    static func unknownKind(_ word: String, at place: SourceLocation) -> Diagnostic {
        let kinds = ParameterKind.all.map(\.word)
        return unknownWord(
            "there is no kind `\(word)`", at: place, suggestion: Suggestions.nearest(word, in: kinds),
            remedy: "one of \(kinds.joined(separator: ", "))")
    }

    static func unusedVariable(_ name: String, _ kind: String, at place: SourceLocation) -> Diagnostic {
        make(.unusedVariable, "the \(kind) `\(name)` is never used", at: place)
    }
}
