/// A language as the service codes it: mostly two letters of ISO 639, with `cn` and `tw` for the two Chinese scripts.
public struct Language: Sendable, Equatable {
    public let code: String
    /// In English; the code where the service's own list does not name it.
    public let name: String

    /// Reads a code, an ISO code or an English name. Any two letters pass, for carriers' sites speak more than the list.
    public init?(_ text: String) {
        let word = Folding.plain(text)
        if let known = Language.words[word] {
            self = known
        } else if word.utf8.count == 2, word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) {
            self.init(word, word)
        } else {
            return nil
        }
    }

    /// The languages of the service's own site.
    public static let all: [Language] = [
        Language("en", "English"), Language("cn", "Chinese"), Language("tw", "Traditional Chinese"),
        Language("es", "Spanish"), Language("ru", "Russian"), Language("it", "Italian"), Language("fr", "French"),
        Language("de", "German"), Language("pt", "Portuguese"), Language("pl", "Polish"), Language("nl", "Dutch"),
        Language("ja", "Japanese"), Language("ko", "Korean"), Language("ar", "Arabic"), Language("tr", "Turkish"),
        Language("id", "Indonesian"), Language("sv", "Swedish"),
    ]

    private init(_ code: String, _ name: String) {
        self.code = code
        self.name = name
    }

    private static let words: [String: Language] = {
        var words: [String: Language] = [:]
        for language in all {
            words[language.code] = language
            words[Folding.plain(language.name)] = language
        }
        for (alias, code) in [
            ("zh", "cn"), ("zhcn", "cn"), ("zhhans", "cn"), ("simplifiedchinese", "cn"), ("zhtw", "tw"),
            ("zhhant", "tw"),
            ("zhhk", "tw"), ("jp", "ja"), ("kr", "ko"), ("se", "sv"),
        ] {
            words[alias] = words[code]
        }
        return words
    }()
}
