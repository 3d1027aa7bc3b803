import LineEditor

/// How wide each column of a table is, so that the table fits the paper.
struct TableLayout {
    /// Indices into the columns that were asked about, with their widths.
    private(set) var cells: [(index: Int, width: Int)]
    /// Indices of the columns that there is no room for, in order.
    let leftOut: [Int]

    static let gap = 2

    /// - Parameters:
    ///   - natural: the widest cell or heading of each column, best column first.
    ///   - isFlexible: which columns may be shortened.
    ///   - isRequired: which columns are left out last (the user named them, or the first one).
    ///   - isEmpty: which have no cell that says anything: they go first.
    ///   - isWhole: which are of no use when they are cut, such as numbers; they are cut only where nothing else is left.
    init(
        natural: [Int], isFlexible: [Bool], isRequired: [Bool], isEmpty: Set<Int> = [], isWhole: Set<Int> = [],
        width: Int
    ) {
        var layout = Fitting(natural, isWhole: isWhole)
        layout.leaveOut(isEmpty, width)
        layout.fit(isFlexible, isRequired, width)
        cells = layout.cells
        let kept = Set(cells.map(\.index))
        leftOut = natural.indices.filter { !kept.contains($0) }
    }

    /// A table has no blanks at the end of its lines.
    static func joined(_ cells: [String]) -> String {
        let line = cells.joined(separator: String(repeating: " ", count: gap))
        guard let end = line.lastIndex(where: { $0 != " " }) else { return "" }
        return String(line[...end])
    }
}

/// The columns while they are made to fit.
private struct Fitting {
    var cells: [(index: Int, width: Int)]
    private let natural: [Int]
    private let isWhole: Set<Int>

    /// No flexible column is made narrower than this before another column is left out.
    private static let narrowest = 8
    /// Less than this tells nothing any more.
    private static let least = 6
    private static let gap = TableLayout.gap

    init(_ natural: [Int], isWhole: Set<Int>) {
        self.natural = natural
        self.isWhole = isWhole
        cells = natural.enumerated().map { ($0.offset, $0.element) }
    }

    /// Columns go, the last first, until the others fit.
    mutating func leaveOut(_ columns: Set<Int>, _ width: Int) {
        while total > width, cells.count > 1, let last = cells.lastIndex(where: { columns.contains($0.index) }) {
            cells.remove(at: last)
        }
    }

    mutating func fit(_ isFlexible: [Bool], _ isRequired: [Bool], _ width: Int) {
        while total > width {
            if shrinkWidest(isFlexible, by: total - width) { continue }
            guard let last = cells.lastIndex(where: { !isRequired[$0.index] }), cells.count > 1 else { break }
            let freed = cells[last].width
            cells.remove(at: last)
            growBack(by: freed, width: width)
        }
        // Even of those that were asked for, only as many as can be read.
        while total > width {
            if squeezeWidest() { continue }
            guard cells.count > 1 else { break }
            let place = cells.lastIndex { !isWhole.contains($0.index) } ?? cells.count - 1
            let freed = cells.remove(at: place).width
            growBack(by: freed, width: width)
        }
        if total > width, let last = cells.indices.last { cells[last].width = max(1, width) }
    }

    private var total: Int {
        cells.reduce(0) { $0 + $1.width } + Self.gap * max(cells.count - 1, 0)
    }

    private mutating func shrinkWidest(_ isFlexible: [Bool], by excess: Int) -> Bool {
        let candidates = cells.indices.filter { isFlexible[cells[$0].index] && cells[$0].width > Self.narrowest }
        guard let widest = candidates.max(by: { cells[$0].width < cells[$1].width }) else { return false }
        cells[widest].width = max(Self.narrowest, cells[widest].width - excess)
        return true
    }

    /// Room that a column left behind goes to those that were shortened.
    private mutating func growBack(by freed: Int, width: Int) {
        var room = min(freed + Self.gap, width - total)
        for place in cells.indices where room > 0 {
            let wanted = natural[cells[place].index] - cells[place].width
            let given = min(max(wanted, 0), room)
            cells[place].width += given
            room -= given
        }
    }

    /// Nothing may be left out and nothing is flexible: all columns give way, the widest first.
    private mutating func squeezeWidest() -> Bool {
        let candidates = cells.indices.filter { !isWhole.contains(cells[$0].index) }
        guard let widest = candidates.max(by: { cells[$0].width < cells[$1].width }),
            cells[widest].width > Self.least
        else { return false }
        cells[widest].width -= 1
        return true
    }
}
