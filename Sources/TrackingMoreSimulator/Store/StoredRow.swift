internal import GRDB
import TrackingMore

/// A row of the account's file, read as what was once written there. Anything else means that the file is damaged, and
/// is thrown: a file may have been truncated, overwritten or edited by hand.
struct StoredRow {
    private let row: Row

    init(_ row: Row) { self.row = row }

    /// What a sound file cannot hold.
    struct Damage: Error, CustomStringConvertible {
        let column: String
        let value: String

        var description: String { "\(column) is \(value)" }
    }

    static let noAccount = Damage(column: "the account", value: "missing")

    /// Moments and lengths of time, in seconds: generous, and far from where sums of a few of them overflow.
    static let moments = -100_000_000_000...1_000_000_000_000
    /// Counts of anything.
    static let counts = 0...1_000_000_000_000_000

    func integer(_ index: Int, in range: ClosedRange<Int> = counts) throws -> Int {
        guard let value = try optional(index, in: range) else { throw damage(index) }
        return value
    }

    /// Nil where nothing is stored.
    func optional(_ index: Int, in range: ClosedRange<Int> = counts) throws -> Int? {
        let stored: DatabaseValue = row[index]
        switch stored.storage {
        case .null: return nil
        case .int64(let value):
            guard let value = Int(exactly: value), range.contains(value) else { throw damage(index) }
            return value
        case .double, .string, .blob: throw damage(index)
        }
    }

    /// Seconds with a fraction, or whatever else is stored as a number with one.
    func number(_ index: Int) throws -> Double? {
        let stored: DatabaseValue = row[index]
        switch stored.storage {
        case .null: return nil
        case .double(let value): if value.isFinite, abs(value) < 1e12 { return value }
        case .int64(let value): if abs(Double(value)) < 1e12 { return Double(value) }
        case .string, .blob: break
        }
        throw damage(index)
    }

    func text(_ index: Int) throws -> String {
        guard let text = try optionalText(index) else { throw damage(index) }
        return text
    }

    func optionalText(_ index: Int) throws -> String? {
        let stored: DatabaseValue = row[index]
        switch stored.storage {
        case .null: return nil
        case .string(let text): return text
        case .int64, .double, .blob: throw damage(index)
        }
    }

    /// A number whose every bit may be set.
    func bits(_ index: Int) throws -> UInt64 {
        let stored: DatabaseValue = row[index]
        guard case .int64(let value) = stored.storage else { throw damage(index) }
        return UInt64(bitPattern: value)
    }

    func status(_ index: Int) throws -> Status {
        guard let status = try optionalStatus(index) else { throw damage(index) }
        return status
    }

    /// Nil where nothing is stored.
    func optionalStatus(_ index: Int) throws -> Status? {
        guard let code = try optional(index) else { return nil }
        guard let status = Status.allCases.first(where: { $0.code == code }) else { throw damage(index) }
        return status
    }

    func damage(_ index: Int) -> Damage {
        let stored: DatabaseValue = row[index]
        return Damage(column: Array(row.columnNames)[index], value: "\(stored)")
    }
}

extension Status {
    /// The number under which the account's file keeps it. Files that exist hold these: they never change.
    var code: Int {
        switch self {
        case .pending: 0
        case .notfound: 1
        case .transit: 2
        case .pickup: 3
        case .delivered: 4
        case .undelivered: 5
        case .exception: 6
        case .expired: 7
        }
    }
}
