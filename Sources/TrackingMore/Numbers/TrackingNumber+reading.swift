extension TrackingNumber {
    /// A number as it is sent, and what to tell people of how it was read.
    public struct Reading: Sendable, Equatable {
        public let number: String
        public let note: KindNote?
    }

    /// Reads a number as it stands in quotes, in a cell, in JSON: the one reader of tracking numbers.
    ///
    /// Blanks and invisible marks inside and around it are no part of it, full-width letters and digits are read, and so
    /// is what spreadsheets put around digits to keep them. Nothing else is left out: what is no number stays an error.
    public static func read(_ text: String) throws(KindError) -> Reading {
        let reading = try found(in: text)
        return reading.note == nil ? Reading(number: reading.number, note: note(on: reading.number)) : reading
    }

    /// The number without what is to be told of it: what comparisons of many rows need.
    static func normalForm(of text: String) -> String? { (try? found(in: text))?.number }

    private static func found(in text: String) throws(KindError) -> Reading {
        if isPlain(text) { return Reading(number: text, note: nil) }
        let clean = PlainText.trimmed(PlainText.narrowed(text))
        let cell = try Spreadsheet.identifier(clean, written: text)
        let groups = PlainText.words(cell)
        let number = groups.count > 1 ? joined(groups) : groups.first
        if let number, number.utf8.allSatisfy(isAllowed) {
            if isFormed(number) { return Reading(number: number, note: nil) }
            if groups.count == 1 || !hasDigit(number) { throw malformed(number, written: text) }
        }
        return try within(cell, groups, written: text)
    }

    /// The number that groups of characters make together: `["9400", "1102", …]`; nil where they are no one number.
    ///
    /// Groups are joined where a family of numbers has the form they make, or where they look as numbers are printed:
    /// digits and capitals in short groups. Two groups that could each be a number are two numbers.
    public static func joined(_ groups: [String]) -> String? {
        guard groups.count > 1, groups.count <= 40, groups.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isAllowed) })
        else { return nil }
        guard groups.count(where: { $0.utf8.count >= 8 && hasDigit($0) }) < 2 else { return nil }
        // `A12345 B12345 C12345`: each may be one.
        guard groups.contains(where: { $0.utf8.count < 5 || !hasDigit($0) }) else { return nil }
        let whole = groups.joined()
        guard isFormed(whole), whole.utf8.count >= 8 else { return nil }
        let guesses = TrackingNumber(whole).guesses
        if guesses.contains(where: { $0.fits == true || $0.confidence >= .likely }) { return whole }
        // `5108 7693037816`: a form without a check digit, of groups none of which is a number by itself.
        if !guesses.isEmpty, whole.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            groups.allSatisfy({ group in !TrackingNumber(group).guesses.contains { $0.confidence >= .likely } })
        {
            return whole
        }
        let isPrinted = groups.allSatisfy { group in
            let letters = group.utf8.count(where: { !(0x30...0x39).contains($0) })
            return group.utf8.count <= 6 && letters <= 4 && group.utf8.allSatisfy { !(0x61...0x7A).contains($0) }
        }
        return isPrinted ? whole : nil
    }

    /// What to tell of a number that is taken as it is: a spreadsheet has rounded it, or its check digit is wrong.
    public static func note(on number: String) -> KindNote? {
        let reading = TrackingNumber(number)
        let isRounded = isRounded(number)
        if let advice = reading.advice {
            return KindNote("N0608", isRounded ? "\(advice); it has \(Spreadsheet.roundedWarning)" : advice)
        }
        return isRounded ? KindNote("N0610", "\(number) has \(Spreadsheet.roundedWarning)") : nil
    }

    /// Whether a spreadsheet has likely rounded a number: fifteen digits and then zeros, and no check digit fits.
    public static func isRounded(_ number: String) -> Bool {
        Spreadsheet.isRounded(number) && !TrackingNumber(number).guesses.contains { $0.fits == true }
    }
}

extension TrackingNumber {
    /// What most numbers are: nothing to clean, nothing to look for.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy(isAllowed) && isFormed(text)
    }

    private static func isFormed(_ number: String) -> Bool {
        (5...64).contains(number.utf8.count) && hasDigit(number)
    }

    static func hasDigit(_ text: String) -> Bool { text.utf8.contains { (0x30...0x39).contains($0) } }

    private static func malformed(_ number: String, written text: String) -> KindError {
        if number.utf8.count < 5 { return KindError(text, "is too short for a tracking number") }
        if number.utf8.count > 64 { return KindError(text, "is too long for a tracking number") }
        return KindError(text, "has no digit, and every tracking number has one")
    }

    /// A text that is no number: a link or a sentence with one in it, a list of several.
    private static func within(_ text: String, _ groups: [String], written: String) throws(KindError) -> Reading {
        let found = numbers(in: text)
        switch found.count {
        case 0:
            if let grouped = Spreadsheet.withoutSeparators(text) {
                throw KindError(
                    written, "is written with separators between its digits", suggestion: grouped, code: .numberInText)
            }
            let isWords = text.unicodeScalars.allSatisfy {
                PlainText.isBlank($0) || $0.isASCII && isAllowed(UInt8($0.value))
            }
            throw KindError(
                written, isWords ? "is not one tracking number" : "holds characters no tracking number has")
        case 1:
            let number = found[0]
            if isCut(number, in: text) {
                throw KindError(
                    written, "is only a part of a number: something stands for characters that are missing",
                    remedy: "write all of its characters", code: .numberInText)
            }
            if isLink(text) {
                return Reading(number: number, note: KindNote("N0611", "the number in the link is \(number)"))
            }
            throw KindError(
                written, "is more than a number: it holds the number \(number)", suggestion: number, code: .numberInText
            )
        default:
            let names = found.prefix(5).joined(separator: ", ")
            let count =
                found.count == 2 ? "two numbers: \(found[0]) and \(found[1])" : "\(found.count) numbers: \(names)"
            throw KindError(
                written, "holds \(count)", remedy: "write each on a line of its own", code: .severalNumbers)
        }
    }

    /// Whether what touches a number stands for more of it: `9400…4567896`, `1Z999*0123456784`.
    private static func isCut(_ number: String, in text: String) -> Bool {
        let text = text.uppercased()
        guard let range = text.firstRange(of: number.uppercased()) else { return false }
        let before = text[..<range.lowerBound]
        let after = text[range.upperBound...]
        let marks: Set<Character> = ["…", "*", "•", "·", "#", "_", "?", "×"]
        // A sentence may end in a question mark.
        return before.last.map { marks.contains($0) && $0 != "#" } ?? false || before.hasSuffix("..")
            || after.first.map { marks.contains($0) && $0 != "?" } ?? false || after.hasPrefix("..")
    }

    private static func isLink(_ text: String) -> Bool {
        (text.contains("://") || text.lowercased().hasPrefix("www.")) && PlainText.words(text).count == 1
    }
}
