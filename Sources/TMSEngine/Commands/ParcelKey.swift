import TMSCommands
import TrackingMore

/// What tells one parcel of an account from another: its number, whatever the capitals, and its courier.
struct ParcelKey: Hashable {
    private let number: String
    private let carrier: String

    init(_ number: String?, _ carrier: String?) {
        self.number = (number ?? "").uppercased()
        self.carrier = (carrier ?? "").lowercased()
    }
}

extension CallPerformer {
    /// The rows the account holds for the numbers of these calls; nil where it cannot be read.
    func tracked(_ calls: [EndpointCall]) async -> [ParcelKey: JSON]? {
        var rows: [ParcelKey: JSON] = [:]
        let numbers = calls.compactMap(\.number)
        for start in stride(from: 0, to: numbers.count, by: 40) {
            let part = numbers[start..<min(start + 40, numbers.count)].map { JSON.string($0) }
            guard let request = try? Endpoint.listTrackings.request(["numbers": .array(part)]) else { return nil }
            switch await send(OutgoingRequest(request, of: .listTrackings, items: part.count)) {
            case .success(let answer):
                for row in Endpoint.listTrackings.rows(of: answer.data) {
                    rows[ParcelKey(row["tracking_number"]?.text, row["carrier_code"]?.text)] = row
                }
            case .failure(.refused(let refusal, _)) where Endpoint.listTrackings.meansNoRows(refusal.code): continue
            case .failure: return nil
            }
        }
        return rows
    }
}

extension EndpointCall {
    var changesCarrier: Bool { endpoint.parameter("update_carrier_code") != nil }

    /// The courier the account holds once the call is done.
    var carrierAfterwards: String? { arguments["update_carrier_code"]?.text ?? carrier }
}
