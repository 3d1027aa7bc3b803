public import TMSSyntax

/// `editors/vscode/syntaxes/tms.tmLanguage.json`: colours for every editor that reads TextMate grammars.
///
/// Position decides what a word is, as in the language: a verb is one where a pipeline begins, and only behind it its own
/// labels are labels; behind `|` a stage begins, whose words are fields.
public struct TextMateGrammar {
    public let text: String

    public init(_ vocabulary: Vocabulary) {
        let words = EditorWords(vocabulary)
        let grammar: GrammarValue = [
            "$schema": "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
            "comment": "Written by `tms docs textmate`; a test compares it.",
            "name": "tms",
            "scopeName": "source.tms",
            "fileTypes": ["tms"],
            "firstLineMatch": "^#!.*\\btms\\b",
            "patterns": Self.includes(["comment", "pipe-at-end", "stage", "statement", "command", "expression"]),
            "repository": .members(Self.general(words) + Self.pipelines(words) + Self.commands(words)),
        ]
        text = grammar.text() + "\n"
    }

    /// Comments, values and what they are made of.
    private static func general(_ words: EditorWords) -> [(String, GrammarValue)] {
        [
            (
                "comment",
                [
                    "patterns": [
                        match("\\A#!.*$", "comment.line.shebang"),
                        match("\(Pattern.begins)#(?=\\s|$).*$", "comment.line.number-sign"),
                    ]
                ]
            ),
            (
                "string",
                [
                    "patterns": [
                        region("\"", "\"|$", "string.quoted.double", includes(["escape", "fill"])),
                        region("(?<![\\p{L}\\p{M}\\p{N}_\\-./@:+#])'", "'|$", "string.quoted.single", []),
                    ]
                ]
            ),
            (
                "escape",
                [
                    "patterns": [
                        match("\\\\(?:[nt\"\\\\{]|u\\{[0-9A-Fa-f]+\\})", "constant.character.escape"),
                        match("\\\\.", "invalid.illegal.escape"),
                    ]
                ]
            ),
            (
                "fill",
                [
                    "begin": "\\{", "end": "\\}|$", "name": "meta.embedded.tms", "contentName": "source.tms",
                    "captures": ["0": ["name": "punctuation.section.embedded.tms"]],
                    "patterns": [["include": "$self"]],
                ]
            ),
            (
                "variable",
                [
                    "match": .text("(\(Pattern.variable))(?:\\s+(\(Pattern.any(words.units)))\(Pattern.ends))?"),
                    "captures": captures(["variable.other", "keyword.other.unit"]),
                ]
            ),
            ("shown", match("\(Pattern.begins)@\\d+(?:-\\d+)?\(Pattern.ends)", "variable.language.rows")),
            (
                "number",
                [
                    "match": .text(
                        "\(Pattern.begins)(\(Pattern.number))\(Pattern.ends)"
                            + "(?:\\s+(\(Pattern.any(words.units + ["calls"])))\(Pattern.ends))?"),
                    "captures": captures(["constant.numeric", "keyword.other.unit"]),
                ]
            ),
            (
                "date",
                match(
                    "\(Pattern.begins)\(Pattern.date)(?:\\s+\\d\\d:\\d\\d(?::\\d\\d)?)?\(Pattern.ends)",
                    "constant.numeric.date")
            ),
            ("unit", named("(?<=\\))\\s+(\(Pattern.any(words.units)))\(Pattern.ends)", ["keyword.other.unit"])),
            ("date-word", match(Pattern.word(words.dates), "constant.language.date")),
            ("constant", match(Pattern.word(words.constants), "constant.language")),
            ("status", match(Pattern.word(words.statuses), "support.constant.status")),
            ("unquoted", match("\(Pattern.letter)+", "string.unquoted")),
            (
                "function",
                [
                    "patterns": [
                        match(
                            "\(Pattern.begins)(?:\(Pattern.any(words.functions)))(?=\\()", "support.function.builtin"),
                        match("\(Pattern.begins)\(Pattern.name)(?=\\()", "entity.name.function"),
                    ]
                ]
            ),
            ("parenthesis", ["begin": "\\(", "end": "\\)", "patterns": [["include": "$self"]]]),
            (
                "bracket",
                [
                    "begin": "\\[", "end": "\\]",
                    "patterns": .list(
                        [match("\(Pattern.begins)\(Pattern.name):(?=\\s)", "entity.other.attribute-name.key")]
                            + list(["value", "unquoted"])),
                ]
            ),
            ("operator", match(Pattern.word(words.operators), "keyword.operator.word")),
            ("mark", match("==|!=|<=|>=|\\?\\?|[=<>*%]|(?<=\\s)(?:[-+/]|\\.\\.)(?=\\s)", "keyword.operator")),
            (
                "value",
                [
                    "patterns": includes([
                        "comment", "string", "variable", "shown", "date", "number", "unit", "function", "parenthesis",
                        "bracket", "constant", "date-word", "mark",
                    ])
                ]
            ),
            ("expression", ["patterns": includes(["operator", "value"])]),
        ]
    }

