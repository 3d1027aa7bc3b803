import TMSCommands
import TMSRuntime
import TrackingMore

/// What the account holds of some numbers, read in as few calls as possible: 40 numbers a call, or the whole account in
/// pages of 2,000 where that comes cheaper.
///
/// Of what was read the fields are kept that a write can set. What is written meanwhile is asked for anew.
final class AccountReader {
    typealias Read = (JSONObject) async throws(Failure) -> (rows: [JSON], data: JSON)

    /// Accounts beyond this are not read whole for a comparison: 20 calls.
    private static let mostParcelsHeld = 40_000

    private let dialect: Dialect
    private var held: [String: [JSON]] = [:]
    /// Numbers of which all is known: nothing is held of those that the account lacks.
    private var asked: Set<String> = []
    /// What the run has created and not written to since.
    private var created: Set<ParcelKey> = []
    private var isWhole = false
    /// Where the reading of the whole account stands; nil where its pages do not make a list.
    private var cursor: PageCursor?
    /// Calls that asked by number so far.
    private var calls = 0

    init(_ dialect: Dialect) {
        self.dialect = dialect
        cursor = PageCursor(limit: dialect.largestPage)
    }

    /// The rows of these numbers.
    ///
    /// - Parameter expected: how many numbers will be asked for soon, these among them, as far as that is known.
    /// - Parameter isThere: the service has just said that the account has them, so what was read before is too old
    ///   where it lacks one.
    func rows(
        of numbers: [String], isThere: Bool = false, among expected: Int = 0, _ read: Read
    ) async throws(Failure) -> [ParcelKey: JSON] {
        let wanted = Array(Set(numbers.map { $0.uppercased() })).sorted()
        var open = wanted.filter { isThere ? held[$0] == nil : !isWhole && !asked.contains($0) }
        if try await readsWhole(for: open.isEmpty ? 0 : max(open.count, expected), read) {
            open = open.filter { isThere && held[$0] == nil }
        }
        for start in stride(from: 0, to: open.count, by: dialect.numbersInCall) {
            let part = Array(open[start..<min(start + dialect.numbersInCall, open.count)])
            calls += 1
            take(try await read([dialect.fields.request.numbers: .array(part.map { .string($0) })]).rows)
            asked.formUnion(part)
        }
        var rows: [ParcelKey: JSON] = [:]
        for row in wanted.lazy.flatMap({ self.held[$0] ?? [] }) { rows[ParcelKey(row, dialect.fields)] = row }
        return rows
    }

    /// Takes in rows that were read for another purpose. More than so many are not kept: then all that was read so is
    /// forgotten.
    func keep(_ rows: [JSON]) {
        makeRoom()
        // Other carriers may have parcels of these numbers that were not asked for.
        take(rows)
    }

    private func makeRoom() {
        guard held.count > Self.mostParcelsHeld, !isWhole else { return }
        held = [:]
        asked = []
        created = []
    }

    /// Whether the run has created the parcel of this create, as far as that is kept in mind.
    func hasCreated(_ call: EndpointCall) -> Bool {
        call.endpoint.effect == .create && created.contains(ParcelKey(call.number, call.carrier))
    }

    /// What is known of these numbers without asking.
    func known(_ numbers: [String]) -> [ParcelKey: JSON] {
        var rows: [ParcelKey: JSON] = [:]
        for row in numbers.lazy.flatMap({ self.held[$0.uppercased()] ?? [] }) {
            rows[ParcelKey(row, dialect.fields)] = row
        }
        return rows
    }

    /// What was read of a parcel; nil where nothing was.
    func known(_ number: String, _ key: ParcelKey) -> JSON? {
        held[number.uppercased()]?.first { ParcelKey($0, dialect.fields) == key }
    }

    /// A parcel was tracked: the account holds what was sent of it, and nothing else.
    func hold(_ call: EndpointCall) {
        guard let number = call.number, let carrier = call.carrier else { return }
        makeRoom()
        created.insert(ParcelKey(number, carrier))
        let names = dialect.fields.parcel
        var row: JSONObject = [names.number: .string(number), names.carrier: .string(carrier)]
        for field in call.endpoint.parameters.flatMap(\.fields) where row[field] == nil {
            row.append(field, call.arguments[field] ?? "")
        }
        take([.object(row)])
    }

    /// A parcel was written: what was read of it is too old.
    func forget(_ number: String) {
        let number = number.uppercased()
        for row in held.removeValue(forKey: number) ?? [] { created.remove(ParcelKey(row, dialect.fields)) }
        asked.remove(number)
    }

    /// Reads the account page by page where asking by number has cost as much, or would.
    private func readsWhole(for count: Int, _ read: Read) async throws(Failure) -> Bool {
        if isWhole { return true }
        let needed = (count + dialect.numbersInCall - 1) / dialect.numbersInCall
        guard count > 0, needed + calls > 2 else { return false }
        while var cursor, !cursor.isAtEnd {
            let pages = cursor.page - 1
            if pages > 0 {
                // By numbers it may come cheaper now; what was read of the pages is kept for later. Where nobody says how
                // many pages there are, no more are tried than asking by number would take.
                let left = cursor.pagesLeft ?? (pages < max(needed + calls, 2) ? 1 : .max)
                guard cursor.total ?? cursor.given <= Self.mostParcelsHeld, left <= max(needed + calls, 2) else {
                    return false
                }
            }
            let (rows, data) = try await read(cursor.arguments(dialect.fields.request))
            let fresh = try? cursor.take(rows, of: data, dialect.fields.parcel)
            take(rows)
            // Where a row may be missing, it is asked for by its number.
            self.cursor = fresh != nil && !cursor.hasShrunk ? cursor : nil
        }
        guard cursor != nil else { return false }
        isWhole = true
        return true
    }

    private func take(_ rows: [JSON]) {
        let names = dialect.fields.parcel
        for row in rows {
            guard let number = row[names.number]?.text?.uppercased() else { continue }
            var slim = JSONObject()
            for (key, value) in row.object ?? JSONObject() where kept.contains(key) { slim.append(key, value) }
            held[number, default: []].removeAll { $0[names.carrier] == row[names.carrier] }
            held[number, default: []].append(.object(slim))
        }
    }

    /// What tells a parcel, and what `track` and `edit` set.
    private lazy var kept: Set<String> = {
        let names = dialect.fields.parcel
        let sent = dialect.calls.create.parameters + dialect.calls.update.parameters
        return Set([names.destinationName, names.id, names.created, names.status] + sent.map(\.field))
    }()
}
