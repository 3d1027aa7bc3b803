// What the parser says about statements and expressions.
extension SyntaxMessage {
    static func expected(_ what: String, found: String) -> SyntaxMessage {
        SyntaxMessage("E0111", "expected \(what), found \(found)")
    }

    static func unexpected(_ found: String) -> SyntaxMessage { SyntaxMessage("E0110", "did not expect \(found) here") }

    static func afterWord(_ found: String) -> SyntaxMessage {
        SyntaxMessage("E0110", "did not expect \(found) here", hint: "text of several words needs quotes")
    }

    static var strayComma: SyntaxMessage {
        SyntaxMessage("E0110", "did not expect a comma here", hint: "a list is `[a, b]`")
    }

    static var strayAssign: SyntaxMessage {
        SyntaxMessage("E0110", "did not expect `=` here", hint: "`let name = …` or `$name = …`")
    }

    static var strayBlock: SyntaxMessage {
        SyntaxMessage("E0110", "did not expect a block here")
    }

    static func strayCloser(_ mark: String) -> SyntaxMessage {
        SyntaxMessage("E0124", "`\(mark)` closes nothing", hint: "there is no opening mark for it")
    }

    static func expectedCloser(_ mark: String, found: String, _ opening: SourceRange) -> SyntaxMessage {
        SyntaxMessage("E0123", "expected `\(mark)`, found \(found)", labels: [Diagnostic.Label(opening, "opened here")])
    }

    static func neverClosed(_ mark: String) -> SyntaxMessage {
        let closer = mark == "(" ? ")" : mark == "[" ? "]" : "}"
        return SyntaxMessage("E0123", "this `\(mark)` is never closed", hint: "close it with `\(closer)`")
    }

    static func endsTooEarly(after mark: String) -> SyntaxMessage {
        SyntaxMessage("E0129", "the text ends after `\(mark)`", hint: "more must follow")
    }

    static func expectedWord(_ word: String, _ form: String, found: String) -> SyntaxMessage {
        SyntaxMessage("E0118", "expected `\(word)`, found \(found)", hint: "the form is `\(form)`")
    }

    static func expectedBlock(_ owner: String, found: String) -> SyntaxMessage {
        SyntaxMessage("E0119", "`\(owner)` needs a block, found \(found)", hint: "`{ … }`")
    }

