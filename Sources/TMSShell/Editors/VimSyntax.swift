public import TMSSyntax

/// `editors/vim/syntax/tms.vim`: colours for Vim and Neovim, by the rules of `TextMateGrammar`.
public struct VimSyntax {
    public let text: String

    public init(_ vocabulary: Vocabulary) {
        let words = EditorWords(vocabulary)
        text =
            (Self.head + Self.general(words) + Self.commands(words) + Self.pipelines(words) + Self.tail(words))
            .joined(separator: "\n") + "\n"
    }

    private static let head = [
        "\" Vim syntax file for tms. Written by `tms docs vim`; a test compares it.",
        "if exists('b:current_syntax')", "  finish", "endif", "",
        "syntax case ignore", "syntax iskeyword @,48-57,_,-,.,/,@-@,:,+,#,39,128-255", "",
    ]

    private static func general(_ words: EditorWords) -> [String] {
        [
            "syntax match tmsComment /\\k\\@1<!#\\%(\\s.*\\)\\?$/ contains=@Spell",
            "syntax match tmsComment /\\%1l^#!.*/",
            "syntax region tmsString start=/\"/ skip=/\\\\./ end=/\"/ end=/$/ contains=tmsEscape,tmsBadEscape,tmsFill",
            "syntax region tmsString start=/\\%(\\k\\&[^']\\)\\@1<!'/ end=/'/ end=/$/",
            "syntax match tmsBadEscape /\\\\./ contained",
            "syntax match tmsEscape /\\\\[nt\"\\\\{]/ contained",
            "syntax match tmsEscape /\\\\u{\\x\\+}/ contained",
            "syntax region tmsFill matchgroup=tmsFillMark start=/{/ end=/}/ end=/$/ contained contains=@tmsLine",
            "syntax match tmsVariable /\\$\(name)\\%(\\.\(name)\\)*/ nextgroup=tmsUnit skipwhite",
            "syntax match tmsVariable /\\<@\\d\\+\\%(-\\d\\+\\)\\?\\>/",
            "syntax match tmsNumber /\\<\\%(0\\|-\\?[1-9]\\d\\{,14}\\|-\\?\\%(0\\|[1-9]\\d*\\)\\.\\d*[1-9]\\)\\>/"
                + " nextgroup=tmsUnit skipwhite",
            "syntax match tmsDate /\\<\(date)\\%(\\s\\+\\d\\d:\\d\\d\\%(:\\d\\d\\)\\?\\)\\?\\>/",
            "syntax match tmsUnit /\(word(words.units + ["calls"]))/ contained",
            "syntax match tmsUnit /)\\@1<=\\s\\+\(word(words.units))/",
            "syntax match tmsDateWord /\(word(words.dates))/",
            "syntax match tmsConstant /\(word(words.constants))/",
            "syntax match tmsStatus /\(word(words.statuses))/ contained",
            "syntax match tmsOperator /\(word(words.operators))/",
            "syntax match tmsOperator /==\\|!=\\|<=\\|>=\\|??\\|[=<>*%]\\|\\s\\@1<=\\%([-+/]\\|\\.\\.\\)\\ze\\s/",
            "syntax match tmsName /\\<\(name)\\ze(/",
            "syntax match tmsFunction /\\<\\%(\(any(words.functions))\\)\\ze(/",
            "syntax region tmsParenthesis start=/(/ end=/)/ transparent contains=@tmsLine",
            "syntax region tmsBracket start=/\\[/ end=/\\]/ transparent contains=tmsComment,@tmsValue,tmsKey",
            "syntax match tmsKey /\\<\(name):\\ze\\s/ contained",
            "syntax match tmsParameter /\\<\(name)\\s*:\\s*\(word(words.kinds))/ contains=tmsKind",
            "syntax match tmsKind /\(word(words.kinds))/ contained",
            "syntax match tmsText /'\\@!\\k\\+/ contained contains=tmsNumber,tmsDate",
            "syntax match tmsTexts /'\\@!\\k\\+/ contained contains=tmsNumber,tmsDate nextgroup=tmsTextComma skipwhite",
            "syntax match tmsTextComma /,/ contained nextgroup=tmsTexts skipwhite",
            "syntax match tmsStatuses /'\\@!\\k\\+/ contained contains=tmsStatus nextgroup=tmsStatusComma skipwhite",
            "syntax match tmsStatusComma /,/ contained nextgroup=tmsStatuses skipwhite",
            "syntax cluster tmsValue contains=tmsString,tmsVariable,tmsNumber,tmsDate,tmsDateWord,tmsUnit,"
                + "tmsConstant,tmsName,tmsFunction,tmsParenthesis,tmsBracket",
            "",
        ]
    }

    private static func pipelines(_ words: EditorWords) -> [String] {
        let here = position(after: words.leads)
        return [
            "syntax match tmsPartner /\(word(words.partners))/",
            "syntax match tmsSource /\(here)\(word(words.sources))/",
            "syntax match tmsStatement /\(here)\(word(words.statements))/",
            "syntax match tmsStatement /\(here)\\<define\\>/ nextgroup=tmsName skipwhite",
            "syntax match tmsStagePart /\(word(words.stageParts + ["count"]))/ contained",
            "syntax region tmsStageRegion matchgroup=tmsStage start=/\\%(|\\s*\\)\\@<=\(word(words.stages))/\(stage)",
            // The stage stands on a line of its own below.
            "syntax region tmsPipe start=/|\\ze\\s*\\%(#\\s.*\\)\\?$/ end=/^\\s*\\ze[^[:blank:]#]/ transparent"
                + " contains=tmsComment nextgroup=tmsStageBelow",
            "syntax region tmsStageBelow matchgroup=tmsStage start=/\(word(words.stages))/\(stage) contained",
            "",
        ]
    }

