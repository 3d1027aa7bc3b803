public import TMSSyntax

/// How a script makes the columns of a result, so that a table without rows has its header too.
public struct HeaderPlan: Sendable {
    /// What the rows began as.
    public enum Base: Sendable {
        case unknown
        case keys([String])
        /// A file, by where a script opens it.
        case file(SourceLocation)
        /// Of the kind that a verb answers with.
        case schema(String)
    }

    enum Step: Sendable {
        case reshaped(Reshaping)
        case joined(HeaderPlan)
    }

    let base: Base
    var steps: [Step] = []

    init(_ base: Base) { self.base = base }

    /// The keys of its rows; `nil` where the script does not tell them.
    ///
    /// - Parameter start: the shape of rows as they begin.
    public func keys(_ start: (Base) -> Shape?) -> [String]? { shape(start)?.keys }

    private func shape(_ start: (Base) -> Shape?) -> Shape? {
        guard var result = start(base) else { return nil }
        for step in steps {
            switch step {
            case .reshaped(let reshaping): result = result.reshaped(by: reshaping)
            case .joined(let partner): if let other = partner.shape(start) { result = result.joined(with: other) }
            }
        }
        return result
    }
}