    /// Statements and stages.
    private static func pipelines(_ words: EditorWords) -> [(String, GrammarValue)] {
        let here = Pattern.position(after: words.leads)
        let kinds = "(?i:\(Pattern.any(words.kinds)))\(Pattern.ends)"
        let stagePatterns = includes(["operator", "stage-part", "value", "status", "field"])
        let stageEnd = "(?=[|;{})\\]])|(?<!,)(?<!\\band)(?<!\\bor)$|\(Pattern.partner)"
        return [
            (
                "statement",
                [
                    "patterns": [
                        named(
                            "\(here)(define)\\s+(\(Pattern.name))", ["keyword.control", "entity.name.function"]),
                        named(
                            "\(here)(let|for|param)\\s+(\(Pattern.name))(?:\\s*,\\s*(\(Pattern.name))|\\s*:\\s*(\(kinds)))?",
                            [
                                "keyword.control", "variable.other.declaration", "variable.other.declaration",
                                "storage.type",
                            ]),
                        named(
                            "\(Pattern.begins)(\(Pattern.name))\\s*:\\s*(\(kinds))",
                            ["variable.parameter", "storage.type"]),
                        named("\(here)(\(Pattern.any(words.statements)))\(Pattern.ends)", ["keyword.control"]),
                        match(Pattern.word(words.partners), "keyword.control"),
                        named("\(here)(\(Pattern.any(words.sources)))\(Pattern.ends)", ["support.function.source"]),
                    ]
                ]
            ),
            (
                "pipe-at-end",
                [
                    "comment": "The stage stands on the next line.",
                    "begin": "\\|(?=\\s*(?:#\\s.*)?$)", "end": "(?=\\S)", "applyEndPatternLast": .flag(true),
                    "patterns": .list(
                        list(["comment"]) + [
                            region(
                                "^\\s*(\(Pattern.any(words.stages)))\(Pattern.ends)", stageEnd, stagePatterns,
                                captures: ["keyword.other.stage"])
                        ]),
                ]
            ),
            (
                "stage",
                region(
                    "(?<=\\|)\\s*(\(Pattern.any(words.stages)))\(Pattern.ends)", stageEnd, stagePatterns,
                    captures: ["keyword.other.stage"])
            ),
            ("stage-part", match(Pattern.word(words.stageParts + ["count"]), "keyword.other.stage")),
            ("field", match("\(Pattern.letter)+", "variable.other.property")),
        ]
    }

    /// A region for each verb, in which its labels are labels.
    private static func commands(_ words: EditorWords) -> [(String, GrammarValue)] {
        let here = Pattern.position(after: words.leads)
        let end = "(?=[|;{})\\]])|(?<!,)$|\(Pattern.partner)"
        var regions = words.verbs.map { verb in
            (
                "command-\(verb.slug)",
                region(
                    "\(here)(\(verb.words.joined(separator: "\\s+")))\(Pattern.ends)", end, patterns(verb),
                    captures: ["support.function.verb"])
            )
        }
        if let verb = words.bareNumberVerb {
            let value: GrammarValue = [
                "begin": .text("\(here)(\(Pattern.parcel))\(Pattern.ends)\(Pattern.noOperator)"), "end": .text(end),
                "beginCaptures": ["1": ["patterns": includes(["number", "unquoted"])]], "patterns": patterns(verb),
            ]
            regions.append(("parcels", value))
        }
        return [("command", ["patterns": includes(regions.map(\.0))])] + regions
    }

