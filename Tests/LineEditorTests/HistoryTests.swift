import Foundation
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

    @Test func `nothing is dropped, and each statement keeps its number`() {
        withFile { path in
            let history = History(path: path, place: "shop", now: { 1_700_000_000 })
            for number in 1...300 { #expect(history.add("print \(number % 100)") == number) }
            let later = History(path: path)
            #expect(later.records.count == 300 && later.entries.count == 100)
            #expect(later.records.map(\.number) == Array(1...300))
            #expect(later.records[41].text == "print 42" && later.records[41].place == "shop")
            #expect(later.records[41].when == 1_700_000_000)
        }
    }

    @Test func `what became of a statement is kept beside it, also by another session`() {
        withFile { path in
            let (first, second) = (History(path: path), History(path: path))
            let one = first.add("list")
            let two = second.add("delete those")
            second.note(.stopped, of: two ?? 0)
            first.note(.worked, rows: 31, of: one ?? 0)
            for history in [History(path: path), first, second] {
                history.refresh()
                #expect(history.records.map(\.outcome) == [.worked, .stopped])
                #expect(history.records.map(\.rows) == [31, nil])
                #expect(history.outcome(of: "delete those") == .stopped)
            }
            first.add("list")
            #expect(first.outcome(of: "list") == nil, "the newest run of it is not over")
        }
    }

    @Test func `a file of texts alone is read`() throws {
        try withFile { path in
            try "print 1\nfor p in $x {\\n  print $p\\n}\n".write(toFile: path, atomically: true, encoding: .utf8)
            let history = History(path: path)
            #expect(history.entries == ["print 1", "for p in $x {\n  print $p\n}"])
            #expect(history.records[0].when == nil)
        }
    }

    @Test func `a line that was torn is ended before the next`() throws {
        try withFile { path in
            try "print 1\nprint 22".write(toFile: path, atomically: true, encoding: .utf8)
            let history = History(path: path)
            history.add("print 3")
            #expect(history.entries == ["print 1", "print 22", "print 3"])
            #expect(History(path: path).entries == history.entries)
        }
    }

    @Test func `a folder or a pipe in place of the file is refused at once`() {
        withFile { path in
            mkfifo(path, 0o600)
            let history = History(path: path)
            #expect(history.failure == "the history \(path) is no plain file")
            history.add("a")
            #expect(history.entries == ["a"])
        }
        #expect(History(path: "/tmp").failure == "the history /tmp is a folder")
    }

    @Test func `a file put in the place of the old one brings nothing twice`() throws {
        try withFile { path in
            let history = History(path: path)
            for text in ["a", "b", "c"] { history.add(text) }
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            try bytes.write(to: URL(fileURLWithPath: path), options: .atomic)
            history.add("d")
            #expect(history.records.map(\.text) == ["a", "b", "c", "d"])
        }
    }

    @Test func `a hundred thousand lines are there, and the last of them first`() throws {
        try withFile { path in
            let lines = (1...100_000).map { "show 3004035\($0)\n" }.joined()
            try lines.write(toFile: path, atomically: true, encoding: .utf8)
            let history = History(path: path)
            #expect(history.newest(beginningWith: "show", before: .max)?.text == "show 3004035100000")
            #expect(history.entries.count == 100_000)
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
        #expect(HistoryHinter(history).hint(for: "tr") == .rest("ack 2"))
        #expect(HistoryHinter(history).hint(for: "") == nil)
    }
}
