import Testing
import TrackingMore

@Suite struct `JSON text` {
    @Test(arguments: Samples.all) func `of every sample survives reading and writing`(sample: String) throws {
        let value = try JSON(parsing: sample)
        #expect(try JSON(parsing: value.compactBytes()) == value)
        #expect(try JSON(parsing: value.prettyBytes()) == value)
        #expect(value.compact == withoutBlanks(sample))
    }

    @Test(arguments: [
        "0", "-0", "1.50", "1e3", "1E+03", "300403513351", "0.1000", "12345678901234567890123", "-1.5e-10",
    ])
    func `keeps a number's characters`(lexeme: String) throws {
        #expect(try JSON(parsing: lexeme) == .number(lexeme))
        #expect(try JSON(parsing: "[\(lexeme) ]").compact == "[\(lexeme)]")
    }

    @Test func `keeps the order of keys, unknown ones and doubles`() throws {
        let text = #"{"b":1,"a":2,"b":3,"":4,"é\n":5}"#
        let value = try JSON(parsing: text)
        #expect(value.compact == text)
        #expect(value["b"] == 1)
        #expect(value.object?.keys == ["b", "a", "b", "", "é\n"])
    }

    @Test func `reads escapes and surrogate pairs`() throws {
        let text = #""\"\\\/\b\f\n\r\t\u0041\u00e9\u6302\ud83d\udce6\u0000""#
        #expect(try JSON(parsing: text) == "\"\\/\u{8}\u{C}\n\r\tA\u{E9}\u{6302}\u{1F4E6}\u{0}")
        #expect(JSON.string("a/\"\\\u{1}\u{1F}\u{7F}é").compact == #""a/\"\\\u0001\u001f\u007fé""#)
    }

    @Test(arguments: [
        ("", JSONError.Reason.endsEarly, 0), ("  ", .endsEarly, 2), ("[1,]", .expectedValue, 3),
        ("[1 2]", .expectedCommaOrEnd, 3),
        ("{\"a\":1,}", .expectedKey, 7), ("{a:1}", .expectedKey, 1), ("{\"a\" 1}", .expectedColon, 5),
        ("[", .endsEarly, 1),
        ("{\"a", .endsEarly, 3), ("\"\\", .endsEarly, 2), ("\"\\x\"", .badEscape, 1), ("\"\\u12\"", .badEscape, 3),
        ("\"\\ud800\"", .badSurrogate, 1), ("\"\\ud800\\u0041\"", .badSurrogate, 1), ("\"\\udc00\"", .badSurrogate, 1),
        ("\"a\nb\"", .controlCharacter, 2), ("01", .badNumber, 0), ("1.", .endsEarly, 0), ("-", .endsEarly, 0),
        ("-a", .badNumber, 0), ("1e", .endsEarly, 0), ("1.e1", .badNumber, 0), ("+1", .expectedValue, 0),
        ("tru", .endsEarly, 3),
        ("trux", .expectedValue, 0), ("nul]", .expectedValue, 0), ("1 1", .trailing, 2), ("NaN", .expectedValue, 0),
        ("'a'", .expectedValue, 0), ("{\"a\":1", .endsEarly, 6),
    ])
    func `says where and why it is broken`(text: String, reason: JSONError.Reason, offset: Int) {
        #expect(throws: JSONError(reason, at: offset)) { try JSON(parsing: text) }
    }

