import Foundation
import TMSCommands
import TMSSemantics
import TMSShell
import TMSSyntax
import TMSTestSupport
import Testing

/// `tms check` reads whatever it is given: it ends soon, and with mistakes that lie inside the text.
struct HostileTextTests {
    private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    private static let golden = GoldenScript.all(in: tests.path + "/Scripts")
    private static let examples = GoldenScript.all(
        in: tests.deletingLastPathComponent().deletingLastPathComponent().path + "/examples")

    /// Every prefix and 20,000 changed scripts, with `TMS_PROGRAMS` set: some minutes.
    private static let isLong = ProcessInfo.processInfo.environment["TMS_PROGRAMS"] != nil

    @Test(arguments: ["p", "a?", "", "for x in y {\n"])
    func `what is not read after too many mistakes is in the tree`(start: String) {
        let braces = String(repeating: "}", count: 150)
        let laws = TextLaws(vocabulary: Catalogue.standard.vocabulary)
        for text in [start + braces + " p", start + braces + "\n) p\n", start + braces] {
            #expect(laws.brokenByReading(text) == nil, "\(text)")
        }
    }

    @Test(arguments: HostileTextTests.examples)
    func `every prefix of an example is checked without a trap`(example: GoldenScript) throws {
        let text = try example.text()
        for length in 0...text.count { check(String(text.prefix(length))) }
    }

    @Test(arguments: HostileTextTests.golden + HostileTextTests.examples)
    func `every prefix of a script is complete, incomplete or wrong, in a tree that covers it`(script: GoldenScript)
        throws
    {
        let laws = TextLaws(vocabulary: Catalogue.standard.vocabulary)
        let text = Array(try script.text().unicodeScalars.prefix(600))
        // Of most scripts every fifth prefix, from another one on in each.
        let (first, step) = Self.isLong ? (0, 1) : (text.count % 5, 5)
        for length in stride(from: first, through: text.count, by: step) {
            let prefix = String(String.UnicodeScalarView(text[..<length]))
            guard let law = laws.brokenByReading(prefix) else { continue }
            Issue.record("\(law)\n\(prefix)")
            return
        }
    }

    @Test(arguments: 1...10)
    func `changed scripts are checked without a trap`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let scripts = try (Self.golden + Self.examples).map { try $0.text() }.filter { $0.utf8.count < 300 }
        #expect(scripts.count > 30)
        for _ in 0..<(Self.isLong ? 2_000 : 500) { check(changed(scripts, &generator)) }
    }

    // MARK: - Checking

    private func check(_ text: String) {
        let (checked, time) = measured {
            Session.check(
                SourceFile(name: "hostile.tms", text: text), vocabulary: Catalogue.standard.vocabulary,
                directory: Self.tests.path)
        }
        if time > .seconds(5) { Issue.record("it takes long to check: \(text)") }
        let size = checked.program.file.text.utf8.count
        for diagnostic in checked.diagnostics {
            guard let range = diagnostic.location?.range, diagnostic.location?.file === checked.program.file else {
                continue
            }
            if range.lower > range.upper || range.upper > size { Issue.record("\(diagnostic.message): \(text)") }
        }
        if checked.hasErrors != checked.diagnostics.contains(where: { $0.severity == .error }) {
            Issue.record("no mistake is shown: \(text)")
        }
    }

    // MARK: - Changing

    private static let pieces = [
        "{", "}", "(", ")", "[", "]", "\"", "'", "|", ",", "$", "$p", "\n", ";", "=", "..", " - ", "else", "\\", "“",
        "＂",
        "{{", "#", " where ", " for p in ", " \u{0} ", "\u{200B}", "👩‍👩‍👧", "9223372036854775808", " not ", "@2", " via ",
    ]

    /// One of the scripts with a few bytes dropped, doubled, swapped, overwritten or put in; or two of them spliced.
    private func changed(_ scripts: [String], _ generator: inout SeededGenerator) -> String {
        func pick(_ generator: inout SeededGenerator) -> [UInt8] {
            Array(scripts[Int.random(in: 0..<scripts.count, using: &generator)].utf8)
        }
        var bytes = pick(&generator)
        for _ in 0...Int.random(in: 0...4, using: &generator) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            let end = min(place + Int.random(in: 1...12, using: &generator), bytes.count)
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: bytes.removeSubrange(place..<end)
            case 1: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0..<bytes.count, using: &generator))
            case 2: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &generator))
            case 3: bytes[place] = UInt8.random(in: 0...255, using: &generator)
            case 4:
                let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
                bytes.insert(contentsOf: piece.utf8, at: place)
            default: bytes = bytes[..<place] + pick(&generator).suffix(60)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Numbers that are the same in every run.
private struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
