import TMSRuntime
import TMSSyntax

/// How the bytes of a table are cut into cells: what parts them, and where the header begins.
///
/// The checker, which reads headers, and the run, which reads rows, both learn it here.
struct TableDialect {
    enum Reason {
        /// What the end of the name says.
        case usual
        /// The first lines of the file.
        case header
        /// A line `sep=;`, as spreadsheets write and read it.
        case line
        /// The script.
        case said
    }

    let separator: UInt8
    let reason: Reason
    /// Where the header begins, behind a mark and a line `sep=;`.
    let start: Int
    /// The line it begins on, from 1.
    let line: Int
    /// What would part the lines as evenly.
    let rival: UInt8?

    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// - Parameters:
    ///   - head: the beginning of the file, as UTF-8.
    ///   - isWhole: nothing follows it.
    ///   - usual: what parts the cells of a file of this name.
    ///   - said: what the script says.
    init(_ head: [UInt8], isWhole: Bool, usual: UInt8, said: UInt8?) {
        var start = head.starts(with: Self.mark) ? Self.mark.count : 0
        var line = 1
        let written = Self.separatorLine(head, from: start)
        if let written {
            start = written.next
            line = 2
        }
        self.start = start
        self.line = line
        if let said {
            (separator, reason, rival) = (said, .said, nil)
        } else if let written {
            (separator, reason, rival) = (written.separator, .line, nil)
        } else {
            let search = SeparatorSearch(head, from: start, isWhole: isWhole, usual: usual)
            separator = search.result ?? usual
            reason = separator == usual ? .usual : .header
            rival = search.rival
        }
    }

    /// `sep=;`, also in quotes.
    private static func separatorLine(_ head: [UInt8], from start: Int) -> (separator: UInt8, next: Int)? {
        guard let end = head[start...].firstIndex(of: UInt8(ascii: "\n")), end - start < 12 else { return nil }
        var line = head[start..<end]
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        if line.first == UInt8(ascii: "\""), line.last == UInt8(ascii: "\""), line.count > 1 {
            line = line.dropFirst().dropLast()
        }
        let prefix = Array("sep=".utf8)
        guard line.count == prefix.count + 1, line.prefix(4).map({ $0 | 0x20 }) == prefix.map({ $0 | 0x20 }),
            let byte = line.last, Separator.byte(String(decoding: [byte], as: UTF8.self)) != nil
        else { return nil }
        return (byte, end + 1)
    }
}

/// Finds what parts the cells of a table in its header line, and where that holds several marks in the lines below.
struct SeparatorSearch {
    /// In the order in which one is taken where they do equally well.
    private static let candidates = [",", ";", "\t", "|"].compactMap { $0.utf8.first }
    private static let mostRows = 50

    /// `nil` where the header holds none.
    let result: UInt8?
    /// Another that parts every line into as many cells as the header has.
    let rival: UInt8?
    /// Whether it parts every line that was looked at into the same number of cells, two or more lines with the header.
    let isClear: Bool

    init(_ head: [UInt8], from start: Int, isWhole: Bool, usual: UInt8) {
        var found: [(separator: UInt8, rank: Rank)] = []
        for separator in [usual] + Self.candidates.filter({ $0 != usual }) {
            guard let rank = Rank(head, from: start, isWhole: isWhole, separator) else { continue }
            // A mark that a blank follows in the header and that stands in no line below it is part of a name.
            if separator != usual, rank.rows > 0, rank.isAbsentBelow, !rank.isTight { continue }
            found.append((separator, rank))
        }
        var best = found.first
        for other in found.dropFirst() where best.map({ $0.rank < other.rank }) ?? true { best = other }
        result = best?.separator
        isClear = best.map { $0.rank.isEven && $0.rank.isTight && $0.rank.rows > 0 } ?? false
        rival = found.first { $0.separator != best?.separator && $0.rank.isEven && $0.rank.rows > 0 }?.separator
    }

    /// How well a mark parts the lines.
    private struct Rank {
        /// The cells of the header.
        private(set) var columns = 0
        /// The lines below it that were looked at.
        private(set) var rows = 0
        /// All of them have as many cells as the header.
        private(set) var isEven = true
        /// None has more.
        private(set) var isWide = true
        /// No blank follows it in the header, as one follows a comma in a sentence.
        private(set) var isTight = true
        private(set) var isAbsentBelow = true

        /// - Returns: `nil` where the header is not whole, or has one cell.
        init?(_ head: [UInt8], from start: Int, isWhole: Bool, _ separator: UInt8) {
            var scanner = TableScanner(delimiter: separator)
            head.withUnsafeBufferPointer { buffer in
                var at = start
                var cells: [CellBounds] = []
                while at < buffer.count, rows < SeparatorSearch.mostRows {
                    cells.removeAll(keepingCapacity: true)
                    guard case .record(let next) = scanner.record(buffer, from: at, isLast: isWhole, into: &cells)
                    else { break }
                    let isBlank = BlankLine.isBlank(buffer, from: at, to: next, separator: separator)
                    at = next
                    if isBlank { continue }
                    if columns == 0 {
                        columns = cells.count
                        isTight = cells.dropFirst().allSatisfy { cell in
                            cell.start >= buffer.count || buffer[Int(cell.start)] != UInt8(ascii: " ")
                        }
                        if columns == 1 { return }
                    } else {
                        rows += 1
                        isEven = isEven && cells.count == columns
                        isWide = isWide && cells.count <= columns
                        isAbsentBelow = isAbsentBelow && cells.count == 1
                    }
                }
            }
            if columns < 2 { return nil }
        }

        static func < (one: Rank, other: Rank) -> Bool {
            if one.isEven != other.isEven { return other.isEven }
            if one.isWide != other.isWide { return other.isWide }
            if one.isTight != other.isTight { return other.isTight }
            return one.columns < other.columns
        }
    }
}

/// A line of no cells: nothing but blanks, which separate none.
enum BlankLine {
    static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to next: Int, separator: UInt8) -> Bool {
        for place in start..<next {
            switch bytes[place] {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): continue
            case UInt8(ascii: " "), UInt8(ascii: "\t"): if bytes[place] == separator { return false }
            default: return false
            }
        }
        return true
    }
}
