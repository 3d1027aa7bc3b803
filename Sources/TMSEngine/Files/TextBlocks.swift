import Glibc

/// Reads a file from front to back as UTF-8, whatever its bytes are: by the encoding that was named, by the mark of
/// UTF-16 or UTF-32 at its front, or as they stand.
///
/// Of a file whose lines end in a carriage return alone each of these reads as a newline.
final class TextBlocks {
    enum Problem: Error {
        /// As `errno` has it.
        case unreadable(Int32)
        /// The bytes after so many lines mean nothing in the encoding.
        case notInEncoding(String, newlines: Int)
        /// The file begins with the mark of another encoding.
        case otherMark(said: String, mark: String)
        /// Every second byte is zero: UTF-16 without its mark.
        case unmarked(String)
    }

    /// The encoding it was read in, where that was told by a mark.
    private(set) var mark: String?
    /// The bytes are valid UTF-8 too, though another encoding was named.
    private(set) var looksLikeUTF8 = false
    private let file: FileBlocks
    private let encoding: TextEncoding?
    private var converter: TextConverter?
    private var isFirst = true
    private var endsLinesInReturns = false

    init(_ file: FileBlocks, encoding: TextEncoding? = nil) {
        self.file = file
        self.encoding = encoding
    }

    var isAtEnd: Bool { file.isAtEnd }

    /// The bytes kept from before, and behind them the next ones; perhaps none while more follow.
    func read(_ count: Int, after kept: ArraySlice<UInt8> = []) throws(Problem) -> [UInt8] {
        if isFirst { return try readFirst(count) }
        guard let converter else {
            var bytes = try raw(count, after: kept)
            if endsLinesInReturns { Self.endLines(&bytes, from: kept.count) }
            return bytes
        }
        var text = Array(kept)
        try convert(try raw(count)[...], converter, to: &text)
        if endsLinesInReturns { Self.endLines(&text, from: kept.count) }
        return text
    }

    /// The first bytes tell how all of them are read.
    private func readFirst(_ count: Int) throws(Problem) -> [UInt8] {
        isFirst = false
        var bytes = try raw(count)
        // A pipe gives what it has.
        while bytes.count < 4, !file.isAtEnd { bytes = try raw(count, after: bytes[...]) }
        let found = Self.mark(of: bytes)
        if let encoding {
            if let found, !found.fits(encoding) {
                throw .otherMark(said: encoding.name, mark: found.encoding.uppercased())
            }
            if !encoding.isUTF8 { converter = TextConverter(from: encoding.name) }
            looksLikeUTF8 =
                converter != nil && Self.isUTF8BeyondASCII(bytes, isWhole: file.isAtEnd || bytes.count < count)
        } else if let found, found.encoding != "utf-8" {
            mark = found.encoding.uppercased()
            converter = TextConverter(from: found.encoding)
            bytes.removeFirst(found.length)
        } else if let likely = Self.unmarked(bytes) {
            throw .unmarked(likely)
        }
        if let converter {
            var text: [UInt8] = []
            try convert(bytes[...], converter, to: &text)
            bytes = text
        }
        endsLinesInReturns = Self.endsLinesInReturns(bytes)
        if endsLinesInReturns { Self.endLines(&bytes, from: 0) }
        return bytes
    }

    private func raw(_ count: Int, after kept: ArraySlice<UInt8> = []) throws(Problem) -> [UInt8] {
        do { return try file.read(count, after: kept) } catch { throw .unreadable(error.code) }
    }

    private func convert(
        _ bytes: ArraySlice<UInt8>, _ converter: TextConverter, to text: inout [UInt8]
    ) throws(Problem) {
        do {
            try converter.convert(bytes, isLast: file.isAtEnd, to: &text)
        } catch {
            throw .notInEncoding(encoding?.name ?? mark ?? "", newlines: error.newlines)
        }
    }
}

// What the first bytes tell.
extension TextBlocks {
    private struct Mark {
        let encoding: String
        let length: Int

        /// Whether an encoding that was named is the one of the mark.
        func fits(_ named: TextEncoding) -> Bool {
            let name = named.name.lowercased().filter { $0 != "-" && $0 != "_" }
            let own = encoding.filter { $0 != "-" }
            return own.hasPrefix(name) && name.hasPrefix("utf") || name.hasPrefix("ucs")
        }
    }

    private static func mark(of bytes: [UInt8]) -> Mark? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Mark(encoding: "utf-8", length: 3) }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return Mark(encoding: "utf-32le", length: 4) }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return Mark(encoding: "utf-32be", length: 4) }
        if bytes.starts(with: [0xFF, 0xFE]) { return Mark(encoding: "utf-16le", length: 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return Mark(encoding: "utf-16be", length: 2) }
        return nil
    }

    /// UTF-16 of mostly ASCII text, which would be valid UTF-8 with a zero beside every letter.
    private static func unmarked(_ bytes: [UInt8]) -> String? {
        let pairs = min(bytes.count / 2, 512)
        guard pairs >= 8 else { return nil }
        var zeros = (first: 0, second: 0)
        for pair in 0..<pairs {
            if bytes[2 * pair] == 0 { zeros.first += 1 }
            if bytes[2 * pair + 1] == 0 { zeros.second += 1 }
        }
        if zeros.first == 0, zeros.second * 10 >= pairs * 7 { return "utf-16le" }
        if zeros.second == 0, zeros.first * 10 >= pairs * 7 { return "utf-16be" }
        return nil
    }

    private static func isUTF8BeyondASCII(_ bytes: [UInt8], isWhole: Bool) -> Bool {
        guard bytes.contains(where: { $0 >= 0x80 }) else { return false }
        return bytes.withUnsafeBufferPointer { buffer in
            guard let fault = UTF8Text.firstFault(in: buffer, from: 0, to: buffer.count) else { return true }
            // The block may end within a character.
            return !isWhole && fault > buffer.count - 4
        }
    }

    /// Lines of an old Macintosh: carriage returns outside of quotes, and no newline at all.
    private static func endsLinesInReturns(_ bytes: [UInt8]) -> Bool {
        var isQuoted = false
        var has = false
        for (place, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "\n"): return false
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: "\r"): if !isQuoted, place < bytes.count - 1 { has = true }
            default: break
            }
        }
        return has
    }

    private static func endLines(_ bytes: inout [UInt8], from start: Int) {
        for place in bytes.indices.dropFirst(start) where bytes[place] == UInt8(ascii: "\r") {
            bytes[place] = UInt8(ascii: "\n")
        }
    }
}