    private static func patterns(_ verb: EditorVerb) -> GrammarValue {
        var patterns: [GrammarValue] = []
        if !verb.flags.isEmpty { patterns.append(match(Pattern.word(verb.flags), "entity.other.attribute-name.flag")) }
        if !verb.times.isEmpty { patterns.append(match(Pattern.word(verb.times), "entity.other.attribute-name.label")) }
        let one = "(?!')\(Pattern.letter)+"
        let several = "\(one)(?:\\s*,\\s*\(one))*"
        if verb.takesFile {
            patterns.append(match(Pattern.word(InnerWord.files), "keyword.other.file"))
            patterns.append(
                named(
                    "\(Pattern.begins)(\(Pattern.any(verb.labels + ["number"])))(=)",
                    ["entity.other.attribute-name.label", "keyword.operator"]))
        }
        for (labels, value, kinds) in [
            (verb.statuses, several, ["status", "unquoted"]), (verb.lists, several, ["date", "number", "unquoted"]),
            (verb.values, one, ["date", "number", "unquoted"]),
        ] where !labels.isEmpty {
            patterns.append([
                "match": .text("\(Pattern.begins)(\(Pattern.any(labels)))\(Pattern.ends)(?:\\s+(\(value)))?"),
                "captures": [
                    "1": ["name": "entity.other.attribute-name.label.tms"], "2": ["patterns": includes(kinds)],
                ],
            ])
        }
        return .list(patterns + list(["value", "unquoted"]))
    }
}

// The forms rules are written in.
extension TextMateGrammar {
    private static func match(_ pattern: String, _ scope: String) -> GrammarValue {
        ["match": .text(pattern), "name": .text(scope + ".tms")]
    }

    private static func named(_ pattern: String, _ scopes: [String]) -> GrammarValue {
        ["match": .text(pattern), "captures": captures(scopes)]
    }

    private static func region(_ begin: String, _ end: String, _ scope: String, _ patterns: GrammarValue)
        -> GrammarValue
    {
        ["begin": .text(begin), "end": .text(end), "name": .text(scope + ".tms"), "patterns": patterns]
    }

    private static func region(_ begin: String, _ end: String, _ patterns: GrammarValue, captures scopes: [String])
        -> GrammarValue
    {
        ["begin": .text(begin), "end": .text(end), "beginCaptures": captures(scopes), "patterns": patterns]
    }

    private static func captures(_ scopes: [String]) -> GrammarValue {
        .members(scopes.enumerated().map { (String($0 + 1), ["name": .text($1 + ".tms")]) })
    }

    private static func includes(_ names: [String]) -> GrammarValue { .list(list(names)) }

    private static func list(_ names: [String]) -> [GrammarValue] { names.map { ["include": .text("#" + $0)] } }
}

/// Pieces of regular expressions, for Oniguruma.
private enum Pattern {
    /// What a word is made of.
    static let letter = "[\\p{L}\\p{M}\\p{N}_\\-./@:+#']"
    static let begins = "(?<!\(letter))"
    static let ends = "(?!\(letter))"
    static let name = "[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*"
    static let variable = "\\$\(name)(?:\\.\(name))*"
    /// Prints back as it stands.
    static let number = "0|-?[1-9]\\d{0,14}|-?(?:0|[1-9]\\d*)\\.\\d*[1-9]"
    static let date = "\\d{4}-\\d\\d-\\d\\d"
    static let parcel = "(?!\(date)\(ends))(?=[A-Za-z_-]*\\d)[A-Za-z0-9_-]{5,}"
    static let noOperator = "(?!\\s*(?:[*%=<>!?]|[-+/]\\s|\\.\\.))"
    /// The other half of a `try` ends a command.
    static let partner = "\(begins)(?=otherwise\(ends))"

    static func any(_ words: [String]) -> String { words.joined(separator: "|") }

    static func word(_ words: [String]) -> String { "\(begins)(?i:\(any(words)))\(ends)" }

    /// Where a pipeline or a statement may begin.
    static func position(after leads: [String]) -> String {
        let behind = leads.map { "[\\s;{(|]\($0)" } + leads.map { "^\($0)" }
        return "(?i)(?:^\\s*|(?<=[|;{(])\\s*|(?<=[^=!<>]=)\\s*|(?<=\(any(behind)))\\s+)"
    }
}
