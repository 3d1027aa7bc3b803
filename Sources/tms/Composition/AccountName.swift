import TMSBase
import TrackingMore

/// What an account is called on the disk.
enum AccountName {
    /// The same for the same key and address. The key cannot be told from it.
    static func name(of key: Secret, at baseURL: String) -> String {
        let hash = SHA256.hash(Array("tms account \(baseURL) \(key.revealed)".utf8))
        return hash.prefix(12).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
