/// The embedded list, read when the first courier is asked for.
struct CarrierIndex: Sendable {
    static let shared = CarrierIndex(csv: PackageResources.couriers_csv)

    let all: [Carrier]
    let byCode: [String: Carrier]
    let byName: [String: Carrier]
    /// With code and name brought to the form searches compare.
    let folded: [(carrier: Carrier, code: String, name: String)]

    /// Columns: code, name, phone, homepage, type; no cell holds a comma or a quote.
    init(csv: [UInt8]) {
        let lines = String(decoding: csv, as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst()
        all = lines.compactMap { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 5, let type = Carrier.CarrierType(rawValue: cells[4]) else { return nil }
            return Carrier(code: cells[0], name: cells[1], phone: cells[2], homepage: cells[3], type: type)
        }
        folded = all.map { ($0, Folding.plain($0.code), Folding.plain($0.name)) }
        byCode = Dictionary(all.map { ($0.code, $0) }) { first, _ in first }
        byName = Dictionary(folded.map { ($0.name, $0.carrier) }) { first, _ in first }
    }
}
