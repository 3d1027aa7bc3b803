extension TrackingNumber {
    /// A number that stands in a text.
    public struct Found: Sendable, Equatable {
        /// As it is sent: its groups joined.
        public let number: String
        /// As it stands in the text.
        public let written: String
    }

    /// The numbers in a text, a mail or a link, in the order they stand there.
    ///
    /// A word counts where a family of numbers has its form, or where it is long and mostly digits; so do groups with
    /// single blanks between them that make such a number together. Dates, amounts and phone numbers do not count.
    public static func find(in text: String) -> [Found] {
        let words = Words(PlainText.narrowed(text)).all
        var found: [Found] = []
        var place = 0
        while place < words.count {
            if let (number, count) = group(words[place...]) {
                let written = words[place..<place + count].map(\.text).joined(separator: " ")
                found.append(Found(number: number, written: written))
                place += count
            } else {
                let word = words[place]
                if word.isFree, isNumber(word.text) { found.append(Found(number: word.text, written: word.text)) }
                place += 1
            }
        }
        return found
    }

    /// As `find`, each number once.
    public static func numbers(in text: String) -> [String] {
        var numbers: [String] = []
        for number in find(in: text).map(\.number) where !numbers.contains(number) { numbers.append(number) }
        return numbers
    }

    /// The longest run of groups from the first word that is a number together.
    private static func group(_ words: ArraySlice<Words.Word>) -> (String, Int)? {
        guard let first = words.first, isGroup(first) else { return nil }
        var run: [Words.Word] = [first]
        for word in words.dropFirst().prefix(39) {
            guard word.followsBlank, isGroup(word) else { break }
            run.append(word)
        }
        if let found = longest(run[...], where: hasFamily) { return found }
        // `2026 RB 555 666 772 CN`: what belongs together begins later.
        for place in run.indices.dropFirst() where longest(run[place...], where: hasFamily) != nil { return nil }
        return longest(run[...], where: isNumber)
    }

    private static func longest(_ run: ArraySlice<Words.Word>, where fits: (String) -> Bool) -> (String, Int)? {
        for count in stride(from: run.count, to: 1, by: -1) {
            if let number = joined(run.prefix(count).map(\.text)), fits(number) { return (number, count) }
        }
        return nil
    }

    private static func hasFamily(_ number: String) -> Bool {
        TrackingNumber(number).guesses.contains { $0.fits == true || $0.confidence >= .likely }
    }

    /// Digits and capitals, few of these; a word of small letters is no part of a number.
    private static func isGroup(_ word: Words.Word) -> Bool {
        guard word.isFree else { return false }
        let letters = word.text.utf8.count { !(0x30...0x39).contains($0) }
        return letters <= 3 && word.text.utf8.allSatisfy { !(0x61...0x7A).contains($0) } || isNumber(word.text)
    }

    private static func isNumber(_ word: String) -> Bool {
        guard (8...64).contains(word.utf8.count), hasDigit(word), word.utf8.allSatisfy(isAllowed) else { return false }
        let digits = word.utf8.count { (0x30...0x39).contains($0) }
        let hasSmall = word.utf8.contains { (0x61...0x7A).contains($0) }
        if Words.isDate(word) { return false }
        let guesses = TrackingNumber(word).guesses
        if guesses.contains(where: { $0.fits != nil || $0.confidence >= .likely }) { return !hasSmall || digits >= 8 }
        guard !hasSmall, !word.utf8.contains(0x2D), !word.utf8.contains(0x5F) else { return false }
        // Eight digits alone are a day or an amount as often.
        return digits == word.utf8.count ? digits >= 9 : digits >= 6
    }
}

/// The words of a text that may be numbers or groups of one: runs of letters and digits, hyphens between them included.
private struct Words {
    struct Word {
        var text: String
        /// Only blanks lie between it and the word before.
        var followsBlank: Bool
        /// It is no part of an amount, a phone number or an address.
        var isFree: Bool
    }

    private(set) var all: [Word] = []

    init(_ text: String) {
        let scalars = Array(text.unicodeScalars)
        var place = 0
        var gap: [Unicode.Scalar] = []
        var isPhone = false
        while place < scalars.count {
            guard Self.isInner(scalars[place]) else {
                gap.append(scalars[place])
                place += 1
                continue
            }
            var end = place
            while end < scalars.count, Self.isInner(scalars[end]) || Self.isHyphen(scalars, end) { end += 1 }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[place..<end])
            let before = gap.last
            let after = end < scalars.count ? scalars[end] : nil
            let beyond = end + 1 < scalars.count ? scalars[end + 1] : nil
            let followsBlank = !gap.isEmpty && gap.allSatisfy(PlainText.isBlank)
            // `+49 30 1234567`: what follows is the rest of the phone number.
            isPhone = before == "+" || (isPhone && followsBlank && view.allSatisfy { ("0"..."9").contains($0) })
            let isAddress = before == "@" || after == "@"
            all.append(
                Word(
                    text: String(view), followsBlank: followsBlank,
                    isFree: !isPhone && !isAddress && !Self.isAmount(after, beyond)))
            gap = []
            place = end
        }
    }

    /// `2026-11-03` and `20261103`-like words with hyphens.
    static func isDate(_ word: String) -> Bool {
        let parts = word.split(separator: "-")
        return parts.count == 3 && parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
            && parts.contains { $0.utf8.count == 4 } && parts.count(where: { $0.utf8.count <= 2 }) == 2
    }

    private static func isInner(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_"
    }

    private static func isHyphen(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
        scalars[place] == "-" && place + 1 < scalars.count && isInner(scalars[place + 1])
    }

    /// `1,234.50`: a mark of thousands or decimals between digits.
    private static func isAmount(_ after: Unicode.Scalar?, _ beyond: Unicode.Scalar?) -> Bool {
        guard let after, let beyond, after == "." || after == ",", ("0"..."9").contains(beyond) else { return false }
        return true
    }
}
