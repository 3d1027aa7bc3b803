import TMSSyntax

// `save` in a loop: each turn must have a file of its own.
extension Checker {
    mutating func checkSave(to path: ExpressionSyntax) {
        checkValue(path, as: .path, for: "save")
        checkSuffix(of: path, toOpen: false)
        guard let loop = loops.last, !changes(path, in: loop) else { return }
        report(CheckDiagnostics.savedOver(at: place(path.range), loop: loop.head, example: example(path, loop)))
    }

    /// The end of a file's name says how it is written; where the script tells it, it is known before the run.
    mutating func checkSuffix(of path: ExpressionSyntax, toOpen: Bool) {
        guard let end = path.literalEnd, end.contains("."), !end.hasSuffix("/") else { return }
        if let format = OutputFormat(path: end), format.canBeRead || !toOpen { return }
        if !toOpen, ScriptName.isOne(end) { return }
        report(
            CheckDiagnostics.unknownSuffix(
                end, at: place(path.range), suffixes: OutputFormat.suffixList(toOpen: toOpen)))
    }

    /// What `as` or `chart` asks for and what the file's name says must be one.
    mutating func checkForms(of pipeline: PipelineSyntax) {
        var asked: OutputFormat?
        for stage in pipeline.stages {
            switch stage.kind {
            case .as(let name, _, _): asked = OutputFormat(word: name)
            case .chart: asked = .chart
            case .save(let path, _):
                guard let asked, let file = path.literalEnd.flatMap({ OutputFormat(path: $0) }),
                    !asked.isSaved(as: file)
                else { continue }
                report(CheckDiagnostics.otherForm(asked, than: file, at: place(path.range)))
            // No other stage says a form.
            default: continue
            }
        }
    }

    /// - Parameter isKnown: the script says which form it is.
    mutating func checkTitle(_ title: ExpressionSyntax?, of format: OutputFormat?, isKnown: Bool) {
        guard let title else { return }
        if title.literalText == nil {
            report(CheckDiagnostics.title(isWrittenOut: false, format, at: place(title.range)))
        } else if isKnown, let format, !format.hasTitle {
            report(CheckDiagnostics.title(isWrittenOut: true, format, at: place(title.range)))
        }
    }

    /// Whether the path can differ from turn to turn.
    private func changes(_ path: ExpressionSyntax, in loop: LoopFrame) -> Bool {
        var mentions = Mentions()
        mentions.visit(path)
        if mentions.isUncertain { return true }
        let assigned = loop.variable == nil ? AssignedNames.within(loop.body.statements) : []
        return mentions.names.contains { name in
            guard let index = scopes.index(of: name) else { return true }
            return scopes[index].loopDepth >= loops.count || assigned.contains(name)
        }
    }

    private func example(_ path: ExpressionSyntax, _ loop: LoopFrame) -> String? {
        guard let variable = loop.variable, let name = path.literalText, let dot = name.lastIndex(of: ".") else {
            return nil
        }
        return "save \"\(name[..<dot])-{$\(variable)}\(name[dot...])\""
    }
}

/// The variables of a path. What a function, a command or a condition gives can be something else each time.
private struct Mentions: SyntaxWalker {
    private(set) var names: [String] = []
    private(set) var isUncertain = false

    mutating func visit(_ value: ExpressionSyntax) {
        switch value.kind {
        case .variable(let name): names.append(name)
        case .number, .word, .boolean, .empty, .date, .string, .member, .index, .binary, .negate, .parenthesized:
            walk(value)
        case .duration, .ago, .those, .rows, .field, .call, .list, .record, .not, .comparison, .isEmpty, .membership,
            .and, .or, .pipeline, .missing:
            isUncertain = true
        }
    }
}