    @Test(
        arguments: [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE6, 0x8C]] as [[UInt8]])
    func `refuses text that is not UTF-8`(bytes: [UInt8]) {
        #expect(throws: JSONError(.badUTF8, at: 1)) { try JSON(parsing: [0x22] + bytes + [0x22]) }
        #expect(throws: JSONError.self) { try JSON(parsing: Array("{\"".utf8) + bytes + Array("\":1}".utf8)) }
        #expect(throws: JSONError.self) { try JSON(parsing: Array("\"\\n".utf8) + bytes + [0x22]) }
    }

    @Test func `may nest 512 deep and no deeper`() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(throws: Never.self) { try JSON(parsing: nested(512)) }
        #expect(throws: JSONError(.tooDeep, at: 512)) { try JSON(parsing: nested(513)) }
        #expect(throws: JSONError(.tooDeep, at: 512)) { try JSON(parsing: String(repeating: "[", count: 1_000_000)) }
    }

    @Test func `reads objects whose keys are data as well as those of one shape`() throws {
        let many = JSON.object(JSONObject((0..<10_000).map { ("key\($0)", JSON($0)) }))
        #expect(try JSON(parsing: many.compact) == many)
        let rows = JSON.array(
            (0..<6000).map { .object(JSONObject([("k\($0 % 97)", JSON(1)), ("same", JSON($0))])) })
        #expect(try JSON(parsing: rows.compact) == rows)
    }

    @Test func `never traps on damaged input, and what it accepts it can write`() {
        var random = Lehmer(state: 88_172_645_463_325_252)
        for round in 0..<6000 {
            var bytes = Array(Samples.all[round % Samples.all.count].utf8)
            for _ in 0..<(1 + random.next() % 4) where !bytes.isEmpty {
                let place = Int(random.next() % UInt64(bytes.count))
                switch random.next() % 4 {
                case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(Array("{}[]\",:\\0eE-u".utf8)[Int(random.next() % 13)], at: place)
                default: bytes = Array(bytes.prefix(place))
                }
            }
            guard let value = try? JSON(parsing: bytes) else { continue }
            #expect((try? JSON(parsing: value.compactBytes())) == value)
        }
    }

    private func withoutBlanks(_ text: String) -> String {
        var inString = false
        return text.filter { character in
            if character == "\"" { inString.toggle() }
            return inString || !character.isWhitespace
        }
    }
}

@Suite struct `Rows of JSON` {
    private let rows: [JSON] = [["a": 1, "b": "x\ny]"], 2, "three, [", [], ["a": nil, "b": ["c": "}"]]]

    @Test(arguments: [1, 2, 3, 7, 1000]) func `come out of an array however it is cut`(chunk: Int) throws {
        let array = JSON.array(rows)
        #expect(try read(array.compact, chunk) == rows)
        #expect(try read("\u{FEFF} " + array.pretty + "\n", chunk) == rows)
        #expect(try read("[ ]", chunk) == [])
    }

    @Test(arguments: [1, 2, 3, 7, 1000]) func `come out of lines however they are cut`(chunk: Int) throws {
        #expect(try read(rows.map(\.compact).joined(separator: "\n"), chunk) == rows)
        #expect(try read(rows.map { $0.compact + "\r\n\n" }.joined(), chunk) == rows)
        #expect(try read(JSON.object(["a": rows[0]]).pretty, chunk) == [["a": rows[0]]])
        #expect(try read("", chunk) == [])
    }

    @Test(arguments: ["[1,]", "[,1]", "[1 2]", "[1", "[1]x", "{\"a\":1", "1 2", "\"a\nb\"", "[\"a\n\"]", "{]\n1"])
    func `are refused where they are broken`(text: String) {
        #expect(throws: JSONError.self) { try read(text, 3) }
    }

    @Test func `count the bytes before an error`() {
        #expect(throws: JSONError(.expectedValue, at: 8)) { try read("{}\n[1]\n x\n", 1) }
    }

    @Test func `may not be longer than allowed`() {
        var reader = JSONRowReader(maximumRow: 10)
        #expect(throws: JSONError(.tooLong, at: 1)) { try reader.feed(Array("[\"0123456789abcdef".utf8)) }
    }

    private func read(_ text: String, _ chunk: Int) throws -> [JSON] {
        var reader = JSONRowReader()
        var found: [JSON] = []
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            found += try reader.feed(Array(rest.prefix(chunk)))
            rest = rest.dropFirst(chunk)
        }
        return try found + reader.finish()
    }
}

/// Repeatable chance.
struct Lehmer {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33
    }
}
