import TMSBase
import TMSSyntax

// What stands where it cannot.
extension CheckDiagnostics {
    static func outsideLoop(_ word: String, at place: SourceLocation) -> Diagnostic {
        make(.outsideLoop, "`\(word)` stands in no loop", at: place)
    }

    static func returnOutside(at place: SourceLocation) -> Diagnostic {
        make(.outsideDefinition, "`return` stands in no definition", at: place, hint: "`exit` ends a script")
    }

    static func notAtTop(_ word: String, at place: SourceLocation) -> Diagnostic {
        make(.notAtTop, "`\(word)` belongs to the top of a file", at: place)
    }

    static func nestedDefinition(at place: SourceLocation) -> Diagnostic {
        make(.notAtTop, "`define` stands outside of all braces", at: place)
    }

    static func savedOver(at place: SourceLocation, loop: SourceRange, example: String?) -> Diagnostic {
        make(
            .savedOver, "every turn of the loop would save over this file", at: place,
            hint: example.map { "put the loop's variable in its name: `\($0)`" } ?? "save once, after the loop",
            labels: [.init(loop, "the loop")])
    }

    static func unreachable(after word: String, at place: SourceLocation) -> Diagnostic {
        make(.unreachable, "this is never reached: `\(word)` stands before it", at: place)
    }

    static func unreadableLibrary(_ path: String, at place: SourceLocation) -> Diagnostic {
        make(.unreadableLibrary, "`\(path)` cannot be read", at: place)
    }

    static func libraryCircle(_ path: [String], at place: SourceLocation) -> Diagnostic {
        make(
            .libraryCircle, "the files use each other in a circle", at: place, notes: [path.joined(separator: " uses ")]
        )
    }

    static func ignoredInLibrary(at place: SourceLocation) -> Diagnostic {
        make(.ignoredInLibrary, "a file that is used gives its definitions only; this is not run", at: place)
    }

    static func notALiteral(_ what: String, at place: SourceLocation) -> Diagnostic {
        make(.notALiteral, "\(what) is written out: it is known before the script runs", at: place)
    }

    static func unknownLimit(_ unit: String, at place: SourceLocation) -> Diagnostic {
        unknown(
            .unknownLimit, "`limit` counts no `\(unit)`", at: place,
            nearest: Suggestions.nearest(unit, in: LimitUnit.words),
            otherwise: "calls, quota or a time: `limit 200 calls, 40 quota, 30 min`")
    }

    static func notWholeSeconds(_ text: String, _ reason: UnreadableText, at place: SourceLocation) -> Diagnostic {
        make(.notWholeSeconds, "\(text) \(reason.cause)", at: place, hint: reason.remedy)
    }

    static func repeatedLimit(_ unit: LimitUnit, at place: SourceLocation, first: SourceRange) -> Diagnostic {
        let what: String
        switch unit {
        case .calls: what = "calls"
        case .quota: what = "quota"
        case .time: what = "time"
        }
        return make(
            .repeatedLimit, "the limit of \(what) is given twice", at: place, hint: "leave one of them out",
            labels: [.init(first, "first given here")])
    }
}
