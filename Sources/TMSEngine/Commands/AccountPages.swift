import TMSCommands
import TMSRuntime
import TrackingMore

/// All parcels of an account, read page by page where many single ones are to be read: 10,000 parcels are 5 pages of
/// 2,000 and 250 requests of 40 numbers.
final class AccountPages {
    typealias Read = (JSONObject) async throws(Failure) -> (rows: [JSON], data: JSON)

    /// Larger accounts are read by numbers: their parcels would fill the memory.
    private static let mostParcelsHeld = 20_000
    /// What was read is taken for what the account holds for so many seconds.
    private static let freshness: Double = 600

    private let dialect: Dialect
    private let clock: any EngineClock
    private var held: [String: [JSON]] = [:]
    private var readAt: Double?
    /// Numbers that were written since.
    private var stale: Set<String> = []
    /// The account has too many parcels for what is asked of it: not tried again until more is asked.
    private var refusedFor = 0

    init(_ dialect: Dialect, clock: any EngineClock) {
        self.dialect = dialect
        self.clock = clock
    }

    /// The parcels of these numbers; `nil` where asking for them by number costs fewer calls.
    ///
    /// - Parameter expected: how many numbers will be asked for soon, these among them.
    func rows(of numbers: [String], among expected: Int, _ read: Read) async throws(Failure) -> [JSON]? {
        if let readAt, clock.now() - readAt > Self.freshness { forgetAll() }
        let numbers = numbers.map { $0.uppercased() }
        guard numbers.allSatisfy({ !stale.contains($0) }) else { return nil }
        if readAt == nil {
            guard try await readAll(for: max(expected, numbers.count), read) else { return nil }
        }
        return numbers.flatMap { held[$0] ?? [] }
    }

    func forget(_ number: String) {
        guard readAt != nil else { return }
        held[number.uppercased()] = nil
        stale.insert(number.uppercased())
    }

    private func forgetAll() {
        held = [:]
        stale = []
        readAt = nil
    }

    private func readAll(for count: Int, _ read: Read) async throws(Failure) -> Bool {
        let needed = (count + dialect.numbersInCall - 1) / dialect.numbersInCall
        // One call tells how large the account is.
        guard needed > 2, needed > refusedFor * 2 else { return false }
        var cursor = PageCursor(limit: dialect.largestPage)
        let begun = clock.now()
        while !cursor.isAtEnd {
            let (rows, data) = try await read(cursor.arguments(dialect.fields.request))
            let names = dialect.fields.parcel
            let fresh = try? cursor.take(rows, of: data, names)
            for row in fresh ?? [] {
                guard let number = row[names.number]?.text?.uppercased() else { continue }
                held[number, default: []].append(row)
            }
            // Where a row may be missing, it is asked for by its number.
            guard fresh != nil, !cursor.hasShrunk, cursor.given <= Self.mostParcelsHeld,
                cursor.total ?? 0 <= Self.mostParcelsHeld, cursor.page - 1 + (cursor.pagesLeft ?? 0) < needed
            else {
                forgetAll()
                refusedFor = needed
                return false
            }
        }
        readAt = begun
        return true
    }
}

extension CallPerformer {
    /// The answer to a request for single parcels from pages of the account; `nil` where it is to be sent.
    func read(from batch: CallBatch) async -> APIAnswer? {
        guard batch.isBulk, let first = batch.calls.first, !first.endpoint.effect.isWrite,
            first.endpoint.returns.schema == dialect.parcelRecord, first.bulkNeedsNoCarrier, first.sent.isEmpty,
            case .lists(let list, _, _)? = first.endpoint.bulk?.answer
        else { return nil }
        do throws(Failure) {
            let rows = try await pages.rows(of: batch.calls.compactMap(\.number), among: expected) {
                arguments throws(Failure) in try await self.read(self.dialect.calls.list, arguments, for: first)
            }
            return rows.map { APIAnswer(code: 200, message: nil, data: .object([list: .array($0)]), raw: .null) }
        } catch {
            // By number it is tried once more, and fails with its own reason.
            return nil
        }
    }
}
