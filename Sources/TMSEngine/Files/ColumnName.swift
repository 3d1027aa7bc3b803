/// What the column under a cell of the header is called.
///
/// The name is the cell without what cannot be seen in it: blanks at its ends, marks of no width, line breaks within
/// (a blank each). An empty one is called `column 3` by its place, and one that is there already gets a number:
/// `Name`, `Name 2`.
struct ColumnName {
    /// As many as there are cells, no two alike.
    let names: [String]
    /// Cells that say the same as one before them, with the names they got.
    let doubled: [(said: String, name: String)]

    init(header cells: [String]) {
        var names: [String] = []
        var doubled: [(said: String, name: String)] = []
        let tidied = cells.map(Self.tidied)
        // A name that is written out is not given to another column.
        var known = Set(tidied)
        var met: Set<String> = []
        for (place, said) in tidied.enumerated() {
            var name = said
            if said.isEmpty || !met.insert(said).inserted {
                let base = said.isEmpty ? "column" : said
                var number = said.isEmpty ? place + 1 : 2
                name = "\(base) \(number)"
                while !known.insert(name).inserted {
                    number += 1
                    name = "\(base) \(number)"
                }
                if !said.isEmpty { doubled.append((said, name)) }
            }
            names.append(name)
        }
        self.names = names
        self.doubled = doubled
    }

    /// The text without what cannot be seen.
    static func tidied(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return text }
        var words: [String] = []
        var word = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.isInvisible { continue }
            guard scalar.properties.isWhitespace || scalar.value < 0x20 else {
                word.append(scalar)
                continue
            }
            // Blanks within a name stay as they are, but for line breaks and tabs.
            let isBlank = scalar.properties.generalCategory == .spaceSeparator
            if isBlank {
                word.append(scalar)
            } else if !word.isEmpty {
                words.append(String(word))
                word = String.UnicodeScalarView()
            }
        }
        words.append(String(word))
        let parts = words.map { $0.trimmingBlanks }.filter { !$0.isEmpty }
        return parts.joined(separator: " ")
    }
}

extension Unicode.Scalar {
    /// Takes no room and means nothing in a name: joiners of scripts that need them are not among these.
    fileprivate var isInvisible: Bool {
        switch value {
        case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF, 0xAD, 0x7F: true
        default: false
        }
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}
