/// The statements of earlier, oldest first, each once, shared with other sessions through a file.
///
/// Several statements of one text keep only the newest place. A statement may have several lines.
public final class History {
    public private(set) var entries: [String] = []
    /// Why the file could not be read or written, the last time it was tried; `nil` when all went well.
    public private(set) var failure: String?

    private let file: HistoryFile?
    private let maximumSize: Int
    private let filter: (String) -> Bool

    /// - Parameters:
    ///   - path: the file to share, made on the first entry with mode 0600; `nil` keeps the history in memory only.
    ///   - filter: whether a statement may be kept at all. Secrets are refused here, before memory and file.
    public init(path: String? = nil, maximumSize: Int = 10_000, filter: @escaping (String) -> Bool = { _ in true }) {
        self.file = path.map { HistoryFile(path: $0) }
        self.maximumSize = max(1, maximumSize)
        self.filter = filter
        refresh()
        compact()
    }

    /// Keeps a statement, unless it is blank, starts with a space, or the filter refuses it.
    public func add(_ text: String) {
        guard let first = text.unicodeScalars.first, first != " ", filter(text) else { return }
        guard !text.allSatisfy(\.isWhitespace) else { return }
        if let file {
            attempt { () throws(HistoryFile.Failure) in merge(try file.append(text)) }
        }
        merge([text])
    }

    /// Takes over what other sessions have written since the last look.
    public func refresh() {
        guard let file else { return }
        attempt { () throws(HistoryFile.Failure) in merge(try file.readNew()) }
    }

    /// The newest entry before an index that begins with `prefix` and is not the prefix itself.
    public func newest(beginningWith prefix: String, before index: Int) -> (index: Int, text: String)? {
        find(in: entries.indices.prefix(max(0, index)).reversed()) { $0.hasPrefixBytes(prefix) && $0 != prefix }
    }

    /// The oldest entry after an index that begins with `prefix` and is not the prefix itself.
    func oldest(beginningWith prefix: String, after index: Int) -> (index: Int, text: String)? {
        find(in: entries.indices.dropFirst(index + 1)) { $0.hasPrefixBytes(prefix) && $0 != prefix }
    }

    /// The newest entry before an index that contains `part`, ignoring the case of ASCII letters.
    func newest(containing part: String, before index: Int) -> (index: Int, text: String)? {
        find(in: entries.indices.prefix(max(0, index)).reversed()) { $0.offset(ofBytes: part) != nil }
    }

    /// The oldest entry after an index that contains `part`.
    func oldest(containing part: String, after index: Int) -> (index: Int, text: String)? {
        find(in: entries.indices.dropFirst(index + 1)) { $0.offset(ofBytes: part) != nil }
    }

    private func find(
        in indices: some Sequence<Int>, where matches: (String) -> Bool
    ) -> (index: Int, text: String)? {
        for index in indices where matches(entries[index]) { return (index, entries[index]) }
        return nil
    }

    private func merge(_ new: [String]) {
        if new.count == 1, let text = new.first {
            if entries.last == text { return }
            if let old = entries.lastIndex(of: text) { entries.remove(at: old) }
            entries.append(text)
        } else if !new.isEmpty {
            var seen = Set<String>()
            entries = (entries + new.filter(filter)).reversed().filter { seen.insert($0).inserted }.reversed()
        }
        if entries.count > maximumSize { entries.removeFirst(entries.count - maximumSize) }
    }

    /// Rewrites a file that has grown to twice of what is kept.
    private func compact() {
        guard let file, file.entryCount > 2 * maximumSize || file.entryCount > 2 * entries.count + 1_000 else { return }
        attempt { () throws(HistoryFile.Failure) in
            try file.rewrite { all in
                merge(all)
                return entries
            }
        }
    }

    private func attempt(_ action: () throws(HistoryFile.Failure) -> Void) {
        do throws(HistoryFile.Failure) {
            try action()
            failure = nil
        } catch {
            failure = error.message
        }
    }
}
