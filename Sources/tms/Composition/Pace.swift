/// How fast the calls of a real account may follow each other.
enum Pace: Equatable {
    /// As the service allows everybody.
    case usual
    /// So many calls a second, as the plan of the account allows.
    case plan(rate: Int)
    /// As fast as it goes: an address of this machine (`--no-limit`).
    case unlimited

    var rate: Int? {
        if case .plan(let rate) = self { rate } else { nil }
    }
}
