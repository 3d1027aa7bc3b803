import TMSCommands
import TMSRuntime
import TrackingMore

/// Gathers what a program would do while it is planned.
final class PlanBook {
    /// What the wire calls the title of a parcel.
    private let titleField: String?
    /// All rows are kept, for a file.
    private let keepsRows: Bool
    private(set) var rows: [EndpointCall] = []
    private var price = PlanPrice()
    private var batches = 0
    private var losing: [String: String] = [:]
    let meter: PlanMeter

    private static let samples = 3
    private static let titleWord = "title"

    init(_ dialect: Dialect, keepsRows: Bool, meter: PlanMeter) {
        titleField = dialect.calls.create.parameters.first { $0.word == Self.titleWord }?.field
        self.keepsRows = keepsRows
        self.meter = meter
    }

    /// A request is planned whose rows are added next.
    func beginBatch() { batches += 1 }

    /// - Parameter held: what the account holds of the parcel; nil where it holds none.
    func add(_ call: EndpointCall, held: JSON?) {
        let verb = call.verb.line.verb
        Self.count(verb, in: &price.verbs)
        price.quota += call.endpoint.quota(for: 1) ?? 0
        if call.endpoint.inverse == nil { Self.count(verb, in: &price.lost) }
        if let losing = call.endpoint.inverse?.losing { price.losing[verb] = losing }
        if price.samples.count < Self.samples, let number = call.number {
            let title = titleField.flatMap { call.arguments[$0]?.text ?? held?[$0]?.text }
            price.samples.append(PlanPrice.Sample(number: number, carrier: call.carrier, title: title))
        }
        guard keepsRows else { return }
        var call = call
        call.row = nil
        call.ranges = [:]
        call.isCarrierFound = false
        call.planned = EndpointCall.Planned(batch: batches, parcel: held.map { ParcelDigest.of($0) })
        rows.append(call)
    }

    /// The program reads something of the account.
    func noteRead(of call: EndpointCall) {
        if batches > 0, call.endpoint.effect == .read, call.endpoint.cost == .free { price.readsAfterWrite = true }
    }

    /// A parcel is followed already, as was asked.
    func addAlready() { price.already += 1 }

    /// What became of the rows of a loop or a command.
    func add(_ summary: RowsSummary) {
        price.failed += summary.failed
        for cause in summary.causes {
            for _ in 0..<cause.rows { Self.count(cause.word, in: &price.causes) }
        }
    }

    /// What the run would have used so far.
    var used: (calls: Int, quota: Int) {
        let counts = meter.snapshot
        let reads = counts.paidReads.compactMap { $0.endpoint.quota(for: $0.items) }
        return (counts.calls.values.reduce(0, +), price.quota + reads.reduce(0, +))
    }

    /// All of it, but for what only the account knows.
    var priced: PlanPrice {
        var price = price
        let counts = meter.snapshot
        price.calls = counts.calls.values.reduce(0, +)
        price.seconds = counts.calls.map { rate, calls in (calls + rate - 1) / rate }.reduce(0, +)
        price.byHand = counts.byHand
        price.paidReads = counts.paidReads.map { read in
            let verb = read.endpoint.lines.first?.verb ?? read.endpoint.id
            return PlanPrice.PaidRead(
                verb: verb, items: read.items, quota: read.endpoint.quota(for: read.items, calls: read.calls))
        }
        price.causes.sort { ($1.rows, $0.word) < ($0.rows, $1.word) }
        return price
    }

    private static func count(_ word: String, in counts: inout [RowsSummary.Count]) {
        if let place = counts.firstIndex(where: { $0.word == word }) {
            counts[place].rows += 1
        } else {
            counts.append(RowsSummary.Count(word, 1))
        }
    }
}

extension Endpoint {
    /// What reads take from the quota; nil where nobody knows.
    fileprivate func quota(for items: Int, calls: Int) -> Int? {
        switch cost {
        case .free: 0
        case .perItem: quota(for: items)
        case .onePerCalls(let each): (calls + max(1, each) - 1) / max(1, each)
        case .unknown: nil
        }
    }
}
