/// What changed between two texts, line by line, in the form `patch` and `git apply` read.
struct UnifiedDiff {
    /// Empty where the texts are the same.
    let text: String

    private enum Change {
        case kept, removed, added

        var mark: String {
            switch self {
            case .kept: " "
            case .removed: "-"
            case .added: "+"
            }
        }
    }

    private static let context = 3

    init(_ old: String, _ new: String, name: String) {
        let lines = Self.lines(Self.pieces(old), Self.pieces(new))
        let changed = lines.indices.filter { lines[$0].change != .kept }
        var hunks = ""
        var next = changed.startIndex
        while next < changed.endIndex {
            let first = max(0, changed[next] - Self.context)
            var last = changed[next]
            while next < changed.endIndex, changed[next] <= last + 2 * Self.context + 1 {
                last = changed[next]
                next += 1
            }
            hunks += Self.hunk(lines, first...min(lines.count - 1, last + Self.context))
        }
        text = hunks.isEmpty ? "" : "--- a/\(name)\n+++ b/\(name)\n" + hunks
    }

    /// The lines with their ends, so that a last one without an end differs from one with it.
    private static func pieces(_ text: String) -> [Substring] {
        var pieces: [Substring] = []
        var rest = text[...]
        while let end = rest.firstIndex(where: \.isNewline) {
            pieces.append(rest[...end])
            rest = rest[rest.index(after: end)...]
        }
        return rest.isEmpty ? pieces : pieces + [rest]
    }

    private static func lines(_ old: [Substring], _ new: [Substring]) -> [(change: Change, text: Substring)] {
        let difference = new.difference(from: old)
        var removed: Set<Int> = []
        var added: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var lines: [(Change, Substring)] = []
        var (left, right) = (0, 0)
        while left < old.count || right < new.count {
            if left < old.count, removed.contains(left) {
                lines.append((.removed, old[left]))
                left += 1
            } else if right < new.count, added.contains(right) {
                lines.append((.added, new[right]))
                right += 1
            } else {
                guard left < old.count else { break }
                lines.append((.kept, old[left]))
                left += 1
                right += 1
            }
        }
        return lines
    }

    private static func hunk(_ lines: [(change: Change, text: Substring)], _ range: ClosedRange<Int>) -> String {
        let before = lines[..<range.lowerBound]
        let old = Extent(after: before.count { $0.change != .added }, lines[range].count { $0.change != .added })
        let new = Extent(after: before.count { $0.change != .removed }, lines[range].count { $0.change != .removed })
        var hunk = "@@ -\(old.text) +\(new.text) @@\n"
        for (change, line) in lines[range] {
            hunk += change.mark + line
            if line.last?.isNewline != true { hunk += "\n\\ No newline at end of file\n" }
        }
        return hunk
    }

    /// `3,7`: the first line and how many there are. None stand behind the line that is named.
    private struct Extent {
        let text: String

        init(after lines: Int, _ count: Int) {
            text = "\(count == 0 ? lines : lines + 1)" + (count == 1 ? "" : ",\(count)")
        }
    }
}
