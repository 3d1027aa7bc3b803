import Foundation
import TMSBase
import TMSTestSupport
import Testing
import TrackingMore

/// Whatever a service, a carrier or a network puts into an answer, it steers no terminal, ends no process, and is never
/// taken for nothing.
@Suite struct `An answer nobody would send` {
    private static let hostile =
        " T\u{1B}[31mRED\u{1B}[0m\u{1B}]0;pwned\u{07}\u{1B}[2J\u{9B}31m\u{08}\u{7F}\u{85}\u{202E}\r\u{0B}\u{0C}<b>x</b>"
        + "\r\nFORGED line\nFORGED line\u{85}FORGED line\u{2028}FORGED line"
    private static let folder = Tree.root + "/Tests/ScriptTests/Scripts"
    private static let scripts = GoldenScript.all(in: folder).filter { !$0.name.hasPrefix("formatting/") }

    /// Every text of an answer with what is hostile behind it, but for the figures that say how long it is.
    private static func poisoned(_ json: JSON, _ key: String = "") -> JSON {
        switch json {
        case .string(let text):
            return ["total", "page", "limit"].contains(key) ? json : .string(text + hostile)
        case .array(let items): return .array(items.map { poisoned($0, key) })
        case .object(let object):
            var result = JSONObject()
            for (key, value) in object { result.append(key, poisoned(value, key)) }
            return .object(result)
        case .null, .bool, .number: return json
        }
    }

    @Test(arguments: 0..<8) func `steers no terminal, whatever script reads it`(part: Int) async throws {
        for (place, script) in Self.scripts.enumerated() where place % 8 == part {
            let text = try script.text().split(separator: "\n").filter { !$0.hasPrefix("#") }.joined(separator: "\n")
            let run = try await onDesk(text, of: script.path) { _, body in
                guard let json = try? JSON(parsing: String(decoding: body, as: UTF8.self)) else { return body }
                return Array(Self.poisoned(json).compact.utf8)
            }
            #expect(
                run.controls.isEmpty,
                "\(script.name): \(run.controls.prefix(4))\n\(String(decoding: run.bytes, as: UTF8.self).prefix(400))")
        }
    }

    @Test(arguments: [
        "for p in list | take 2 { print $p.title }", "let p = list | first\nprint \"{$p.title}\", $p.event",
        "let p = list | first\nprint upper($p.title) + \"\\n\" + $p.title", "let t = (list | first).title\n$t",
        "print join(list | take 3, \"\\n\")", "let p = list | first\nfail $p.title", "let p = list | first\n$p.title",
        "let p = list | first\nexpect $p.title is x", "let p = list | first\nexpect 1 is 2, $p.title",
        "let p = list | first\nlet a = [$p.title, \"a\\nb\"]\nprint join($a, \"\\n\")",
        "let p = list | first\nlet t = \"a\\nb {$p.title}\"\nprint $t\nprint \"{$t}\"", "print len(keys(list | first))",
        "try { call get \"/none\" } otherwise { print $error.message }",
    ])
    func `has no line of its own, however a script says it`(line: String) async throws {
        let run = try await onDesk(line, of: nil) { _, body in
            guard let json = try? JSON(parsing: String(decoding: body, as: UTF8.self)) else { return body }
            return Array(Self.poisoned(json).compact.utf8)
        }
        #expect(!run.lines.contains { $0.hasPrefix("FORGED") }, "\(line): \(run.lines)")
    }

    /// What the laws look for is there to be found: the text arrives, without what would steer.
    @Test func `arrives as text`() async throws {
        for line in [
            "list | take 3 | show number, title", "for p in list | take 3 { print $p.title }", "list | first | as card",
        ] {
            let run = try await onDesk(line, of: nil) { _, body in
                guard let json = try? JSON(parsing: String(decoding: body, as: UTF8.self)) else { return body }
                return Array(Self.poisoned(json).compact.utf8)
            }
            #expect(String(decoding: run.bytes, as: UTF8.self).contains("RED"), "\(line)")
        }
    }

    private static let lines = [
        "list | count", "list | take 3", "let all = list\nprint len($all)", "account", "count by status",
        "carriers | count",
        "show 300403513402", "show 300403513402 via 4px | as card", "air 172-28891936", "detect 300403513402",
        "transit time via usps from us to ca", "remote area jp 1000001", "list | group by via | count",
        "list | sum silent", "list | sort by moved | take 2 | show number, event, silent", "list | as json",
        "for p in list status transit { print $p.number, $p.silent, $p.event }", "list | save \"x.csv\"",
        "edit 300403513402 via 4px title x", "track 300403513777 via 4px", "delete 300403513402 via 4px",
        "refresh 300403513402 via 4px", "list | take 2 | edit title x", "call get \"/trackings/get\"",
    ]

    @Test(arguments: 1...4) func `is an error or is shown, and is never nothing`(seed: UInt64) async throws {
        var random = SeededRandom(seed: seed)
        let count = (ProcessInfo.processInfo.environment["TMS_ANSWERS"].flatMap { Int($0) } ?? 1_200) / 4
        for _ in 0..<count {
            let line = Self.lines.randomElement(using: &random) ?? ""
            let seed = UInt64.random(in: 0...UInt64(Int64.max), using: &random)
            let sent = Sent()
            let run = try await onDesk(line, of: nil) { _, body in
                let mangled = Mangling(seed: seed).mangled(body)
                sent.note(mangled)
                return mangled
            }
            let shown = String(decoding: run.bytes, as: UTF8.self)
            #expect((0...8).contains(run.status), "\(line): \(run.status)")
            #expect(run.controls.isEmpty, "\(line): \(run.controls.prefix(4)) \(shown.prefix(300))")
            // "0" is an answer only where the service has said that there is nothing.
            if line == "list | count", run.status == 0, shown.hasPrefix("0") {
                #expect(sent.saysNothing, "\(line): \(sent.text.prefix(300))")
            }
        }
    }

    private func onDesk(
        _ text: String, of script: String?, _ mangle: @escaping @Sendable (HTTPRequest, [UInt8]) -> [UInt8]
    ) async throws -> TerminalRun {
        let desk = FileManager.default.temporaryDirectory.appendingPathComponent("tms-law-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: desk, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: desk) }
        if let folder = script.map({ ($0 as NSString).deletingLastPathComponent }) {
            for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            where !name.hasSuffix(".tms") {
                try? FileManager.default.copyItem(atPath: folder + "/" + name, toPath: desk + "/" + name)
            }
        }
        return try await TerminalRun(
            text, MangledWorld(path: desk + "/account.sqlite", mangle: mangle), directory: desk)
    }
}

