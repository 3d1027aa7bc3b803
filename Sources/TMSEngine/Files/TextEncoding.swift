import Glibc

/// A way to read bytes as text, by a name that iconv knows.
public struct TextEncoding: Sendable, Equatable {
    /// As it was given: `cp1252`.
    public let name: String

    /// - Returns: `nil` where no encoding has this name.
    public init?(_ name: String) {
        // iconv takes suffixes such as `//TRANSLIT`, and an empty name for the one of the machine.
        let isName = name.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || "-_.:+".utf8.contains(byte)
        }
        guard !name.isEmpty, isName, let converter = TextConverter(from: name) else { return nil }
        _ = converter
        self.name = name
    }

    /// Bytes that are read as they stand.
    var isUTF8: Bool { ["UTF8", "UTF-8", "UTF_8"].contains(name.uppercased()) }

    /// The names that are proposed for a misspelt one, those first that files are found in.
    public static let usual = [
        "utf-8", "cp1252", "iso-8859-1", "iso-8859-15", "latin1", "windows-1252", "utf-16", "utf-16le", "utf-16be",
        "utf-32", "macintosh", "cp437", "cp850", "cp852", "cp866", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255",
        "cp1256", "cp1257", "cp1258", "windows-1250", "windows-1251", "windows-1253", "windows-1254", "iso-8859-2",
        "iso-8859-3", "iso-8859-4", "iso-8859-5", "iso-8859-6", "iso-8859-7", "iso-8859-8", "iso-8859-9",
        "iso-8859-10", "iso-8859-13", "iso-8859-14", "iso-8859-16", "koi8-r", "koi8-u", "gbk", "gb2312", "gb18030",
        "big5", "big5-hkscs", "shift_jis", "cp932", "euc-jp", "iso-2022-jp", "euc-kr", "cp949", "euc-tw", "tis-620",
        "cp874", "us-ascii",
    ]
}

/// Reads bytes of one encoding as UTF-8, piece by piece.
final class TextConverter {
    /// What the bytes do not mean in their encoding.
    struct Fault: Error {
        /// Lines that ended before it.
        let newlines: Int
    }

    private let descriptor: iconv_t
    /// Bytes of a character whose rest has not come.
    private var rest: [UInt8] = []
    private(set) var newlines = 0

    init?(from name: String) {
        guard let descriptor = iconv_open("UTF-8", name), descriptor != iconv_t(bitPattern: -1) else { return nil }
        self.descriptor = descriptor
    }

    deinit { iconv_close(descriptor) }

    /// Adds the text of some bytes.
    ///
    /// - Parameter isLast: no more follow.
    func convert(_ piece: ArraySlice<UInt8>, isLast: Bool, to text: inout [UInt8]) throws(Fault) {
        var input = rest + piece
        rest = []
        let begin = text.count
        var output = [UInt8](repeating: 0, count: 1 << 14)
        var used = 0
        var code: Int32 = 0
        while used < input.count {
            let (taken, written, failed) = step(&input, from: used, into: &output)
            used += taken
            text.append(contentsOf: output[..<written])
            code = failed
            // Room for at least one character was there, so that E2BIG goes on.
            guard code == 0 || code == E2BIG else { break }
        }
        newlines += text[begin...].count { $0 == UInt8(ascii: "\n") }
        switch code {
        case 0, E2BIG: break
        case EINVAL where !isLast: rest = Array(input[used...])
        default: throw Fault(newlines: newlines)
        }
    }

    private func step(
        _ input: inout [UInt8], from start: Int, into output: inout [UInt8]
    ) -> (taken: Int, written: Int, code: Int32) {
        input.withUnsafeMutableBytes { input in
            output.withUnsafeMutableBytes { output in
                guard let source = input.baseAddress, let target = output.baseAddress else { return (0, 0, EINVAL) }
                var from: UnsafeMutablePointer<CChar>? = (source + start).assumingMemoryBound(to: CChar.self)
                var to: UnsafeMutablePointer<CChar>? = target.assumingMemoryBound(to: CChar.self)
                var left = input.count - start
                var room = output.count
                let result = iconv(descriptor, &from, &left, &to, &room)
                let code = result == Int(bitPattern: UInt.max) ? errno : 0
                return (input.count - start - left, output.count - room, code)
            }
        }
    }
}
