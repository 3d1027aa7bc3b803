import LineEditor

/// How wide each column of a table is, so that the table fits the paper.
struct TableLayout {
    /// Indices into the columns that were asked about, with their widths.
    private(set) var cells: [(index: Int, width: Int)]

    static let gap = 2
    /// No flexible column is made narrower than this before another column is left out.
    private static let narrowest = 8

    /// - Parameters:
    ///   - natural: the widest cell or heading of each column, best column first.
    ///   - isFlexible: which columns may be shortened.
    ///   - isRequired: which columns are never left out (the user named them, or the first one).
    init(natural: [Int], isFlexible: [Bool], isRequired: [Bool], width: Int) {
        cells = natural.enumerated().map { ($0.offset, $0.element) }
        while total > width {
            if shrinkWidest(isFlexible, by: total - width) { continue }
            guard let last = cells.lastIndex(where: { !isRequired[$0.index] }), cells.count > 1 else { break }
            let freed = cells[last].width
            cells.remove(at: last)
            growBack(natural, by: freed, width: width)
        }
        if total > width { squeezeEvenly(width) }
    }

    var total: Int {
        cells.reduce(0) { $0 + $1.width } + Self.gap * max(cells.count - 1, 0)
    }

    private mutating func shrinkWidest(_ isFlexible: [Bool], by excess: Int) -> Bool {
        let candidates = cells.indices.filter { isFlexible[cells[$0].index] && cells[$0].width > Self.narrowest }
        guard let widest = candidates.max(by: { cells[$0].width < cells[$1].width }) else { return false }
        cells[widest].width = max(Self.narrowest, cells[widest].width - excess)
        return true
    }

    /// Room that a column left behind goes to those that were shortened.
    private mutating func growBack(_ natural: [Int], by freed: Int, width: Int) {
        var room = min(freed + Self.gap, width - total)
        for place in cells.indices where room > 0 {
            let wanted = natural[cells[place].index] - cells[place].width
            let given = min(max(wanted, 0), room)
            cells[place].width += given
            room -= given
        }
    }

    /// Nothing may be left out and nothing is flexible: all columns give way, the widest first.
    private mutating func squeezeEvenly(_ width: Int) {
        while total > width, let widest = cells.indices.max(by: { cells[$0].width < cells[$1].width }),
            cells[widest].width > 1
        {
            cells[widest].width -= 1
        }
    }
}
