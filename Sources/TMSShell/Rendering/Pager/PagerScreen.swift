import TMSBase

/// What a pager shows of a text, and how keys move it. Draws on no terminal.
struct PagerScreen {
    enum Key: Equatable {
        case up, down, pageUp, pageDown, left, right, home, end, enter, erase, escape
        case character(Character)
    }

    private let heading: [StyledLine]
    private let lines: [StyledLine]
    /// Cells at the left that stay when the rest moves sideways.
    private let fixed: Int
    private let widest: Int
    private(set) var top = 0
    private(set) var left = 0
    /// What is looked for, while it is typed.
    private(set) var typed: String?
    private var wanted = ""
    private var found: Int?
    private var note = ""
    var rows: Int
    var columns: Int
    private(set) var isOver = false

    /// - Parameters:
    ///   - headings: lines at the top that stay.
    ///   - fixed: cells at the left that stay.
    init(_ text: String, headings: Int = 0, fixed: Int = 0, rows: Int, columns: Int) {
        let all = text.split(separator: "\n", omittingEmptySubsequences: false)
        let lines = (all.last?.isEmpty == true ? all.dropLast() : all[...]).map { StyledLine($0) }
        heading = Array(lines.prefix(headings))
        self.lines = Array(lines.dropFirst(headings))
        self.fixed = fixed
        widest = lines.map(\.width).max() ?? 0
        self.rows = rows
        self.columns = columns
    }

    // MARK: - Keys

    mutating func press(_ key: Key) {
        note = ""
        if typed != nil { return type(key) }
        switch key {
        case .up, .character("k"): top -= 1
        case .down, .enter, .character("j"): top += 1
        case .pageUp, .character("b"): top -= body
        case .pageDown, .character(" "), .character("f"): top += body
        case .home, .character("g"), .character("<"): top = 0
        case .end, .character("G"), .character(">"): top = lines.count
        case .left, .character("h"): left -= step
        case .right, .character("l"): left += step
        case .character("/"): typed = ""
        case .character("n"): find(after: found ?? top - 1, by: 1)
        case .character("N"): find(after: found ?? top, by: -1)
        case .character("q"), .character("Q"), .escape: isOver = true
        case .erase, .character: break
        }
        settle()
    }

    private mutating func type(_ key: Key) {
        switch key {
        case .character(let character): typed?.append(character)
        case .erase: if typed?.isEmpty ?? true { typed = nil } else { typed?.removeLast() }
        case .enter:
            wanted = (typed ?? "").lowercased()
            typed = nil
            found = nil
            find(after: top - 1, by: 1)
            settle()
        default: typed = nil
        }
    }

    /// The next line that holds what is wanted, around the end.
    private mutating func find(after start: Int, by step: Int) {
        guard !wanted.isEmpty, !lines.isEmpty else { return }
        for distance in 1...lines.count {
            let place = ((start + step * distance) % lines.count + lines.count) % lines.count
            guard lines[place].text.lowercased().contains(wanted) else { continue }
            found = place
            if !(top..<top + body).contains(place) { top = place - body / 2 }
            return
        }
        found = nil
        note = "nothing holds \(wanted)"
    }

    /// Keeps the window on the text, also when the terminal has become another.
    mutating func settle() {
        top = max(0, min(top, lines.count - body))
        left = max(0, min(left, widest - max(columns, 1)))
    }

    // MARK: - Lines

    /// Lines of the text that have room.
    private var body: Int { max(rows - heading.count - 1, 1) }
    private var step: Int { max((columns - kept) / 2, 1) }
    /// A screen that is hardly wider than the fixed cells keeps none.
    private var kept: Int { fixed * 2 <= columns ? fixed : 0 }

    /// What the screen shows, one text a row.
    var shown: [String] {
        let window = lines.indices.dropFirst(top).prefix(body)
        let texts = heading.map { part($0) } + window.map { part(lines[$0], isMarked: $0 == found) }
        let blanks = Array(repeating: "~", count: max(body - window.count, 0))
        return texts + blanks + [
            StyledLine(status(upTo: top + window.count)).part(from: 0, width: columns, isMarked: true)
        ]
    }

    private func part(_ line: StyledLine, isMarked: Bool = false) -> String {
        guard left > 0 else { return line.part(from: 0, width: columns, isMarked: isMarked) }
        let first = kept > 0 ? line.part(from: 0, width: kept, isMarked: isMarked) : ""
        let blanks = String(repeating: " ", count: max(0, kept - line.width))
        return first + blanks + line.part(from: kept + left, width: columns - kept, isMarked: isMarked)
    }

    private func status(upTo last: Int) -> String {
        if let typed { return "/" + typed }
        if !note.isEmpty { return note }
        let sideways = widest > columns ? " · ← → sideways" : ""
        return "\(top + 1)-\(last) of \(lines.count)\(sideways) · / search · q back"
    }
}
