extension Value {
    /// Absent, null and `""` are one thing to every operator.
    public var isEmpty: Bool {
        switch self {
        case .nothing, .null: true
        case .text(let text): text.string.isEmpty
        default: false
        }
    }

    /// How deeply lists and records nest in it; 0 for anything else.
    public var depth: Int {
        switch self {
        case .list(let list): list.depth
        case .record(let record): record.depth
        default: 0
        }
    }
}

/// Lists and records nest no deeper than this, so that freeing or printing one cannot exhaust the stack.
let deepestNesting = 200
