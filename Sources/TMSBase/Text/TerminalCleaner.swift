/// Makes text harmless to a terminal: whatever could move the cursor, change the screen, set a title or reverse the
/// direction of writing becomes U+FFFD, and a carriage return a blank. Line feeds and tabs stay.
///
/// Everything that is written to a terminal passes it (`OutputBuffer`, `Conversation`). In a pipe or a file bytes stay
/// as they are.
public struct TerminalCleaner: Sendable {
    /// Whether the text may hold the colours and weights of tms itself, `ESC [ 1 ; 31 m`, and its links to web pages,
    /// `ESC ] 8 ; ; https://… ESC \`. Text from outside may not.
    let keepsStyles: Bool

    public init(keepsStyles: Bool) {
        self.keepsStyles = keepsStyles
    }

    /// - Parameter bytes: whole characters of UTF-8.
    public func clean(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var place = bytes.startIndex
        while place < bytes.endIndex {
            let byte = bytes[place]
            switch byte {
            case 0x0A, 0x09:
                result.append(byte)
                place += 1
            case 0x0D:
                // The end of a line as other systems write it loses its return.
                if place + 1 >= bytes.endIndex || bytes[place + 1] != 0x0A { result.append(0x20) }
                place += 1
            case 0x1B:
                if keepsStyles, let end = endOfStyle(bytes, from: place) ?? endOfLink(bytes, from: place) {
                    result += bytes[place..<end]
                    place = end
                } else {
                    result += Self.replacement
                    place += 1
                }
            case ..<0x20, 0x7F:
                result += Self.replacement
                place += 1
            case 0xC2 where place + 1 < bytes.endIndex && bytes[place + 1] < 0xA0:
                result += Self.replacement
                place += 2
            case 0xE2 where isDirectionMark(bytes, at: place):
                result += Self.replacement
                place += 3
            default:
                result.append(byte)
                place += 1
            }
        }
        return result
    }

    public func clean(_ text: String) -> String {
        var text = text
        let isHarmless = text.withUTF8 { bytes in
            bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 && $0 != 0xE2 }
        }
        return isHarmless ? text : String(decoding: clean(Array(text.utf8)[...]), as: UTF8.self)
    }

    private static let replacement = Array("\u{FFFD}".utf8)

    /// Where a sequence that only sets colours and weights ends; `nil` for any other.
    private func endOfStyle(_ bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
        var place = start + 1
        guard place < bytes.endIndex, bytes[place] == UInt8(ascii: "[") else { return nil }
        place += 1
        while place < bytes.endIndex {
            switch bytes[place] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ";"): place += 1
            case UInt8(ascii: "m"): return place + 1
            default: return nil
            }
        }
        return nil
    }

    /// Where a sequence ends that begins a link to a web page, or ends one; `nil` for any other.
    private func endOfLink(_ bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
        let rest = bytes[start...]
        guard rest.starts(with: TerminalLink.opening) else { return nil }
        let address = rest.dropFirst(TerminalLink.opening.count).prefix { (0x21...0x7E).contains($0) }
        let isPage = ["https://", "http://"].contains { address.starts(with: $0.utf8) }
        guard address.isEmpty || isPage, bytes[address.endIndex...].starts(with: TerminalLink.closing) else {
            return nil
        }
        return address.endIndex + TerminalLink.closing.count
    }

    /// U+202A to U+202E and U+2066 to U+2069: they can make a line read otherwise than it is.
    private func isDirectionMark(_ bytes: ArraySlice<UInt8>, at place: Int) -> Bool {
        guard place + 2 < bytes.endIndex else { return false }
        let last = bytes[place + 2]
        return switch bytes[place + 1] {
        case 0x80: (0xAA...0xAE).contains(last)
        case 0x81: (0xA6...0xA9).contains(last)
        default: false
        }
    }
}
