/// Brings names people type in many ways to one form.
public enum Folding {
    /// Small letters and digits only: blanks, marks and accents are left out, `&` reads as `and`.
    public static func plain(_ text: String) -> String {
        var result = ""
        for scalar in text.lowercased().unicodeScalars {
            if scalar == "&" {
                result += "and"
            } else if let base = accents[scalar] {
                result += base
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static let accents: [Unicode.Scalar: String] = {
        let groups: [(String, String)] = [
            ("àáâãäåā", "a"), ("çćč", "c"), ("èéêëēěę", "e"), ("ìíîïī", "i"), ("ñńň", "n"), ("òóôõöøō", "o"),
            ("ùúûüūů", "u"), ("ýÿ", "y"), ("šśş", "s"), ("žźż", "z"), ("ł", "l"), ("ß", "ss"), ("æ", "ae"), ("œ", "oe"),
            ("ğ", "g"), ("ř", "r"), ("ď", "d"), ("ť", "t"), ("ı", "i"),
        ]
        var table: [Unicode.Scalar: String] = [:]
        for (letters, base) in groups {
            for scalar in letters.unicodeScalars { table[scalar] = base }
        }
        return table
    }()
}
