/// The embedded list, read when the first carrier is asked for.
struct CarrierIndex: Sendable {
    static let shared = CarrierIndex(csv: PackageResources.carriers_csv)

    /// By code.
    let all: [Carrier]

    /// Columns: code, name, name at home, country, phone, homepage, tracking page, type; sorted by code.
    init(csv: [UInt8]) {
        all = csv.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).dropFirst().compactMap { line in
            let cells = CarrierIndex.cells(line)
            guard cells.count == 8, let type = Carrier.CarrierType(rawValue: cells[7]) else { return nil }
            return Carrier(
                code: cells[0], name: cells[1], localName: cells[2], country: cells[3], phone: cells[4],
                homepage: cells[5], trackingPage: cells[6], type: type)
        }
    }

    /// The carrier of a code, found by halving.
    func carrier(code: String) -> Carrier? {
        var low = 0
        var high = all.count
        while low < high {
            let middle = low + (high - low) / 2
            if all[middle].code < code { low = middle + 1 } else { high = middle }
        }
        return low < all.count && all[low].code == code ? all[low] : nil
    }

    /// A cell in quotes may hold commas; none holds a quote or a line end.
    private static func cells(_ line: ArraySlice<UInt8>) -> [String] {
        var cells: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        for byte in line {
            switch byte {
            case 0x22: isQuoted.toggle()
            case 0x2C where !isQuoted:
                cells.append(String(decoding: cell, as: UTF8.self))
                cell = []
            default: cell.append(byte)
            }
        }
        return cells + [String(decoding: cell, as: UTF8.self)]
    }
}

/// The names of the carriers in the form searches compare, read when a text is no code of the list.
struct CarrierNames: Sendable {
    static let shared = CarrierNames(CarrierIndex.shared)

    struct Entry: Sendable {
        let carrier: Carrier
        /// Code, name, name at home, and the name without the country in front of it, in plain letters.
        let words: [String]
    }

    enum Found: Sendable, Equatable {
        case one(Carrier)
        case several([Carrier])
    }

    let all: [Entry]
    /// Which of all have a name that reads so, by name as it is written in small letters.
    private let byName: [String: [Int]]
    /// By any of the names in plain letters.
    private let byWord: [String: [Int]]

    init(_ index: CarrierIndex) {
        var all: [Entry] = []
        var byName: [String: [Int]] = [:]
        var byWord: [String: [Int]] = [:]
        for (place, carrier) in index.all.enumerated() {
            var names = [carrier.code, carrier.name, carrier.localName].filter { !$0.isEmpty }
            if let short = CarrierNames.withoutCountry(carrier) { names.append(short) }
            byName[carrier.name.lowercased(), default: []].append(place)
            var words: [String] = []
            for name in names {
                let word = Folding.plain(name)
                if !word.isEmpty, !words.contains(word) { words.append(word) }
            }
            for word in words { byWord[word, default: []].append(place) }
            all.append(Entry(carrier: carrier, words: words))
        }
        self.all = all
        self.byName = byName
        self.byWord = byWord
    }

    /// The carrier of a code; else of a name as it is written; else of any name whatever the blanks and marks.
    static func found(_ text: String) -> Found? {
        let small = text.lowercased()
        if let carrier = CarrierIndex.shared.carrier(code: small) { return .one(carrier) }
        let names = CarrierNames.shared
        let word = Folding.plain(text)
        guard !word.isEmpty else { return nil }
        for places in [names.byName[small], names.byWord[word]] {
            guard let places else { continue }
            if places.count == 1, let place = places.first { return .one(names.all[place].carrier) }
            return .several(places.map { names.all[$0].carrier })
        }
        return nil
    }

    /// `Royal Mail` of `UK Royal Mail`.
    private static func withoutCountry(_ carrier: Carrier) -> String? {
        let words = PlainText.words(carrier.name)
        guard words.count > 2, let first = words.first, first.utf8.count == 2,
            first.utf8.allSatisfy({ (0x41...0x5A).contains($0) })
        else { return nil }
        return words.dropFirst().joined(separator: " ")
    }
}
