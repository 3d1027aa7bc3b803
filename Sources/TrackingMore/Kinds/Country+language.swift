public import TMSBase

extension Country {
    /// What the country is called in a language.
    public func name(in language: SpokenLanguage) -> String {
        guard let place = CountryLanguages.order.firstIndex(of: language) else { return name }
        let names = CountryLanguages.shared.names[code] ?? []
        return names.indices.contains(place) ? names[place] : name
    }

    /// Where something goes that goes there, behind a verb, in the languages that need more than the name: `to the United
    /// States`, `in die Schweiz`. In all others the name, to stand behind a label.
    public func goal(in language: SpokenLanguage) -> String {
        switch language {
        case .english: "to " + (hasEnglishArticle ? "the " : "") + name
        case .german: germanGoal
        case .french, .spanish, .dutch, .italian, .portuguese, .chinese, .japanese: name(in: language)
        }
    }

    private var hasEnglishArticle: Bool {
        name.hasSuffix("Islands") || name.hasSuffix("Republic") || name.hasSuffix("Territories")
            || ["US", "GB", "AE", "NL", "PH", "BS", "MV", "GM", "KM", "SC", "CD", "CG", "IO", "TF", "IM"].contains(code)
    }

    private var germanGoal: String {
        if let goal = CountryLanguages.germanGoals[code] { return goal }
        let name = name(in: .german)
        let isIsland = name.hasSuffix("inseln") || name.hasSuffix("insel")
        return (isIsland ? "auf die " : "nach ") + name
    }
}

/// The names of countries in other languages than English, read when one is asked for.
private struct CountryLanguages {
    static let shared = CountryLanguages()
    /// As the lines of the table have them.
    static let order: [SpokenLanguage] = [
        .german, .french, .spanish, .dutch, .italian, .portuguese, .chinese, .japanese,
    ]

    let names: [String: [String]]

    /// A line a country: its code, then a name in each language.
    private init() {
        var names: [String: [String]] = [:]
        let text = String(decoding: PackageResources.country_names_txt, as: UTF8.self)
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let cells = line.split(separator: "|").map(String.init)
            guard let code = cells.first, cells.count == CountryLanguages.order.count + 1 else { continue }
            names[code] = Array(cells.dropFirst())
        }
        self.names = names
    }

    /// Countries whose German name has an article, and islands that do not end in it.
    static let germanGoals = [
        "AE": "in die Vereinigten Arabischen Emirate", "BS": "auf die Bahamas",
        "CD": "in die Demokratische Republik Kongo",
        "CF": "in die Zentralafrikanische Republik", "CG": "in die Republik Kongo", "CH": "in die Schweiz",
        "DO": "in die Dominikanische Republik", "FO": "auf die Färöer", "GB": "in das Vereinigte Königreich",
        "GS": "nach Südgeorgien und auf die Südlichen Sandwichinseln",
        "HM": "auf die Inseln Heard und McDonald", "IM": "auf die Isle of Man",
        "IO": "in das Britische Territorium im Indischen Ozean",
        "IQ": "in den Irak", "IR": "in den Iran", "KM": "auf die Komoren", "LB": "in den Libanon",
        "MD": "in die Republik Moldau", "MN": "in die Mongolei", "MV": "auf die Malediven", "NE": "in den Niger",
        "NL": "in die Niederlande", "PH": "auf die Philippinen", "SC": "auf die Seychellen", "SD": "in den Sudan",
        "SK": "in die Slowakei", "SN": "in den Senegal", "SS": "in den Südsudan", "TD": "in den Tschad",
        "TF": "in die Französischen Süd- und Antarktisgebiete", "TR": "in die Türkei", "UA": "in die Ukraine",
        "UM": "auf die Amerikanischen Überseeinseln", "US": "in die Vereinigten Staaten", "VA": "in die Vatikanstadt",
        "VG": "auf die Britischen Jungferninseln", "VI": "auf die Amerikanischen Jungferninseln", "YE": "in den Jemen",
    ]
}
