import Glibc

/// The statements of earlier, shared with other sessions through a file.
///
/// `records` are all of them as they were entered; `entries` the different texts among them, each at its newest place,
/// which is what ↑ and a search go through. A statement may have several lines.
///
/// A long file is read by another thread while the prompt is drawn; who asks for what is in it waits for that.
public final class History {
    /// The different texts, oldest first.
    public var entries: [String] {
        settle()
        return content.texts
    }
    /// Every statement, oldest first; the one at an index has the number after it.
    public var records: [HistoryRecord] {
        settle()
        return content.all
    }
    /// Why the file could not be read or written, the last time it was tried; `nil` when all went well.
    public private(set) var failure: String?

    private var content = HistoryRecords()
    private var file: HistoryFile?
    private var loading: HistoryLoading?
    private let place: String
    private let filter: @Sendable (String) -> Bool
    private let now: () -> Int

    /// - Parameters:
    ///   - path: the file to share, made with mode 0600; `nil` keeps the history in memory only.
    ///   - place: where statements are entered from now on: the name of a profile.
    ///   - now: seconds since 1970; the clock of the machine where nobody says.
    ///   - filter: whether a statement may be kept at all. Secrets are refused here, before memory and file.
    public init(
        path: String? = nil, place: String = "", now: (() -> Int)? = nil,
        filter: @escaping @Sendable (String) -> Bool = { _ in true }
    ) {
        self.place = place
        self.now = now ?? { time(nil) }
        self.filter = filter
        guard let path else { return }
        let file = HistoryFile(path: path)
        self.file = file
        attempt { () throws(HistoryFile.Failure) in
            try file.check()
            loading = HistoryLoading(file, filter: filter)
        }
    }

    // MARK: - Entering

    /// Keeps a statement, unless it is blank, starts with a space, or the filter refuses it.
    ///
    /// - Returns: its number; nil where it is not kept.
    @discardableResult
    public func add(_ text: String) -> Int? {
        guard let first = text.unicodeScalars.first, first != " ", filter(text) else { return nil }
        guard !text.allSatisfy(\.isWhitespace) else { return nil }
        settle()
        enter(.statement(text: text, id: UInt64.random(in: 1...UInt64.max), when: now(), place: place))
        return content.all.count
    }

    /// Writes down what became of a statement.
    ///
    /// - Parameters:
    ///   - number: as `add` returned it.
    ///   - rows: how many its last result had; nil where it had none.
    public func note(_ outcome: HistoryOutcome, rows: Int? = nil, of number: Int) {
        settle()
        guard content.all.indices.contains(number - 1) else { return }
        enter(.outcome(of: content.all[number - 1].id, outcome, rows: rows))
    }

    /// Takes over what other sessions have written since the last look.
    public func refresh() {
        // What is still being read is not waited for.
        guard loading == nil, file != nil else { return }
        attempt { () throws(HistoryFile.Failure) in content.add(try file?.readNew() ?? [], filter: filter) }
    }

    // MARK: - Looking

    /// What became of a text the last time it was entered; nil for one that was not, or whose outcome nobody knows.
    public func outcome(of text: String) -> HistoryOutcome? {
        settle()
        return content.newest(of: text)?.outcome
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
        for index in indices where matches(content.texts[index]) { return (index, content.texts[index]) }
        return nil
    }

    // MARK: - Lines of the file

    /// Takes over what the other thread has read.
    private func settle() {
        guard let loading else { return }
        self.loading = nil
        attempt { () throws(HistoryFile.Failure) in (file, content) = try loading.result() }
    }

    private func enter(_ line: HistoryLine) {
        attempt { () throws(HistoryFile.Failure) in content.add(try file?.append(line) ?? [], filter: filter) }
        content.add([line], filter: filter)
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
