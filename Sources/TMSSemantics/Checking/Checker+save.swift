import TMSSyntax

// `save` in a loop: each turn must have a file of its own.
extension Checker {
    mutating func checkSave(to path: ExpressionSyntax) {
        checkValue(path, as: .path, for: "save")
        checkSuffix(of: path, toOpen: false)
        guard let loop = loops.last, !changes(path, in: loop) else { return }
        report(Complaints.savedOver(at: place(path.range), loop: loop.head, example: example(path, loop)))
    }

    /// The end of a file's name says how it is written; where the script tells it, it is known before the run.
    mutating func checkSuffix(of path: ExpressionSyntax, toOpen: Bool) {
        guard let end = path.literalEnd, end.contains("."), !end.hasSuffix("/") else { return }
        if let format = OutputFormat(path: end), format.canBeOpened || !toOpen { return }
        report(Complaints.unknownSuffix(end, at: place(path.range), suffixes: OutputFormat.suffixList(toOpen: toOpen)))
    }

    /// Whether the path can differ from turn to turn.
    private func changes(_ path: ExpressionSyntax, in loop: LoopFrame) -> Bool {
        let mentions = path.mentions
        // What a function or a command gives is not known here.
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

/// The variables of an expression.
private struct Mentions {
    var names: [String] = []
    var isUncertain = false
}

extension ExpressionSyntax {
    fileprivate var mentions: Mentions {
        var found = Mentions()
        collect(into: &found)
        return found
    }

    private func collect(into found: inout Mentions) {
        switch kind {
        case .variable(let name): found.names.append(name)
        case .member(let inner, _, _), .parenthesized(let inner), .negate(let inner): inner.collect(into: &found)
        case .index(let base, let key):
            base.collect(into: &found)
            key.collect(into: &found)
        case .binary(_, let left, let right):
            left.collect(into: &found)
            right.collect(into: &found)
        case .string(let segments):
            for case .expression(let inner) in segments { inner.collect(into: &found) }
        case .number, .word, .boolean, .empty, .date: break
        default: found.isUncertain = true
        }
    }
}
