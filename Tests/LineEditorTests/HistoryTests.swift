import Glibc
import Testing

@testable import LineEditor

@Suite struct HistoryTests {
    /// A file name that exists nowhere, removed after use.
    private func withFile(_ body: (String) throws -> Void) rethrows {
        let path = "/tmp/line-editor-history-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        defer { unlink(path) }
        try body(path)
    }

    @Test func `an entry typed again moves to the end`() {
        let history = History()
        for text in ["a", "b", "a", "c", "c"] { history.add(text) }
        #expect(history.entries == ["b", "a", "c"])
    }

    @Test func `blank lines, a leading space and what the filter refuses are not kept`() {
        withFile { path in
            let history = History(path: path, filter: { !$0.contains("token") })
            for text in ["", " a", "\t", "set token abc", "ok"] { history.add(text) }
            #expect(history.entries == ["ok"])
            #expect(History(path: path).entries == ["ok"])
        }
    }

    @Test func `entries of several lines, backslashes and any script come back from the file`() {
        withFile { path in
            let texts = ["for p in $x {\n  print \"a\\nb\"\n}", "挂号 😀\\", "tab\there\r", "\\n"]
            let history = History(path: path)
            for text in texts { history.add(text) }
            #expect(History(path: path).entries == texts)
        }
    }

    @Test func `the file is for its owner only`() {
        withFile { path in
            History(path: path).add("a")
            var status = stat()
            #expect(stat(path, &status) == 0)
            #expect(status.st_mode & 0o777 == 0o600)
        }
    }

    @Test func `two sessions see each other's entries and lose none`() {
        withFile { path in
            let first = History(path: path)
            let second = History(path: path)
            first.add("one")
            second.add("two")
            first.add("three")
            second.refresh()
            first.refresh()
            #expect(second.entries == ["one", "two", "three"])
            #expect(first.entries == ["one", "two", "three"])
        }
    }

    @Test func `many writers at once lose nothing`() async {
        let path = "/tmp/line-editor-history-\(getpid())-many"
        defer { unlink(path) }
        await withTaskGroup(of: Void.self) { group in
            for session in 0..<4 {
                group.addTask {
                    let history = History(path: path)
                    for number in 0..<50 { history.add("\(session) \(number)") }
                }
            }
        }
        #expect(Set(History(path: path).entries).count == 200)
    }

    @Test func `no more than the maximum is kept, and a long file is rewritten shorter`() {
        withFile { path in
            let history = History(path: path, maximumSize: 10)
            for number in 0..<100 { history.add("\(number)") }
            #expect(history.entries == (90..<100).map { "\($0)" })
            let other = History(path: path, maximumSize: 10)
            #expect(other.entries == history.entries)
            history.add("new")
            other.refresh()
            #expect(other.entries.last == "new")
            #expect(other.entries.count == 10)
            let file = HistoryFile(path: path)
            #expect((try? file.readNew().count) == 11)
        }
    }

    @Test func `a file that cannot be written is said, and the session goes on`() {
        let history = History(path: "/nowhere/at/all/history")
        history.add("a")
        #expect(history.entries == ["a"])
        #expect(history.failure?.contains("/nowhere/at/all/history") == true)
    }

    @Test func `a search by prefix or part goes from the newest to the oldest`() {
        let history = History()
        for text in ["track 1", "show 1", "track 2", "list"] { history.add(text) }
        #expect(history.newest(beginningWith: "track", before: 4)?.text == "track 2")
        #expect(history.newest(beginningWith: "track", before: 2)?.text == "track 1")
        #expect(history.newest(beginningWith: "track", before: 0)?.text == nil)
        #expect(history.oldest(beginningWith: "track", after: 0)?.text == "track 2")
        #expect(history.newest(containing: "W 1", before: 4)?.text == "show 1")
        #expect(HistoryHinter(history).hint(for: "tr") == "ack 2")
        #expect(HistoryHinter(history).hint(for: "") == nil)
    }
}
