import TMSBase
import TMSCommands
import TMSStore
import TrackingMore

/// A plan in a file: a header, and a line of JSON for each row that would be written, in the order of sending.
///
/// A row holds what is sent in the API's own terms, a digest of that, and a digest of the parcel as the account held it.
/// The header holds a digest of all rows: a plan that somebody has changed by hand is none.
public struct SavedPlan: Sendable {
    static let version = 1

    struct Header: Sendable, Equatable {
        /// The account it was made on.
        var account: String
        /// The absolute path of the script.
        var script: String
        /// As they were given: `file=orders.csv`.
        var parameters: [String]
        /// SHA-256 of the script's text.
        var digest: String
        /// When it was made, in seconds since 1970 by the account's clock.
        var made: Int
        var rows: Int
        /// Of the whole run, reads included.
        var calls: Int
        /// They take so long at the account's limit.
        var seconds: Int
        var quota: Int
        /// SHA-256 of all lines behind the header.
        var body: String
    }

    let header: Header
    /// With what they were planned with.
    let rows: [EndpointCall]

    /// SHA-256 in hexadecimal digits.
    static func digest(_ bytes: [UInt8]) -> String {
        SHA256.hash(bytes).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}

/// The members of a header and of a row, by their names in the file.
enum PlanKey: String {
    case tms, version, account, script, parameters, digest, made, rows, calls, seconds, quota, body
    case row, batch, verb, call, number, via, sent, content, parcel
}

extension JSONObject {
    subscript(key: PlanKey) -> JSON? {
        get { self[key.rawValue] }
        set { self[key.rawValue] = newValue }
    }
}

extension UInt128 {
    /// 32 hexadecimal digits.
    var digits: String { RowContent(digest: self).text }
}