    private static func commands(_ words: EditorWords) -> [String] {
        let here = position(after: words.leads)
        var lines: [String] = []
        // Of two that match at one place Vim takes the later: the longest stands last.
        for verb in words.verbs.reversed() {
            let group = "tms_" + verb.words.joined(separator: "_")
            lines += labels(verb, group)
            let start = "\(here)\\<\(verb.words.joined(separator: "\\s\\+"))\\>"
            lines.append(command(verb, group, "matchgroup=tmsVerb start=/\(start)/"))
        }
        if let verb = words.bareNumberVerb {
            let group = "tms_" + verb.words.joined(separator: "_")
            let number = "\\%(\(date)\\>\\)\\@!\\%([a-z_-]*\\d\\)\\@=[a-z0-9_-]\\{5,}\\>"
            let start = "\(here)\\ze\\<\(number)\\%(\\s*\\%([*%=<>!?]\\|[-+/]\\s\\|\\.\\.\\)\\)\\@!"
            lines.append(command(verb, group, "start=/\(start)/"))
        }
        let regions = words.verbs.map { "tms_" + $0.words.joined(separator: "_") }
        lines.append(
            "syntax cluster tmsLine contains=tmsComment,@tmsValue,tmsParameter,tmsOperator,tmsPartner,tmsSource,tmsStatement,tmsStageRegion,tmsPipe,"
                + regions.joined(separator: ","))
        return lines + [""]
    }

    private static func command(_ verb: EditorVerb, _ group: String, _ start: String) -> String {
        let own = verb.labels.isEmpty && verb.flags.isEmpty ? "" : ",\(group)_label.*"
        return "syntax region \(group) \(start) \(ends) end=/,\\@1<!$/ transparent contains=@tmsValue\(own)"
    }

    private static func labels(_ verb: EditorVerb, _ group: String) -> [String] {
        let parts: [(String, [String], String)] = [
            ("flag", verb.flags, ""), ("file", verb.takesFile ? InnerWord.files : [], ""),
            ("column", verb.takesFile ? ["number"] : [], ""), ("time", verb.times, ""),
            ("status", verb.statuses, "tmsStatuses"),
            ("list", verb.lists, "tmsTexts"), ("one", verb.values, "tmsText"),
        ]
        return parts.filter { !$0.1.isEmpty }.flatMap { name, labels, next in
            let label = "\(group)_label_\(name)"
            let following = next.isEmpty ? "" : " nextgroup=\(next) skipwhite"
            return [
                "syntax match \(label) /\(word(labels))/ contained\(following)",
                "highlight default link \(label) \(name == "file" ? "tmsSource" : "tmsLabel")",
            ]
        }
    }

    private static func tail(_ words: EditorWords) -> [String] {
        [
            ("Comment", "Comment"), ("String", "String"), ("Text", "String"), ("Texts", "String"),
            ("Escape", "SpecialChar"),
            ("BadEscape", "Error"), ("FillMark", "Delimiter"), ("Variable", "Identifier"), ("Number", "Number"),
            ("Date", "Number"), ("Unit", "Type"), ("Kind", "Type"), ("DateWord", "Constant"), ("Constant", "Boolean"),
            ("Status", "Constant"),
            ("Operator", "Operator"), ("Function", "Function"), ("Name", "Function"), ("Key", "Label"),
            ("Label", "Label"),
            ("Statement", "Statement"), ("Partner", "Statement"), ("Source", "Keyword"), ("Stage", "Keyword"),
            ("StagePart", "Keyword"), ("Verb", "Keyword"),
        ].map { "highlight default link tms\($0) \($1)" } + ["", "let b:current_syntax = 'tms'"]
    }

    // Pieces of patterns.

    private static let name = "[[:alpha:]_][[:alnum:]_]*"
    private static let date = "\\d\\{4}-\\d\\d-\\d\\d"
    /// Where commands and stages end, beside the end of their line. Vim does not see that end behind a comment.
    private static let ends =
        "end=/[|;{})\\]]/me=s-1 end=/\\<otherwise\\>/me=s-1 end=/\\k\\@1<!#\\%(\\s\\|$\\)/me=s-1"

    private static let stage =
        " \(ends) end=/\\%(,\\|\\<and\\|\\<or\\)\\@4<!$/ transparent contains=@tmsValue,tmsOperator,tmsStagePart,tmsStatus"

    private static func any(_ words: [String]) -> String { words.joined(separator: "\\|") }

    private static func word(_ words: [String]) -> String { "\\<\\%(\(any(words))\\)\\>" }

    private static func position(after leads: [String]) -> String {
        "\\%(^\\s*\\|[|;{(]\\s*\\|[=!<>]\\@1<!=\\s*\\|\\<\\%(\(any(leads))\\)\\s\\+\\)\\@<="
    }
}
