import TMSSyntax

// Variables: found, used too early, given a value.
extension Checker {
    mutating func use(_ name: String, at range: SourceRange) -> StaticType {
        if let index = scopes.index(of: name) {
            scopes.use(index)
            scopes.mention(index, at: range)
            return scopes[index].type
        }
        report(absence(of: name, at: place(range)))
        scopes.declareMistaken(name, at: range)
        return .unknown
    }

    mutating func checkAssignment(to name: NameSyntax) {
        guard let index = scopes.index(of: name.name) else {
            report(
                CheckDiagnostics.assignmentToNothing(
                    name, at: place(name.range), nearest: Suggestions.nearest(name.name, in: scopes.names)))
            scopes.declareMistaken(name.name, at: name.range)
            return
        }
        scopes.mention(index, at: name.range)
        let binding = scopes[index]
        if isInDefinition, index < definitionFloor, binding.origin != .mistaken {
            report(CheckDiagnostics.assignmentOutside(name.name, at: place(name.range)))
        } else if ["it", "error", "failures", "last"].contains(name.name), binding.origin == .given {
            report(CheckDiagnostics.assignmentToGiven(name.name, at: place(name.range)))
        }
    }

    private mutating func absence(of name: String, at place: SourceLocation) -> Diagnostic {
        switch name {
        case "it": return CheckDiagnostics.variableElsewhere(name, at: place, where: "in a stage, after `|`")
        case "error": return CheckDiagnostics.variableElsewhere(name, at: place, where: "after `otherwise`")
        case "last": return CheckDiagnostics.shellOnly("$last", at: place)
        default: break
        }
        if !isInDefinition, let later = declaredAtTop[name], later.lower > place.range.lower {
            return CheckDiagnostics.variableTooEarly(name, at: place, declared: later)
        }
        let nearest = Suggestions.nearest(name, in: scopes.names)
        // It is likely the one that was meant, so that it has its use.
        if let meant = nearest.flatMap({ scopes.index(of: $0) }) { scopes.use(meant) }
        return CheckDiagnostics.unknownVariable(name, at: place, nearest: nearest)
    }
}
