/// A country of ISO 3166-1, or Kosovo by the code carriers use for it.
public struct Country: Sendable, Equatable, Hashable {
    /// Two capital letters: `US`.
    public let code: String
    /// Three capital letters: `USA`.
    public let longCode: String
    /// Three digits: `840`; empty where there is none.
    public let number: String
    /// In English.
    public let name: String

    /// What is sent: the code in small letters. The service takes either.
    public var wire: String { code.lowercased() }
}

extension Country {
    /// What a text people wrote for a country comes to.
    public enum Reading: Sendable, Equatable {
        case known(Country)
        /// A name of several: `Congo`, `Korea`.
        case ambiguous([Country])
        case unknown(nearest: Country?)
    }

    /// All of them, by code.
    public static var all: [Country] { CountryIndex.shared.all }

    /// The country of a code of two capital letters.
    public init?(code: String) {
        guard let country = CountryIndex.shared.byWord[code.lowercased()], country.code == code else { return nil }
        self = country
    }

    /// Reads a code, a name or an alias, whatever the case, accents left out or not; nil where it names none or several.
    public init?(_ text: String) {
        guard case .known(let country) = Country.find(text) else { return nil }
        self = country
    }

    /// Reads a code of two letters, three letters or three digits, or a name in one of many languages: the one reader of
    /// countries.
    public static func read(_ text: String) -> Reading {
        if let found = find(text) { return found }
        return .unknown(nearest: nearest(to: text))
    }

    /// The country whose code or name is nearest to a mistyped one; nil where none is near.
    public static func nearest(to text: String) -> Country? {
        let index = CountryIndex.shared
        return memo.value(for: text) {
            if let country = Nearest.match(text, in: index.all.map({ ($0.name, $0) })) { return country }
            let names = CountryNames.shared.all.filter { $0.name.count > 4 }
            return Nearest.match(text, in: names.map { ($0.name, index.all[$0.place]) })
        }
    }

    private static let memo = NearestMemo<Country>()

    private static func find(_ text: String) -> Reading? {
        let clean = PlainText.trimmed(PlainText.narrowed(text))
        if let found = found(clean) { return found }
        // `United States (US)`: both must mean the same.
        if clean.last == ")", let open = clean.lastIndex(of: "(") {
            let inside = clean[clean.index(after: open)...].dropLast()
            if let first = found(String(clean[..<open])), first == found(String(inside)) { return first }
        }
        // `Korea, Republic of`
        let parts = clean.split(separator: ",")
        if parts.count == 2, let found = found("\(parts[1]) \(parts[0])") { return found }
        return nil
    }

    private static func found(_ text: String) -> Reading? {
        let index = CountryIndex.shared
        // `st` is a code, and a short form of Saint.
        if let country = index.byWord[Folding.plain(text)] { return .known(country) }
        let word = CountryIndex.plain(text)
        guard !word.isEmpty else { return nil }
        if let country = index.byWord[word] { return .known(country) }
        guard let places = CountryNames.shared.byWord[word] else { return nil }
        let countries = places.map { index.all[$0] }
        return countries.count == 1 ? countries.first.map { .known($0) } : .ambiguous(countries)
    }
}

/// The embedded table: codes and English names, which nearly every text is.
struct CountryIndex: Sendable {
    static let shared = CountryIndex(lines: PackageResources.countries_txt)

    let all: [Country]
    /// By code of two letters, three letters, three digits, and English name.
    let byWord: [String: Country]
    /// For each country, its other names as the table has them.
    let others: [Substring]

    /// A line a country: code, three letters, number, English name, other names with semicolons; `#` begins a comment.
    init(lines bytes: [UInt8]) {
        var all: [Country] = []
        var others: [Substring] = []
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
            guard cells.count == 5 else { continue }
            all.append(
                Country(
                    code: String(cells[0]), longCode: String(cells[1]), number: String(cells[2]), name: String(cells[3])
                ))
            others.append(cells[4])
        }
        var byWord: [String: Country] = [:]
        for country in all {
            for word in [country.longCode, country.number, CountryIndex.plain(country.name)] where !word.isEmpty {
                byWord[word.lowercased()] = country
            }
        }
        for country in all { byWord[country.code.lowercased()] = country }
        // In every other file; the further names need not be read for it.
        byWord["uk"] = byWord["gb"]
        self.all = all
        self.byWord = byWord
        self.others = others
    }

    /// Small letters and digits; without `the`, and `St` as `Saint`.
    static func plain(_ text: String) -> String {
        var result = ""
        for word in PlainText.words(text) {
            switch Folding.plain(word) {
            case "the": continue
            case "st": result += "saint"
            case let plain: result += plain
            }
        }
        return result
    }
}

/// Every other name of every country, read when a text is no code and no English name.
struct CountryNames: Sendable {
    static let shared = CountryNames(CountryIndex.shared)

    /// The names as the table has them, and which of all countries each means.
    let all: [(name: String, place: Int)]
    /// Which of all countries a name brought to plain letters means: several for `Congo`.
    let byWord: [String: [Int]]

    init(_ index: CountryIndex) {
        var all: [(String, Int)] = []
        var byWord: [String: [Int]] = [:]
        for (place, names) in index.others.enumerated() {
            for name in names.split(separator: ";") {
                all.append((String(name), place))
                let word = CountryIndex.plain(String(name))
                if byWord[word]?.last != place { byWord[word, default: []].append(place) }
            }
        }
        self.all = all
        self.byWord = byWord
    }
}
