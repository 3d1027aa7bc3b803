/// What a key does.
enum Command {
    case up, down, left, right, home, end, wordLeft, wordRight
    case deleteLeft, deleteRight, deleteOrEnd, transpose, transposeWords, capitalize, uppercase, lowercase, toggleCase
    case killToLineEnd, killToLineStart, killWord, killWordBack, killBlankBack, yank, yankPop, undo, redo
    case enter, breakLine, cancel, interrupt, suspend, clearScreen, paste, insert, closeBrace
    case complete, completeBackwards, search, olderEntry, newerEntry, historyStart, historyEnd, lastWord
    case setMark, exchangeMark, editor

    /// The keys of both modes; in vi mode those of the insert map.
    static let named: [NamedKey: Command] = [
        .up: .up, .down: .down, .left: .left, .right: .right, .home: .home, .end: .end, .delete: .deleteRight,
        .wordLeft: .wordLeft, .wordRight: .wordRight, .killWord: .killWord, .killWordBack: .killWordBack,
        .breakLine: .breakLine, .nextCandidate: .complete, .previousCandidate: .completeBackwards, .paste: .paste,
    ]

    /// The control characters of both modes.
    static let common: [UInt8: Command] = [
        control("C"): .interrupt, control("D"): .deleteOrEnd, control("H"): .deleteLeft, control("I"): .complete,
        control("J"): .enter, control("L"): .clearScreen, control("M"): .enter, control("N"): .newerEntry,
        control("P"): .olderEntry, control("R"): .search, control("U"): .killToLineStart,
        control("W"): .killBlankBack, control("Z"): .suspend, 0x7F: .deleteLeft,
    ]

    static let emacs: [UInt8: Command] = [
        control("A"): .home, control("B"): .left, control("E"): .end, control("F"): .right,
        control("K"): .killToLineEnd, control("T"): .transpose, control("Y"): .yank, control("_"): .undo,
    ]

    /// The keys of vi's command map that libedit's own history and display would answer.
    static let viCommand: [UInt8: Command] = [
        UInt8(ascii: "j"): .down, UInt8(ascii: "k"): .up, UInt8(ascii: "~"): .toggleCase,
        // libedit takes an escape there for the start of an arrow key and swallows what follows.
        0x1B: .cancel,
    ]

    /// Keys whose meaning in libedit needs its history, its display or a program of its own.
    static let disabled: [UInt8] = "GOQSVX\\]^".utf8.map { $0 & 0x1F }
    static let disabledInViCommand: [UInt8] = Array("v_G/?nN+-KJ*#@:".utf8) + disabled
    /// Control characters that vi's insert map would put into the text.
    static let disabledInViInsert: [UInt8] = emacs.keys.filter { $0 < 0x20 }

    /// What the Alt key makes of a character in emacs mode.
    static func alt(_ scalar: Unicode.Scalar) -> Command? {
        switch scalar {
        case "b", "B": .wordLeft
        case "f", "F": .wordRight
        case "d", "D": .killWord
        case "c", "C": .capitalize
        case "u", "U": .uppercase
        case "l", "L": .lowercase
        case "t", "T": .transposeWords
        case "y", "Y": .yankPop
        case ".", "_": .lastWord
        case "/": .redo
        case "<": .historyStart
        case ">": .historyEnd
        case "\u{7F}", "\u{08}": .killWordBack
        case "\r", "\n": .breakLine
        default: nil
        }
    }

    /// What a key does behind ^X in emacs mode.
    static func afterControlX(_ key: KeyPress) -> Command? {
        switch key {
        case .scalar("\u{15}"), .scalar("u"): .undo
        case .scalar("\u{18}"): .exchangeMark
        case .scalar("\u{05}"): .editor
        case .scalar("\u{7F}"): .killToLineStart
        default: nil
        }
    }

    /// What it does with a negative count; `nil` where it has no opposite.
    var reversed: Command? {
        switch self {
        case .left: .right
        case .right: .left
        case .up: .down
        case .down: .up
        case .wordLeft: .wordRight
        case .wordRight: .wordLeft
        case .deleteLeft: .deleteRight
        case .deleteRight: .deleteLeft
        case .killWord: .killWordBack
        case .killWordBack, .killBlankBack: .killWord
        case .killToLineEnd: .killToLineStart
        case .killToLineStart: .killToLineEnd
        case .olderEntry: .newerEntry
        case .newerEntry: .olderEntry
        default: nil
        }
    }

    /// Whether it cuts something out that ^Y brings back.
    var kills: Bool {
        switch self {
        case .killToLineEnd, .killToLineStart, .killWord, .killWordBack, .killBlankBack: true
        default: false
        }
    }

    /// Whether a count does it several times.
    var takesCount: Bool {
        switch self {
        case .transpose, .transposeWords, .capitalize, .uppercase, .lowercase, .toggleCase, .yank, .undo, .redo,
            .insert,
            .lastWord:
            true
        default: reversed != nil
        }
    }

    private static func control(_ letter: Unicode.Scalar) -> UInt8 {
        UInt8(truncatingIfNeeded: letter.value & 0x1F)
    }
}
