/// A country of ISO 3166-1.
public struct Country: Sendable, Equatable, Hashable {
    /// Two capital letters: `US`.
    public let code: String
    /// In English.
    public let name: String
    /// Other names it is read by: `USA`, `United States of America`.
    public let aliases: [String]

    /// What is sent: the code in small letters. The service takes either.
    public var wire: String { code.lowercased() }
}

extension Country {
    /// All 249, by code.
    public static let all: [Country] = table.split(separator: "\n").map { line in
        let parts = line.split(separator: "|")
        return Country(
            code: parts.first.map(String.init) ?? "", name: parts.dropFirst().first.map(String.init) ?? "",
            aliases: parts.dropFirst(2).first?.split(separator: ";").map(String.init) ?? [])
    }

    /// Reads a code, a name or an alias, whatever the case, accents left out or not.
    public init?(_ text: String) {
        guard let country = Country.byWord[Folding.plain(text)] else { return nil }
        self = country
    }

    /// The country whose code or name is nearest to a mistyped one; nil where none is near.
    public static func nearest(to text: String) -> Country? {
        Nearest.match(text, in: all.flatMap { country in ([country.name] + country.aliases).map { ($0, country) } })
    }

    private static let byWord: [String: Country] = {
        var words: [String: Country] = [:]
        for country in all { words[Folding.plain(country.code)] = country }
        for country in all {
            for name in [country.name] + country.aliases where words[Folding.plain(name)] == nil {
                words[Folding.plain(name)] = country
            }
        }
        return words
    }()
}