    static func braceOnNextLine(_ owner: String, _ gap: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0119", "the `{` of `\(owner)` stands on its line",
            proposals: [Proposal("move it up", [Diagnostic.Edit(gap, " ")], isSafe: true)])
    }

    static func partnerOnNextLine(_ word: String, afterBrace: Bool, _ gap: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0120", "`\(word)` stands on the line of \(afterBrace ? "the `}`" : "what is tried")",
            proposals: [Proposal("move it up", [Diagnostic.Edit(gap, " ")], isSafe: true)])
    }

    static func partnerless(_ word: String) -> SyntaxMessage {
        SyntaxMessage("E0120", "there is no `\(word == "else" ? "if" : "try")` for this `\(word)`")
    }

    static func elseIf(_ word: String, _ range: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0120", "`\(word)` is written `else if`",
            proposals: [Proposal("write `else if`", [Diagnostic.Edit(range, "else if")], isSafe: true)])
    }

    static func tryWithoutOtherwise(_ place: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0121", "`try` needs `otherwise`", hint: "what to do when it fails",
            proposals: [Proposal("print the error", [Diagnostic.Edit(place, " otherwise print $error.message")])])
    }

    static func needsBody(_ owner: String, found: String) -> SyntaxMessage {
        SyntaxMessage("E0119", "`\(owner)` needs a statement or a block, found \(found)")
    }

    static func prefixAlone(_ word: String) -> SyntaxMessage {
        SyntaxMessage("E0119", "`\(word)` needs a statement after it")
    }

    static func printsNothing(_ place: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0108", "`print` needs a value", hint: "an empty line is `print \"\"`",
            proposals: [Proposal("print an empty line", [Diagnostic.Edit(place, " \"\"")], isSafe: true)])
    }

    static func commandAsValue(_ text: String, _ range: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0110", "a command as a value needs parentheses",
            proposals: [Proposal("add parentheses", [Diagnostic.Edit(range, "(\(text))")], hint: "write `(\(text))`")])
    }

    static func unquotedText(_ text: String, _ range: SourceRange) -> SyntaxMessage {
        let isPlain = !text.contains { $0 == "\"" || $0 == "\\" || $0 == "{" || $0 == "$" }
        return SyntaxMessage(
            "E0110", "text of several words needs quotes",
            proposals: isPlain
                ? [Proposal("add quotes", [Diagnostic.Edit(range, "\"\(text)\"")], hint: "write `\"\(text)\"`")] : [])
    }

    static func expectedLimit(_ found: String) -> SyntaxMessage {
        SyntaxMessage(
            "E0118", "expected an amount and its unit, found \(found)", hint: "as in `limit 200 calls, 30 min`")
    }

    static var assignsPart: SyntaxMessage {
        SyntaxMessage(
            "E0122", "only a variable can be assigned", hint: "rows are changed by the stage `set`")
    }

    static func assignsWord(_ name: String, _ range: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0122", "`\(name) = …` lacks `let` or `$`", hint: "`let \(name) = …` declares, `$\(name) = …` changes",
            proposals: [
                Proposal("declare it", [Diagnostic.Edit(SourceRange(range.lower, range.lower), "let ")]),
                Proposal("change it", [Diagnostic.Edit(SourceRange(range.lower, range.lower), "$")]),
            ])
    }

    static func dollarInDeclaration(_ owner: String, _ name: String, _ offset: Int) -> SyntaxMessage {
        SyntaxMessage(
            "E0122", "`\(owner)` declares a name without `$`",
            proposals: [
                Proposal(
                    "drop the `$`", [Diagnostic.Edit(SourceRange(offset, offset + 1), "")], isSafe: true,
                    hint: "write `\(name)`")
            ])
    }

    static func expectedName(_ owner: String, found: String) -> SyntaxMessage {
        SyntaxMessage("E0122", "`\(owner)` needs a name, found \(found)")
    }

    static func badName(_ name: String) -> SyntaxMessage {
        SyntaxMessage("E0122", "`\(name)` is not a name", hint: "a letter or `_`, then letters, digits and `_`")
    }

    static func badFunctionName(_ name: String) -> SyntaxMessage {
        SyntaxMessage("E0122", "`\(name)` is not the name of a function", hint: "put a space before `(`")
    }

    static func expectedParameters(_ name: String, found: String) -> SyntaxMessage {
        SyntaxMessage(
            "E0118", "expected `(`, found \(found)", hint: "the form is `define \(name)(a, b) { … }`")
    }

    static func mixedAndOr(_ readings: [String], _ edits: [[Diagnostic.Edit]]) -> SyntaxMessage {
        SyntaxMessage(
            "E0113", "`and` and `or` are mixed without parentheses", hint: "which belongs together?",
            proposals: zip(readings, edits).map { Proposal($0, $1) })
    }

    /// - Parameter isGlued: to the values on its left and right, as in `a=b`.
    static func assignAsComparison(_ range: SourceRange, isGlued: (left: Bool, right: Bool)) -> SyntaxMessage {
        let words = (isGlued.left ? " " : "") + "is" + (isGlued.right ? " " : "")
        return SyntaxMessage(
            "E0122", "`=` does not compare", hint: "write `is`, or `==` to tell capitals apart",
            proposals: [Proposal("write `is`", [Diagnostic.Edit(range, words)])])
    }

    /// - Parameter verb: the `is` with the space behind it.
    static func isIn(_ verb: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0110", "`is in` is written `in`", hint: "`status in transit, pickup`",
            proposals: [Proposal("write `in`", [Diagnostic.Edit(verb, "")], isSafe: true)])
    }

    /// `print 2 in 1, 2, 3`.
    static func inWithoutBrackets(_ first: String) -> SyntaxMessage {
        SyntaxMessage(
            "E0130", "the comma does not go on with the list of `in` here",
            hint: "a list is written in brackets: `in [\(first), …]`")
    }

    static var itemWithoutKey: SyntaxMessage {
        SyntaxMessage(
            "E0127", "this item lacks its key", hint: "all items of `[ ]` have one, `key: value`, or none")
    }
}

/// A diagnostic that waits for its place. A reference, because the stack of a recursive descent pays for every
/// value that its functions might report.
final class SyntaxMessage {
    var diagnostic: Diagnostic

    init(
        _ severity: Diagnostic.Severity = .error, code: String, _ message: String, hint: String? = nil,
        labels: [Diagnostic.Label] = [], notes: [String] = [], proposals: [Proposal] = []
    ) {
        diagnostic = Diagnostic(severity, code, message, hint: hint, labels: labels, notes: notes, proposals: proposals)
    }

    convenience init(
        _ code: String, _ message: String, hint: String? = nil, labels: [Diagnostic.Label] = [], notes: [String] = [],
        proposals: [Proposal] = []
    ) {
        self.init(code: code, message, hint: hint, labels: labels, notes: notes, proposals: proposals)
    }
}
