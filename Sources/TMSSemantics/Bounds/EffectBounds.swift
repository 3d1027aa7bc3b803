/// What running a program does to the account at the most, counted effect by effect: what `tms check` says of it.
///
/// Not counted is what is sent again after a failure, and the asking for carriers that `--guess` allows.
public struct EffectBounds: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        case reads, tracks, edits, deletes, stops
        /// Reads that take from the quota; the targets are what they take.
        case pays
        /// `call` with a method that may write.
        case callsByHand
        case steersSandbox
    }

    /// How much of an effect there is.
    public struct Amount: Sendable, Hashable {
        /// Parcels, or what else has the effect.
        public var targets: Quantity
        public var calls: Quantity
        /// The most targets that went into one call.
        var perCall = 1

        public static let none = Amount(targets: .none, calls: .none)
    }

    private var amounts: [Kind: Amount] = [:]
    /// Reads that find out who carries a parcel; no `limit` counts them beforehand.
    var lookups = Quantity.none

    public init() {}

    init(_ kind: Kind, _ amount: Amount) {
        if !amount.calls.isNone || !amount.targets.isNone { amounts[kind] = amount }
    }

    public subscript(kind: Kind) -> Amount {
        var amount = amounts[kind] ?? .none
        if kind == .reads { amount.calls += lookups }
        return amount
    }

    public var isNone: Bool { amounts.isEmpty && lookups.isNone }
}

extension EffectBounds {
    static func += (sum: inout EffectBounds, other: EffectBounds) {
        sum.lookups += other.lookups
        for (kind, amount) in other.amounts {
            var whole = sum.amounts[kind] ?? .none
            whole.targets += amount.targets
            whole.calls += amount.calls
            whole.perCall = max(whole.perCall, amount.perCall)
            sum.amounts[kind] = whole
        }
    }

    func or(_ other: EffectBounds) -> EffectBounds {
        var most = self
        most.lookups = lookups.or(other.lookups)
        for (kind, amount) in other.amounts {
            var whole = most.amounts[kind] ?? .none
            whole.targets = whole.targets.or(amount.targets)
            whole.calls = whole.calls.or(amount.calls)
            whole.perCall = max(whole.perCall, amount.perCall)
            most.amounts[kind] = whole
        }
        return most
    }

    static func * (bounds: EffectBounds, times: Quantity) -> EffectBounds {
        guard times.number != 1, !bounds.isNone else { return bounds }
        guard !times.isNone else { return EffectBounds() }
        var product = bounds
        product.lookups = bounds.lookups * times
        product.amounts = bounds.amounts.mapValues {
            Amount(targets: $0.targets * times, calls: $0.calls * times, perCall: $0.perCall)
        }
        return product
    }

    /// Under `limit N calls`.
    func limited(toCalls number: Int) -> EffectBounds {
        var capped = self
        capped.amounts = amounts.mapValues { amount in
            let (most, overflow) = number.multipliedReportingOverflow(by: amount.perCall)
            return Amount(
                targets: overflow ? amount.targets : amount.targets.capped(at: most),
                calls: amount.calls.capped(at: number), perCall: amount.perCall)
        }
        return capped
    }

    /// Under `plan`, which sends reads and holds writes back; a call by hand may turn out to read.
    var planned: EffectBounds {
        var kept = EffectBounds()
        kept.lookups = lookups
        kept.amounts = amounts.filter { $0.key == .reads }
        if let byHand = amounts[.callsByHand] { kept += EffectBounds(.reads, byHand) }
        return kept
    }
}
