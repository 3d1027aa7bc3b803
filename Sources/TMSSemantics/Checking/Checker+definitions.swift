import TMSSyntax

// A word that is no verb: a definition, or a mistake.
extension Checker {
    mutating func checkNamed(_ name: String, _ command: CommandSyntax, isValue: Bool, isStage: Bool) {
        if let definition = definitions[name] {
            calls.append(DefinitionCall(name: name, range: command.verbRange))
            // In a stage the row is the first argument.
            let before = isStage ? 1 : 0
            for (offset, values) in command.subjects.enumerated() {
                check(values, as: definition.syntax.parameters.element(at: offset + before))
            }
            checkCount(
                of: definition.syntax, given: command.subjects.count + before, at: command.verbRange, in: command.range)
            checkPromise(definition, name, at: command.verbRange)
            return
        }
        if command.subjects.isEmpty, let variable = scopes.index(of: name) {
            scopes.use(variable)
            report(CheckDiagnostics.variableWithoutMark(name, at: place(command.verbRange)))
        } else if isValue, command.subjects.isEmpty, looksLikeText(name) {
            report(CheckDiagnostics.wordForText(name, at: place(command.verbRange)))
        } else if input.knowsDefinitions {
            report(
                CheckDiagnostics.unknownVerb(
                    name, at: place(command.verbRange), nearest: nearestVerb(to: name, isStage: isStage)))
        }
        // Its words may be labels of the verb that was meant, so only variables are looked at.
        for values in command.subjects { for value in values where !value.isLiteral { _ = check(value) } }
    }

    /// A definition from another file must keep the promise of this one.
    mutating func checkPromise(_ definition: Definition, _ name: String, at range: SourceRange) {
        let all = input.definitionEffects.all(of: name)
        guard let promise, !isWithheld, definition.file !== file, all.writes || all.contains(.pays) else { return }
        report(CheckDiagnostics.writeInReadOnly(name, pays: !all.writes, at: place(range), promise: promise))
    }

    /// `let c = ups`: the name of a status or a country, or like no verb at all, as the carriers are.
    private func looksLikeText(_ word: String) -> Bool {
        let kinds: [ValueKind] = [.status, .country]
        return kinds.contains { context.validate(word, as: $0) == .valid } || nearestVerb(to: word) == nil
    }

    private func nearestVerb(to name: String, isStage: Bool = false) -> String? {
        var candidates = definitions.keys.sorted()
        if isStage { candidates += StageWord.allCases.map(\.rawValue) }
        for verb in vocabulary.verbs {
            candidates.append(verb.name)
            if let first = verb.words.first, verb.words.count > 1 { candidates.append(first) }
        }
        return Suggestions.nearest(name, in: candidates)
    }
}
