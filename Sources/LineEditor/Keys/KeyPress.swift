/// One key, or one paste, as the terminal sent it.
enum KeyPress: Hashable {
    /// A character, control characters included: Enter is U+000D, ^A is U+0001.
    case scalar(Unicode.Scalar)
    case alt(Unicode.Scalar)
    case named(NamedKey)
    case escape
    /// Pasted text: newlines are `\n`, other control characters but the tab are gone.
    case paste(String)
}

/// The keys without a character of their own. The raw value is the code under which libedit's key map knows them: a C1
/// control, which nobody types and which every map has room for.
enum NamedKey: UInt8, CaseIterable {
    case up = 0x80
    case down, left, right, home, end, delete, wordLeft, wordRight, killWord, killWordBack
    case breakLine, nextCandidate, previousCandidate, paste, pageUp, pageDown
    /// Stands for a command that no key of libedit's map leads to: `LineEditor.pending`.
    case command
    /// No key: asks libedit which of vi's two maps is in use.
    case probe
}
