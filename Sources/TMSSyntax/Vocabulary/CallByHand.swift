/// What a call of the API does when it is made by hand: `call delete "/trackings/dhl/4819237500"`.
///
/// There is one for each call that the vocabulary knows, so that a call made by hand is checked like the verb that makes it.
public struct CallByHand: Sendable {
    /// A name for programs: `deleteTracking`.
    public var name: String
    /// In lower case: `delete`.
    public var method: String
    /// The parts of its path between slashes; nil for one that a value fills.
    public var path: [String?]
    public var effect: Signature.Effect
    public var isIrreversible: Bool
    /// What it takes from the quota for each item it reads; 0 for what is free and for writes.
    public var price: Int

    public init(
        name: String, method: String, path: [String?], effect: Signature.Effect, isIrreversible: Bool, price: Int
    ) {
        self.name = name
        self.method = method
        self.path = path
        self.effect = effect
        self.isIrreversible = isIrreversible
        self.price = price
    }

    /// Whether a request may be this call.
    ///
    /// - Parameter method: nil where only the run knows it.
    func mayBe(_ method: String?, _ given: Path) -> Bool {
        guard method == nil || method == self.method else { return false }
        guard given.isOpen ? path.count >= given.parts.count : path.count == given.parts.count else { return false }
        return zip(given.parts, path).allSatisfy { given, own in own == nil || given.lowercased() == own }
    }

    /// The path of a request as far as it is known.
    public struct Path: Sendable, Equatable {
        /// What stands between its slashes, without the query, empty parts and escapes: as a server reads it.
        public var parts: [String]
        /// Only the run knows what follows.
        public var isOpen: Bool

        /// - Parameter pieces: the text, with nil for each place that only the run knows.
        public init(_ pieces: [String?]) {
            let known = pieces.prefix { $0 != nil }.compactMap { $0 }.joined()
            let path = known.prefix { $0 != "?" && $0 != "#" }
            var parts = path.split(separator: "/", omittingEmptySubsequences: false).map { CallByHand.unescaped($0) }
            isOpen = known.count == path.count && pieces.contains { $0 == nil }
            // The part that a value goes on with is not known either.
            if isOpen, !parts.isEmpty { parts.removeLast() }
            if let place = parts.firstIndex(where: { $0 == "." || $0 == ".." }) {
                parts = Array(parts[..<place].dropLast())
                isOpen = true
            }
            self.parts = parts.filter { !$0.isEmpty }
        }
    }

    fileprivate static func unescaped(_ text: Substring) -> String {
        guard text.contains("%") else { return String(text) }
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// What one line can do to the account, at the worst.
public struct LineEffect: Sendable, Equatable {
    public var effect: Signature.Effect
    public var isIrreversible = false
    /// Made by hand, and neither a read nor a call that the vocabulary knows: nobody can say what it does.
    public var isUnknown = false
    /// Takes from the quota although it only reads.
    public var isPaidRead = false
    /// The call that it makes by hand; the worst of those that it may be.
    public var call: String?

    public init(_ effect: Signature.Effect, isIrreversible: Bool = false, isPaidRead: Bool = false) {
        self.effect = effect
        self.isIrreversible = isIrreversible
        self.isPaidRead = isPaidRead
    }

    /// Of a request made by hand, as far as it is known.
    ///
    /// - Parameter calls: all that the vocabulary knows.
    public init(byHand calls: [CallByHand], method: String?, path: CallByHand.Path) {
        let found = calls.filter { $0.mayBe(method, path) }
        // A path that stands as it is for one call is not another that a value would make of it.
        let whole = path.isOpen ? [] : found.filter { !$0.path.contains(nil) }
        let meant = whole.isEmpty ? found : whole
        self.init(method == "get" ? .read : .update)
        isUnknown = method != "get" && (meant.isEmpty || method == nil || path.isOpen && path.parts.isEmpty)
        guard !meant.isEmpty else { return }
        let worst = meant.max {
            ($0.isIrreversible ? 1 : 0, $0.effect.weight) < ($1.isIrreversible ? 1 : 0, $1.effect.weight)
        }
        call = worst?.name
        effect = meant.map(\.effect).max { $0.weight < $1.weight } ?? effect
        if isUnknown, effect.weight < Signature.Effect.update.weight { effect = .update }
        isIrreversible = meant.contains(where: \.isIrreversible)
        isPaidRead = meant.contains { $0.price > 0 }
    }
}

extension Signature.Effect {
    /// Changes the account.
    public var isWrite: Bool {
        switch self {
        case .none, .read: false
        case .create, .update, .delete: true
        }
    }

    /// The worse, the more.
    fileprivate var weight: Int {
        switch self {
        case .none: 0
        case .read: 1
        case .create: 2
        case .update: 3
        case .delete: 4
        }
    }
}
