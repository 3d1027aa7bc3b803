/// What bytes that are not UTF-8 may be, and how the line they stand in would read.
struct EncodingGuess {
    /// The likeliest first; none where no usual encoding fits.
    let names: [String]
    /// The line in the likeliest, short; `nil` where there is none.
    let reading: String?

    /// - Parameters:
    ///   - bytes: some lines of the file.
    ///   - fault: where the first byte is that cannot stand in UTF-8.
    init(_ bytes: UnsafeBufferPointer<UInt8>, at fault: Int) {
        let newline = UInt8(ascii: "\n")
        let start = bytes[..<fault].lastIndex(of: newline).map { $0 + 1 } ?? 0
        let end = bytes[fault...].firstIndex(of: newline) ?? bytes.count
        let line = bytes[start..<end]
        // Some lines more tell better than one.
        let sample = Array(bytes[start..<min(bytes.count, start + 4_096)])
        let isEastAsian = Self.standsInPairs(Array(line))
        let order =
            isEastAsian ? ["gb18030", "shift_jis", "big5", "euc-kr", "cp1252"] : ["cp1252", "cp850", "iso-8859-1"]
        let fitting = order.filter { Self.text(sample, in: $0, mayEndWithin: true) != nil }
        names = Array(fitting.prefix(isEastAsian ? 3 : 1))
        reading = names.first.flatMap { Self.text(Array(line.prefix(2_000)), in: $0, mayEndWithin: true) }
            .map { Self.shortened($0, around: fault - start) }
    }

    /// Bytes beyond ASCII that come in runs of two or more, as the characters of East Asia are written; letters with
    /// accents stand among others.
    private static func standsInPairs(_ line: [UInt8]) -> Bool {
        var high = 0
        var alone = 0
        for (place, byte) in line.enumerated() where byte >= 0x80 {
            high += 1
            let isBeside = (place > 0 && line[place - 1] >= 0x80) || (place + 1 < line.count && line[place + 1] >= 0x80)
            if !isBeside { alone += 1 }
        }
        return high >= 4 && alone * 3 < high
    }

    private static func text(_ bytes: [UInt8], in encoding: String, mayEndWithin: Bool) -> String? {
        guard let converter = TextConverter(from: encoding) else { return nil }
        var text: [UInt8] = []
        do { try converter.convert(bytes[...], isLast: !mayEndWithin, to: &text) } catch { return nil }
        return String(decoding: text, as: UTF8.self)
    }

    /// At most 60 characters of a line, with the place in question among them.
    private static func shortened(_ line: String, around place: Int) -> String {
        let plain = line.unicodeScalars.filter {
            $0.value >= 0x20 && $0.value != 0x7F && !(0x80..<0xA0).contains($0.value)
        }
        let text = String(String.UnicodeScalarView(plain))
        guard text.count > 60 else { return text }
        let from = max(0, place - 30)
        return (from > 0 ? "…" : "") + String(text.dropFirst(from).prefix(58)) + "…"
    }
}
