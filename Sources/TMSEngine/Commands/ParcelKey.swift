import TMSCommands
import TrackingMore

/// What tells one parcel of an account from another: its number, whatever the capitals, and its carrier.
struct ParcelKey: Hashable {
    private let number: String
    private let carrier: String

    init(_ number: String?, _ carrier: String?) {
        self.number = (number ?? "").uppercased()
        self.carrier = (carrier ?? "").lowercased()
    }

    /// The parcel that a row of an answer is about.
    init(_ row: JSON, _ names: FieldRoles) {
        self.init(row[names.parcel.number]?.text, row[names.parcel.carrier]?.text)
    }
}

extension CallPerformer {
    /// The rows the account holds for the numbers of these calls; nil where it cannot be read.
    func tracked(_ calls: [EndpointCall]) async -> [ParcelKey: JSON]? {
        var rows: [ParcelKey: JSON] = [:]
        let numbers = calls.compactMap(\.number)
        let list = dialect.calls.list
        for start in stride(from: 0, to: numbers.count, by: dialect.numbersInCall) {
            let part = numbers[start..<min(start + dialect.numbersInCall, numbers.count)].map { JSON.string($0) }
            guard let request = try? list.request([dialect.fields.request.numbers: .array(part)]) else {
                return nil
            }
            switch await send(OutgoingRequest(request, of: list, items: part.count)) {
            case .success(let answer):
                for row in list.rows(of: answer.data) {
                    rows[ParcelKey(row, dialect.fields)] = row
                }
            case .failure(.refused(let refusal, _)) where list.meansNoRows(refusal.code): continue
            case .failure: return nil
            }
        }
        return rows
    }
}

extension EndpointCall {
    var changesCarrier: Bool { endpoint.parameter(dialect.fields.request.newCarrier) != nil }

    /// The carrier the account holds once the call is done.
    var carrierAfterwards: String? { arguments[dialect.fields.request.newCarrier]?.text ?? carrier }
}
