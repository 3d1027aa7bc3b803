public import TMSBase
import TrackingMore

/// What a mail, a chat, a column or a label holds that somebody who follows parcels may ask about.
///
/// Numbers are recognised by the one reader of numbers, `TrackingNumber`.
public struct DeskText: Sendable {
    public struct Item: Sendable, Equatable {
        public enum Sort: Sendable, Equatable {
            case number
            /// Its digits are lost.
            case lost
            /// Something that may be the number of an order.
            case order
            case email
        }

        public let sort: Sort
        /// As it stands in the text.
        public let written: String
        /// As it is sent.
        public let value: String
        /// What is odd about it.
        public var note: String?
        /// How often the text has it.
        public var count = 1
        /// An order that is called one: it has a `#`, or a word for it stands before.
        public var isCertain = false
    }

    /// In the order of the text, each once.
    public private(set) var items: [Item] = []

    public init(_ text: String) {
        let text = DeskText.spaced(text)
        for found in TrackingNumber.find(in: text) {
            if let repaired = DeskText.repaired(found.number) {
                let note = DeskText.repairNote(found.number)
                add(Item(sort: .number, written: found.written, value: repaired, note: note))
            } else {
                let note = DeskText.note(on: found.number)
                add(Item(sort: .number, written: found.written, value: found.number, note: note))
            }
        }
        addTokens(of: text)
    }

    /// The text with a blank wherever a number meets Chinese or Japanese characters, which need none: `单号是LK555123405CN`.
    public static func spaced(_ text: String) -> String {
        var spaced = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let last = spaced.last, isEastern(last) != isEastern(scalar), isPlain(last) || isPlain(scalar) {
                spaced.append(" ")
            }
            spaced.append(scalar)
        }
        return String(spaced)
    }

    private static func isEastern(_ scalar: Unicode.Scalar) -> Bool {
        (0x3040...0x9FFF).contains(scalar.value) || (0xAC00...0xD7AF).contains(scalar.value)
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }

    public var numbers: [Item] { items.filter { $0.sort == .number } }

    private mutating func add(_ item: Item) {
        if let place = items.firstIndex(where: { $0.sort == item.sort && $0.value == item.value }) {
            items[place].count += 1
        } else {
            items.append(item)
        }
    }

    private mutating func addTokens(of text: String) {
        let written = Set(items.flatMap { [$0.value] + $0.written.split(separator: " ").map(String.init) })
        var sinceOrderWord = Int.max
        for token in text.split(whereSeparator: { $0.isWhitespace || ";\"<>()[]|，。；：".contains($0) }) {
            var word = token[...]
            while let last = word.last, ".,:!?'".contains(last) { word = word.dropLast() }
            while let first = word.first, "'¿¡".contains(first) { word = word.dropFirst() }
            sinceOrderWord = sinceOrderWord == .max ? .max : sinceOrderWord + 1
            if DeskText.orderWords.contains(word.lowercased()) { sinceOrderWord = 0 }
            guard !written.contains(String(word)), (3...60).contains(word.utf8.count) else { continue }
            add(String(word), followsOrderWord: sinceOrderWord <= 3)
        }
    }

    private mutating func add(_ word: String, followsOrderWord: Bool) {
        if word.contains("@") {
            let sides = word.split(separator: "@", omittingEmptySubsequences: false)
            if sides.count == 2, sides.allSatisfy({ !$0.isEmpty }), sides[1].contains(".") {
                add(Item(sort: .email, written: word, value: word))
            }
            return
        }
        guard word.contains(where: { $0.isASCII && $0.isNumber }) else { return }
        do throws(KindError) {
            _ = try TrackingNumber.read(word)
        } catch {
            if error.code == .shortened {
                let note = "shortened by a spreadsheet: its digits are lost"
                return add(Item(sort: .lost, written: word, value: word, note: note))
            }
        }
        if let repaired = DeskText.repaired(word) {
            return add(Item(sort: .number, written: word, value: repaired, note: DeskText.repairNote(word)))
        }
        let isPlain = word.unicodeScalars.allSatisfy { scalar in
            DeskText.isPlain(scalar) || "#-/_".unicodeScalars.contains(scalar)
        }
        guard isPlain, word.utf8.count <= 24 else { return }
        var item = Item(sort: .order, written: word, value: word)
        item.isCertain = followsOrderWord || word.hasPrefix("#")
        add(item)
    }

    // MARK: Numbers that are not quite right

    private static func note(on number: String) -> String? { TrackingNumber.note(on: number)?.text }

    private static func repairNote(_ written: String) -> String {
        "written \(written); with its letters and digits told apart the check digit fits"
    }

    /// The number with O for 0 and I for 1, or the other way about, where only so its check digit fits.
    static func repaired(_ word: String) -> String? {
        let letters = Array(word.uppercased())
        guard (8...40).contains(letters.count), letters.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }),
            letters.count(where: \.isNumber) >= 5, !fits(word)
        else { return nil }
        let digits = letters.map { digit(for: $0) }
        var candidates = [digits]
        if letters.count == 13 {
            // Two letters, nine digits, two letters.
            candidates.append(
                letters.indices.map { (2..<11).contains($0) ? digit(for: letters[$0]) : letter(for: letters[$0]) })
        }
        if letters.starts(with: ["I", "Z"]) { candidates.append(["1", "Z"] + letters.dropFirst(2)) }
        return candidates.map { String($0) }.first { $0 != String(letters) && fits($0) }
    }

    private static func fits(_ number: String) -> Bool {
        TrackingNumber(number).guesses.contains { $0.fits == true && $0.confidence >= .likely }
    }

    private static func digit(for letter: Character) -> Character {
        switch letter {
        case "O": "0"
        case "I", "L": "1"
        default: letter
        }
    }

    private static func letter(for digit: Character) -> Character {
        switch digit {
        case "0": "O"
        case "1": "I"
        default: digit
        }
    }

    private static let orderWords: Set<String> = [
        "order", "orders", "bestellung", "bestellnummer", "auftrag", "commande", "pedido", "bestelling", "ordine",
        "encomenda", "订单", "订单号", "注文", "注文番号",
    ]
}

extension SpokenLanguage {
    /// The language a text is most likely in: that of most of its commonest words; English where none stands out.
    public init(guessedFrom text: String) {
        let scalars = text.unicodeScalars
        if scalars.contains(where: { (0x3040...0x30FF).contains($0.value) }) {
            self = .japanese
        } else if scalars.contains(where: { (0x4E00...0x9FFF).contains($0.value) }) {
            self = .chinese
        } else {
            let words = text.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" }.map(String.init)
            var best: (count: Int, language: SpokenLanguage) = (0, .english)
            for (language, common) in SpokenLanguage.commonWords {
                let count = words.count { common.contains($0) }
                if count > best.count { best = (count, language) }
            }
            self = best.language
        }
    }

    private static let commonWords: [(SpokenLanguage, Set<String>)] = [
        (.english, words("the is my where hello please and not i have parcel order you hi it")),
        (.german, words("der die das ist mein meine wo ich und nicht guten tag hallo paket bitte bestellung noch")),
        (.french, words("le la les est mon ma où je et pas bonjour colis commande merci votre mes")),
        (.spanish, words("el los mi dónde donde está y hola paquete pedido gracias buenos días no mis")),
        (.dutch, words("de het een mijn waar ik en niet goedendag hallo pakket bestelling is nog beste")),
        (.italian, words("il lo mio dove è buongiorno pacco ordine grazie non ho salve mia")),
        (.portuguese, words("o minha meu onde está olá encomenda obrigado obrigada não pedido bom dia")),
    ]

    private static func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }
}
