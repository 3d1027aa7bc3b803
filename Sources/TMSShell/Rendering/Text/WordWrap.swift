import TMSBase

/// Breaks text into lines of a width, between its words; a word longer than a line is cut.
enum WordWrap {
    /// - Parameters:
    ///   - width: the cells of every line.
    ///   - first: the cells of the first line, where something stands before it.
    static func lines(_ text: String, width: Int, first: Int? = nil) -> [String] {
        let width = max(width, 1)
        var lines: [String] = []
        var line = ""
        var used = 0
        var room = max(first ?? width, 1)
        func end() {
            lines.append(line)
            line = ""
            used = 0
            room = width
        }
        for word in text.split(separator: " ", omittingEmptySubsequences: true) {
            let cells = DisplayWidth.of(word)
            if used > 0, used + 1 + cells > room { end() }
            if used > 0 {
                line += " "
                used += 1
            }
            guard cells > room - used else {
                line += word
                used += cells
                continue
            }
            for character in word {
                let cells = DisplayWidth.of(character)
                if used + cells > room, used > 0 { end() }
                line.append(character)
                used += cells
            }
        }
        if used > 0 || lines.isEmpty { end() }
        return lines
    }

    /// Pieces with ` · ` between them; a line ends between two pieces, and inside one that is longer than a line.
    static func pieces(_ pieces: [String], width: Int, indent: Int = 0) -> [String] {
        var lines: [String] = []
        var line = ""
        let room = max(width - indent, 1)
        for piece in pieces where !piece.isEmpty {
            let joined = line.isEmpty ? piece : line + " · " + piece
            if DisplayWidth.of(joined) <= room {
                line = joined
                continue
            }
            if !line.isEmpty { lines.append(line) }
            let broken = Self.lines(piece, width: room)
            lines += broken.dropLast()
            line = broken.last ?? ""
        }
        if !line.isEmpty { lines.append(line) }
        let blanks = String(repeating: " ", count: indent)
        return lines.map { blanks + $0 }
    }

    /// A text behind a head, its further lines below its own beginning.
    static func hanging(_ head: String, _ text: String, width: Int) -> [String] {
        let indent = DisplayWidth.of(head)
        let blanks = String(repeating: " ", count: indent)
        return lines(text, width: max(width - indent, 8)).enumerated()
            .map { ($0.offset == 0 ? head : blanks) + $0.element }
    }

    /// Lines of help: what is too long goes on below the text of its last column.
    static func page(_ text: String, width: Int) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .flatMap { line -> [String] in
                guard DisplayWidth.of(line) > width else { return [String(line)] }
                let head = Self.head(of: line, width: width)
                return hanging(String(line.prefix(head)), String(line.dropFirst(head)), width: width)
            }
            .joined(separator: "\n")
    }

    /// How many characters stand before the last column of a line: what ends with two blanks or more.
    private static func head(of line: Substring, width: Int) -> Int {
        var head = 0
        var blanks = 0
        for (place, character) in line.enumerated() {
            if character == " " {
                blanks += 1
            } else {
                if blanks >= 2 || place == blanks { head = place }
                blanks = 0
            }
        }
        return head <= width / 2 ? head : line.prefix { $0 == " " }.count
    }
}
