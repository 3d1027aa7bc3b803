import TMSLanguageService

/// What the lines of this session have shown, and the line that is offered next.
public final class SessionLines {
    /// A whole line that stands faintly at the next prompt: the corrected one after a mistake, or what a paste led to.
    public private(set) var offered: String?
    /// Counts the lines that were run: what was found of a line before may be otherwise now.
    private(set) var count = 0

    public init() {}

    /// Takes notice of a line that has run.
    func noteRun() {
        count += 1
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
}
