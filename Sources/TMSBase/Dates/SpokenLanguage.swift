/// A language in which tms writes dates and sentences for people.
public enum SpokenLanguage: String, Sendable, CaseIterable {
    case english = "en"
    case german = "de"
    case french = "fr"
    case spanish = "es"
    case dutch = "nl"
    case italian = "it"
    case portuguese = "pt"
    case chinese = "zh"
    case japanese = "ja"

    /// Reads a code or a name, in English or in the language itself, whatever the case; of `pt-BR` the first part counts.
    public init?(_ text: String) {
        let word = text.lowercased()
        if let language = SpokenLanguage.words[word] {
            self = language
            return
        }
        guard let end = word.firstIndex(where: { $0 == "-" || $0 == "_" }), word[..<end].utf8.count == 2,
            !["tw", "hk", "hant"].contains(where: { word[end...].dropFirst().hasPrefix($0) }),
            let language = SpokenLanguage.words[String(word[..<end])]
        else { return nil }
        self = language
    }

    /// In English, with a capital.
    public var name: String { names.english }

    /// `en, de, fr, es, nl, it, pt, zh or ja`.
    public static var choice: String {
        let codes = allCases.map(\.rawValue)
        return codes.dropLast().joined(separator: ", ") + " or " + codes.suffix(1).joined()
    }

    private static let words: [String: SpokenLanguage] = {
        var words: [String: SpokenLanguage] = ["cn": .chinese, "jp": .japanese]
        for language in allCases {
            words[language.rawValue] = language
            words[language.names.english.lowercased()] = language
            words[language.names.own] = language
        }
        return words
    }()

    private var names: (english: String, own: String) {
        switch self {
        case .english: ("English", "english")
        case .german: ("German", "deutsch")
        case .french: ("French", "français")
        case .spanish: ("Spanish", "español")
        case .dutch: ("Dutch", "nederlands")
        case .italian: ("Italian", "italiano")
        case .portuguese: ("Portuguese", "português")
        case .chinese: ("Chinese", "中文")
        case .japanese: ("Japanese", "日本語")
        }
    }
}

// MARK: Months and days

extension SpokenLanguage {
    /// January first.
    public var months: [String] { list(words.months) }

    /// As calendars and tables shorten them; in Chinese and Japanese the months themselves.
    public var shortMonths: [String] { list(words.shortMonths) }

    /// Monday first.
    public var weekdays: [String] { list(words.weekdays) }

    /// Monday first.
    public var shortWeekdays: [String] { list(words.shortWeekdays) }

    private func list(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

    private var words: (months: String, shortMonths: String, weekdays: String, shortWeekdays: String) {
        switch self {
        case .english:
            (
                "January February March April May June July August September October November December",
                "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
                "Monday Tuesday Wednesday Thursday Friday Saturday Sunday", "Mon Tue Wed Thu Fri Sat Sun"
            )
        case .german:
            (
                "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
                "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
                "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag", "Mo Di Mi Do Fr Sa So"
            )
        case .french:
            (
                "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
                "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
                "lundi mardi mercredi jeudi vendredi samedi dimanche", "lun. mar. mer. jeu. ven. sam. dim."
            )
        case .spanish:
            (
                "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
                "ene feb mar abr may jun jul ago sept oct nov dic",
                "lunes martes miércoles jueves viernes sábado domingo", "lun mar mié jue vie sáb dom"
            )
        case .dutch:
            (
                "januari februari maart april mei juni juli augustus september oktober november december",
                "jan feb mrt apr mei jun jul aug sep okt nov dec",
                "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag", "ma di wo do vr za zo"
            )
        case .italian:
            (
                "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
                "gen feb mar apr mag giu lug ago set ott nov dic",
                "lunedì martedì mercoledì giovedì venerdì sabato domenica", "lun mar mer gio ven sab dom"
            )
        case .portuguese:
            (
                "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
                "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.",
                "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
                "seg. ter. qua. qui. sex. sáb. dom."
            )
        case .chinese:
            (
                "一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月",
                "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月", "星期一 星期二 星期三 星期四 星期五 星期六 星期日",
                "周一 周二 周三 周四 周五 周六 周日"
            )
        case .japanese:
            (
                "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月", "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
                "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日", "月 火 水 木 金 土 日"
            )
        }
    }
}

extension CivilDay {
    /// The day as a letter in that language dates it: `11. November 2026`, `1er novembre 2026`, `2026年11月11日`.
    public func text(in language: SpokenLanguage) -> String {
        let months = language.months
        // A month is one of twelve, and each language has as many.
        let name = months.indices.contains(month - 1) ? months[month - 1] : ""
        return switch language {
        case .english, .dutch: "\(day) \(name) \(year)"
        case .german: "\(day). \(name) \(year)"
        case .french: "\(day == 1 ? "1er" : "\(day)") \(name) \(year)"
        case .italian: "\(day == 1 ? "1º" : "\(day)") \(name) \(year)"
        case .spanish: "\(day) de \(name) de \(year)"
        case .portuguese: "\(day == 1 ? "1º" : "\(day)") de \(name) de \(year)"
        case .chinese, .japanese: "\(year)年\(month)月\(day)日"
        }
    }
}
