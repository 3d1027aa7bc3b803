public import TMSBase

/// The texts of `reply` in every language: one for each situation, and the parts that several of them share.
public struct ReplyTexts: Sendable, Equatable {
    private typealias Texts = [SpokenLanguage: [String: ReplyTemplate]]

    /// Those that the configuration has put in the place of others.
    private var replaced: Texts = [:]

    /// As they come with tms.
    public static let standard = ReplyTexts()

    /// Read by the first who writes to a customer: they take longer than the start of tms.
    private static let usual = read(String(decoding: PackageResources.replies_txt, as: UTF8.self))

    private init() {}

    private func template(_ key: String, in language: SpokenLanguage) -> ReplyTemplate? {
        replaced[language]?[key] ?? Self.usual[language]?[key]
    }

    /// What a text may hold that depends on the parcel.
    public static let places = [
        "name", "number", "title", "order", "to", "country", "date", "place", "days", "answered", "carrier",
    ]

    /// The text for a situation, filled; nil where there is none.
    func text(_ situation: ReplySituation, in language: SpokenLanguage, _ facts: [String: String]) -> String? {
        filled(situation.rawValue, in: language, facts, depth: 0)
    }

    private func filled(
        _ key: String, in language: SpokenLanguage, _ facts: [String: String], depth: Int
    ) -> String? {
        // A part that is made of itself would have no end.
        guard depth < 4, let template = template(key, in: language) else { return nil }
        return template.text { facts[$0] ?? filled($0, in: language, facts, depth: depth + 1) }
    }

    /// Puts a text of the configuration in the place of the one that comes with tms.
    ///
    /// - Throws: where the key, or a place in the text, is none, or the text would have a gap where something is not known.
    public mutating func replace(
        _ key: String, in language: SpokenLanguage, by text: String
    ) throws(UnreadableText) {
        let own = Self.usual[language] ?? [:]
        guard own[key] != nil else {
            throw UnreadableText(
                "is no text of `reply`", remedy: "one of \(own.keys.sorted().joined(separator: ", "))")
        }
        let template = try ReplyTemplate(text)
        let parts = Set(own.keys).subtracting(ReplySituation.allCases.map(\.rawValue)).subtracting([key])
        for place in template.places where !ReplyTexts.places.contains(place) && !parts.contains(place) {
            let known = ReplyTexts.places + parts.sorted()
            throw UnreadableText(
                "has a place `{\(place)}` that nothing fills", remedy: "one of \(known.joined(separator: ", "))")
        }
        for place in template.needed where ReplyTexts.places.contains(place) && place != "number" {
            throw UnreadableText(
                "would have a gap where `\(place)` is not known",
                remedy: "write what depends on it in brackets: [ … {\(place)} …]")
        }
        replaced[language, default: [:]][key] = template
    }

    private static func read(_ lines: String) -> Texts {
        var texts: Texts = [:]
        var language: SpokenLanguage?
        for line in lines.split(separator: "\n") where !line.hasPrefix("#") {
            if line.utf8.count == 4, line.hasPrefix("["), line.hasSuffix("]") {
                language = SpokenLanguage(rawValue: String(line.dropFirst().dropLast()))
            } else if let language, let mark = line.firstRange(of: " = "),
                let template = try? ReplyTemplate(String(line[mark.upperBound...]))
            {
                texts[language, default: [:]][String(line[..<mark.lowerBound])] = template
            }
        }
        return texts
    }
}
