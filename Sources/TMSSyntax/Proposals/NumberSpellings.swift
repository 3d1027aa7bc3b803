/// The tracking numbers that a text holds, however they are grouped: what a proposal may name.
public struct NumberSpellings: Sendable {
    /// Letters and digits in upper case, in runs; behind each run whether only blanks or a minus part it from the next.
    private let runs: [(text: String, goesOn: Bool)]

    public init(_ text: String) {
        var runs: [(text: String, goesOn: Bool)] = []
        var run = ""
        var gap = ""
        for character in text.normalisedMarks {
            if character.isLetter || character.isNumber {
                if run.isEmpty, !runs.isEmpty {
                    runs[runs.count - 1].goesOn = gap.allSatisfy { $0.isWhitespace || $0 == "-" || $0 == "." }
                }
                run.append(character)
                gap = ""
            } else {
                if !run.isEmpty { runs.append((run.uppercased(), false)) }
                run = ""
                gap.append(character)
            }
        }
        if !run.isEmpty { runs.append((run.uppercased(), false)) }
        self.runs = runs
    }

    /// Whether it stands there, alone or as groups of up to eight characters; never as a piece of something longer.
    public func holds(_ number: String) -> Bool {
        let wanted = number.uppercased().filter { $0.isLetter || $0.isNumber }
        for start in runs.indices {
            var text = ""
            for position in start..<runs.count {
                text += runs[position].text
                if text == wanted { return true }
                guard runs[position].goesOn, runs[position].text.count <= 8, text.count < wanted.count else { break }
            }
        }
        return false
    }

    /// The words of a text that could be tracking numbers: eight letters and digits or more, five digits at least, no date.
    public static func numbers(in text: String) -> [String] {
        text.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }.map(String.init).filter { word in
            let digits = word.count { $0.isNumber }
            return word.count >= 8 && digits >= 5 && !word.isDate
        }
    }
}

extension String {
    /// Full-width letters and digits as plain ones, without marks that have no width.
    fileprivate var normalisedMarks: String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: if let plain = Unicode.Scalar(scalar.value - 0xFEE0) { result.append(plain) }
            case 0x200B...0x200F, 0x2060, 0xFEFF: break
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// `2026-03-05`.
    fileprivate var isDate: Bool {
        let parts = split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 3 && parts.map(\.count) == [4, 2, 2] && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
    }
}
