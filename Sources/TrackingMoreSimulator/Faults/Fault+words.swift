extension Fault.Kind {
    /// What people may ask for by name; a code of the service is the other way.
    public static let words = ["timeout after write", "garbage", "half batch", "slow"]

    /// Reads `429`, `garbage`, `timeout`, `half batch`.
    ///
    /// - Parameter delay: how late slow answers come, in seconds.
    public init?(words text: String, delay: Double) {
        switch text.lowercased() {
        case "timeout", "timeout after write": self = .timeoutAfterWrite
        case "garbage": self = .garbage
        case "half", "half batch": self = .halfBatch
        case "slow": self = .slow(seconds: delay)
        case let text:
            guard let code = Int(text), (201...9999).contains(code) else { return nil }
            self = .refuse(code: code)
        }
    }

    /// The two columns it is stored in.
    var stored: (name: String, amount: Double) {
        switch self {
        case .refuse(let code): ("refuse", Double(code))
        case .slow(let seconds): ("slow", seconds)
        case .timeoutAfterWrite: ("timeout", 0)
        case .garbage: ("garbage", 0)
        case .halfBatch: ("half", 0)
        }
    }

    init?(stored name: String, amount: Double) {
        switch name {
        case "refuse":
            guard let code = Int(exactly: amount) else { return nil }
            self = .refuse(code: code)
        default: self.init(words: name, delay: amount)
        }
    }
}
