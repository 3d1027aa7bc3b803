import TMSLanguageService

/// What became of the lines of this session, and the line that is offered next.
public final class SessionLines {
    private var failed: Set<String> = []
    /// A whole line that stands faintly at the next prompt: the corrected one after a mistake, or what a paste led to.
    public private(set) var offered: String?
    /// Counts the lines that were run: what was judged before may be otherwise now.
    private(set) var count = 0

    public init() {}

    /// Takes notice of a line that has run.
    func note(_ text: String, worked: Bool) {
        count += 1
        if worked { failed.remove(text) } else { failed.insert(text) }
        offered = nil
    }

    /// The parcels seen in results, the newest first, each once.
    private(set) var parcels: [Surroundings.Known] = []

    /// Takes notice of the parcels of a result.
    func see(_ seen: [Surroundings.Known]) {
        guard !seen.isEmpty else { return }
        var known = Set<String>()
        parcels = Array((seen + parcels).filter { known.insert($0.text).inserted }.prefix(Self.limit))
    }

    /// So many parcels are remembered.
    private static let limit = 2_000

    /// Offers a line at the next prompt, until another one has run.
    public func offer(_ line: String?) { offered = line }

    func hasFailed(_ text: String) -> Bool { failed.contains(text) }
}
