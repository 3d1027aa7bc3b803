/// Text that a carrier took from its web page, as people read it: without the tags of HTML, and with the characters that its
/// entities stand for. What only looks like markup (`<3`, `AT&T`, a tag without an end) stays as it is.
public struct MarkupText {
    private let source: [Unicode.Scalar]
    private var plain = String.UnicodeScalarView()
    /// A tag that ends a line on a page stands for one blank, whatever blanks are around it.
    private var owesBlank = false

    public static func plain(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return text }
        var reader = MarkupText(source: Array(text.unicodeScalars))
        reader.read()
        return String(reader.plain)
    }

    private init(source: [Unicode.Scalar]) { self.source = source }

    private mutating func read() {
        var place = 0
        while place < source.count {
            switch source[place] {
            case "<":
                if let end = comment(at: place) {
                    place = end
                    continue
                }
                if let tag = tag(at: place) {
                    if tag.endsLine { owesBlank = true }
                    place = tag.end
                    continue
                }
                append("<")
            case "&":
                if let (character, end) = entity(at: place) {
                    append(character)
                    place = end
                    continue
                }
                append("&")
            case let other: append(other)
            }
            place += 1
        }
    }

    private mutating func append(_ character: Unicode.Scalar) {
        if owesBlank {
            if character == " " { return }
            owesBlank = false
            if let last = plain.last, last != " " { plain.append(" ") }
        }
        plain.append(character)
    }

    // MARK: - Tags

    /// Longer than any tag that is meant as one.
    private static let longest = 2_000

    /// The end of `<!-- … -->` or `<!DOCTYPE …>`.
    private func comment(at start: Int) -> Int? {
        guard start + 1 < source.count, source[start + 1] == "!" else { return nil }
        let isComment = start + 3 < source.count && source[start + 2] == "-" && source[start + 3] == "-"
        guard isComment || start + 2 < source.count && source[start + 2].properties.isAlphabetic else { return nil }
        for place in (start + 2)..<min(source.count, start + Self.longest) where source[place] == ">" {
            if !isComment || (place >= start + 6 && source[place - 1] == "-" && source[place - 2] == "-") {
                return place + 1
            }
        }
        return nil
    }

    /// `<a href="…">`, `</span>`, `<br/>`: an element of HTML, complete.
    private func tag(at start: Int) -> (end: Int, endsLine: Bool)? {
        var place = start + 1
        if place < source.count, source[place] == "/" { place += 1 }
        var name = ""
        while place < source.count, name.utf8.count < 12, source[place].isASCII, source[place].isLetterOrDigit {
            name.unicodeScalars.append(source[place])
            place += 1
        }
        name = name.lowercased()
        let endsLine = Self.lines.contains(name)
        guard endsLine || Self.inline.contains(name), place < source.count,
            source[place] == ">" || source[place] == "/" || source[place].properties.isWhitespace
        else { return nil }
        var quote: Unicode.Scalar?
        for place in place..<min(source.count, start + Self.longest) {
            let character = source[place]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == ">" {
                return (place + 1, endsLine)
            } else if character == "<" {
                return nil
            }
        }
        return nil
    }

    /// Elements that begin or end a line on a page.
    private static let lines = Set(
        """
        address article blockquote br center dd div dl dt footer form h1 h2 h3 h4 h5 h6 header hr li ol option p pre section
        select table tbody td tfoot th thead tr ul
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    private static let inline = Set(
        """
        a abbr acronym b bdi bdo big body button cite code del em font head html i iframe img input ins kbd label link mark
        meta nobr q s samp script small span strike strong style sub sup svg time title tt u var wbr
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    // MARK: - Entities

    /// `&uuml;`, `&#252;`, `&#xFC;`.
    private func entity(at start: Int) -> (Unicode.Scalar, end: Int)? {
        guard let end = source[start...].prefix(34).firstIndex(of: ";") else { return nil }
        var name = ""
        name.unicodeScalars.append(contentsOf: source[(start + 1)..<end])
        guard name.first == "#" else { return EntityNames.character(name[...]).map { (Self.blank($0), end + 1) } }
        let isHexadecimal = name.dropFirst().first == "x" || name.dropFirst().first == "X"
        let digits = name.dropFirst(isHexadecimal ? 2 : 1)
        // `UInt32` takes a sign.
        guard digits.first?.isHexDigit == true, let code = UInt32(digits, radix: isHexadecimal ? 16 : 10) else {
            return nil
        }
        // Pages say a byte of Windows' own alphabet where they mean its character, and browsers take it so.
        let meant = (0x80..<0xA0).contains(code) ? Self.windows[Int(code) - 0x80] : code
        guard meant > 0, let character = Unicode.Scalar(meant) else { return nil }
        return (Self.blank(character), end + 1)
    }

    /// A no-break space keeps lines of a page together; in a cell it is a blank.
    private static func blank(_ character: Unicode.Scalar) -> Unicode.Scalar { character == "\u{A0}" ? " " : character }

    /// The characters of the bytes from 0x80 to 0x9F in Windows' western alphabet; 0 where it has none.
    private static let windows: [UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]
}

extension Unicode.Scalar {
    fileprivate var isLetterOrDigit: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: false
        }
    }
}
