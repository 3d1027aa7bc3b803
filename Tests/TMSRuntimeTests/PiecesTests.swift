import TMSTestSupport
import Testing

@testable import TMSRuntime

/// `split` and `replace` look for whole characters, in plain text by its bytes.
@Suite struct PiecesTests {
    @Test(arguments: [
        ("a,b,,c", ",", ["a", "b", "", "c"]), ("", ",", [""]), (",", ",", ["", ""]), ("aaa", "aa", ["", "a"]),
        ("ababac", "abac", ["ab", ""]), ("abc", "abcd", ["abc"]), ("abc", "", ["abc"]), ("a\nb", "\n", ["a", "b"]),
        ("a\r\nb", "\n", ["a\r\nb"]), ("a\r\nb", "\r\n", ["a", "b"]), ("e\u{301}e", "e", ["e\u{301}", ""]),
        ("\u{E9}e", "e\u{301}", ["", "e"]), ("日本,語", ",", ["日本", "語"]), ("日本語", "本", ["日", "語"]),
    ])
    func `what stands between is found`(text: String, separator: String, pieces: [String]) {
        #expect(text.pieces(between: separator).map(String.init) == pieces)
    }

    @Test func `both ways of looking find the same`() {
        var number: UInt64 = 3
        func next(_ most: Int) -> Int {
            number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(number >> 33) % most
        }
        for _ in 0..<2_000 {
            let text = String((0..<next(30)).map { _ in "abc"[next(3)] })
            let separator = String((0...next(3)).map { _ in "abc"[next(3)] })
            // The mark in front of both takes the other way.
            let marked = ("é" + text).pieces(between: separator).map(String.init)
            var pieces = text.pieces(between: separator).map(String.init)
            pieces[0] = "é" + pieces[0]
            #expect(pieces == marked, "\(text) \(separator)")
        }
    }

    @Test func `a long text takes as long as its length`() {
        let short = String(repeating: "abc, ", count: 40_000)
        let long = String(repeating: "abc, ", count: 400_000)
        for separator in [",", "abd", "é"] {
            let once = processorTime { _ = short.pieces(between: separator) }
            let tenfold = processorTime { _ = long.pieces(between: separator) }
            #expect(tenfold < once * 60 + .milliseconds(200), "\(separator): \(once), \(tenfold)")
        }
    }
}

extension String {
    fileprivate subscript(place: Int) -> Character { self[index(startIndex, offsetBy: place)] }
}