/// What was sent last, and whether it says that there are no rows.
private final class Sent: @unchecked Sendable {
    private let lock = NSLock()
    private var bodies: [String] = []

    func note(_ body: [UInt8]) { lock.withLock { bodies.append(String(decoding: body, as: UTF8.self)) } }

    var text: String { lock.withLock { bodies.joined(separator: "\n") } }

    var saysNothing: Bool {
        lock.withLock {
            bodies.contains { body in
                guard let data = (try? JSON(parsing: body))?["data"] else { return false }
                if case .array(let items)? = data["items"] { return items.isEmpty || data["total"]?.text == "0" }
                return data["total"]?.text == "0" || data == .array([])
            }
        }
    }
}

/// One change of an answer: of a number, a type, a shape, a text, or of its bytes.
private struct Mangling {
    let seed: UInt64

    func mangled(_ body: [UInt8]) -> [UInt8] {
        var random = SeededRandom(seed: seed)
        if Int.random(in: 0..<6, using: &random) == 0 { return brokenBytes(body, &random) }
        guard let json = try? JSON(parsing: String(decoding: body, as: UTF8.self)) else { return body }
        var places = Int.random(in: 0..<max(1, count(json)), using: &random)
        return Array(changed(json, &places, &random).compact.utf8)
    }

    private func brokenBytes(_ body: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        guard !body.isEmpty else { return body }
        var bytes = body
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.removeLast(bytes.count - place)
        case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 2: bytes.insert(contentsOf: [0x1B, 0x5B, 0x32, 0x4A], at: place)
        default: bytes = []
        }
        return bytes
    }

    private func count(_ json: JSON) -> Int {
        switch json {
        case .array(let items): 1 + items.map(count).reduce(0, +)
        case .object(let object): 1 + object.map { count($0.value) }.reduce(0, +)
        case .null, .bool, .number, .string: 1
        }
    }

    /// Changes the value at a place, counted through the tree.
    private func changed(_ json: JSON, _ place: inout Int, _ random: inout SeededRandom) -> JSON {
        defer { place -= 1 }
        if place == 0 { return other(json, &random) }
        switch json {
        case .array(let items):
            return .array(
                items.map { item in
                    guard place > 0 else { return item }
                    place -= 1
                    if place == 0 { return other(item, &random) }
                    let size = count(item)
                    if place >= size {
                        place -= size - 1
                        return item
                    }
                    place += 1
                    return changed(item, &place, &random)
                })
        case .object(let object):
            var result = JSONObject()
            for (key, value) in object {
                let size = count(value)
                if place > 0, place <= size {
                    var inner = place - 1
                    result.append(key, changed(value, &inner, &random))
                    place = 0
                } else {
                    if place > 0 { place -= size }
                    result.append(key, value)
                }
            }
            return .object(result)
        case .null, .bool, .number, .string: return json
        }
    }

    private func other(_ json: JSON, _ random: inout SeededRandom) -> JSON {
        let numbers = [
            "-1", "0", "1e308", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "0.5", "1e400",
        ]
        let texts = ["", "x", "\u{1B}[31m", "99999999999999999999", "2026-13-45", "\u{0}", "null", "-1"]
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return .null
        case 1: return .number(numbers.randomElement(using: &random) ?? "0")
        case 2: return .string(texts.randomElement(using: &random) ?? "")
        case 3: return .array([json])
        case 4: return .object(["x": json])
        case 5: return .bool(true)
        case 6: return .array([])
        default: return .object([:])
        }
    }
}
