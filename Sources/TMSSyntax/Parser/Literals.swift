import TMSBase

/// Recognises what a bare word is by its characters alone.
enum Literals {
    /// Whether a number printed from `word` gives back the very same characters: no leading zero, no exponent, no
    /// trailing zero after the point, at most 15 digits. Anything else is an identifier that must not be damaged.
    static func isNumber(_ word: String) -> Bool {
        var bytes = word.utf8[...]
        let isNegative = bytes.first == 0x2D
        if isNegative { bytes = bytes.dropFirst() }
        guard let first = bytes.first, first.isDigit, word.utf8.count <= 17 else { return false }
        let parts = bytes.split(separator: 0x2E, maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, whole.allSatisfy(\.isDigit), whole.count == 1 || first != 0x30 else {
            return false
        }
        guard parts.count == 2, let fraction = parts.last else {
            return whole.count <= 15 && !(isNegative && first == 0x30)
        }
        return !fraction.isEmpty && fraction.allSatisfy(\.isDigit) && fraction.last != 0x30
            && whole.count + fraction.count <= 15
    }

    /// At least one digit and five or more of `A-Z a-z 0-9 - _`, and nothing else.
    static func isTrackingNumber(_ word: String) -> Bool {
        var count = 0
        var hasDigit = false
        for byte in word.utf8 {
            if byte.isDigit { hasDigit = true } else if !byte.isLetterOrUnderscore && byte != 0x2D { return false }
            count += 1
        }
        return hasDigit && count >= 5
    }

    static func hasDigit(_ word: String) -> Bool { word.utf8.contains(where: \.isDigit) }

    /// A letter or `_`, then letters, digits and `_`.
    static func isName(_ word: String) -> Bool {
        guard let first = word.utf8.first, first.isLetterOrUnderscore || first >= 0x80 else { return false }
        return word.utf8.allSatisfy { $0.isLetterOrUnderscore || $0.isDigit || $0 >= 0x80 }
    }

    /// `@3` and `@2-5`: rows of the last answer, counted from 1.
    static func rows(_ word: String) -> (Int, Int)? {
        guard word.utf8.first == 0x40 else { return nil }
        let parts = word.utf8.dropFirst().split(separator: 0x2D, omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in part.allSatisfy(\.isDigit) ? Int(Substring(part)) : nil }
        guard numbers.count == parts.count, let first = numbers.first, let last = numbers.last, numbers.count <= 2,
            first >= 1
        else { return nil }
        return (first, last)
    }

    /// `@1.customer`: a field of a row that is named by its place, which must get a name first.
    static func isRowPath(_ word: String) -> Bool {
        guard word.utf8.first == 0x40, let dot = word.firstIndex(of: ".") else { return false }
        return rows(String(word[..<dot])) != nil
    }

    static let dateWords = Set(DateWord.all)

    static func unit(_ word: String) -> DurationUnit? { DurationUnit(written: word) }

    /// `14d`: a number with a unit glued to it, as its parts; the unit may be one tms refuses.
    static func gluedDuration(_ word: String) -> (number: String, unit: String)? {
        let number = word.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let unit = word.dropFirst(number.count).lowercased()
        guard !number.isEmpty, isNumber(String(number)),
            Self.unit(unit) != nil || DurationUnit.inexactWords.contains(unit)
        else {
            return nil
        }
        return (String(number), unit)
    }

    /// `1..10`: the ends of a range written without spaces.
    static func gluedRange(_ word: String) -> (String, String)? {
        let bytes = Array(word.utf8)
        guard bytes.count >= 4 else { return nil }
        for position in 1..<bytes.count - 2 where bytes[position] == 0x2E && bytes[position + 1] == 0x2E {
            let low = String(decoding: bytes[..<position], as: UTF8.self)
            let high = String(decoding: bytes[(position + 2)...], as: UTF8.self)
            guard isNumber(low) || isoDate(low) != nil, isNumber(high) || isoDate(high) != nil else { return nil }
            return (low, high)
        }
        return nil
    }
}
