import TMSBase

/// How long tms waits for the answer to one call, in whole seconds.
enum Timeout {
    static let usual = 60
    static let range = 1...86_400

    struct Mistake: Error {
        let message: String
    }

    /// Reads `10s`, `2 min`, and `10`, which are seconds.
    static func read(_ text: String) throws(Mistake) -> Int {
        guard let seconds = try? WrittenDuration.read(text, usual: .seconds) else {
            throw Mistake(message: "`\(text)` is not a time to wait; write it as 10s or 2 min")
        }
        guard range.contains(seconds) else {
            throw Mistake(message: "`\(text)` is not a time to wait; it lies between 1 s and 1 day")
        }
        return seconds
    }
}
