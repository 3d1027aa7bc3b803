import Synchronization
import TMSBase

/// Finds the word a mistyped one was probably meant to be.
public enum Nearest {
    /// The value whose word is nearest, near meaning at most a third of its letters away, two at the most for short ones.
    public static func match<Value>(_ text: String, in words: some Sequence<(String, Value)>) -> Value? {
        let wanted = Array(Folding.plain(text).unicodeScalars.prefix(64))
        guard wanted.count >= 2 else { return nil }
        let allowed = max(1, min(3, wanted.count / 3))
        var best: (distance: Int, value: Value)?
        for (word, value) in words {
            let candidate = Array(Folding.plain(word).unicodeScalars)
            guard abs(candidate.count - wanted.count) <= allowed else { continue }
            let distance = EditDistance.between(wanted, candidate)
            if distance <= allowed, distance < best?.distance ?? Int.max { best = (distance, value) }
        }
        return best?.value
    }

    public static func word(_ text: String, in words: some Sequence<String>) -> String? {
        match(text, in: words.map { ($0, $0) })
    }
}

/// What was nearest to the words asked for lately: one mistake stands in many rows of a file, and looking through all
/// names takes a thousand times as long as reading one.
final class NearestMemo<Value: Sendable>: Sendable {
    private static var room: Int { 1000 }

    private let known = Mutex<[String: Value?]>([:])

    func value(for text: String, _ find: () -> Value?) -> Value? {
        if let known = known.withLock({ $0[text] }) { return known }
        let found = find()
        known.withLock { known in
            if known.count >= Self.room { known = [:] }
            known[text] = .some(found)
        }
        return found
    }
}
