public import TMSSyntax

/// What the checker found of each loop of a program and its libraries.
///
/// Sorted lists rather than a table by file and place: a table of its own kind of key costs every start a search through
/// all the conformances of the program, a tenth of a millisecond.
public struct CheckedLoops: Sendable {
    public typealias Loop = (loop: SourceRange, independence: LoopIndependence)

    private var files: [String: [Loop]] = [:]

    /// - Parameter found: each loop with the name of its file, in any order.
    public init(_ found: [(file: String, loop: Loop)] = []) {
        for (file, loop) in found { files[file, default: []].append(loop) }
        for file in files.keys { files[file]?.sort { $0.loop.lower < $1.loop.lower } }
    }

    /// The loops of a file, in the order they stand there.
    public subscript(file: SourceFile) -> [Loop] { files[file.name] ?? [] }

    /// Whether the iterations of the loop that stands there may be batched and run concurrently.
    public func isIndependent(_ loop: SourceRange, in file: SourceFile) -> Bool {
        let loops = self[file]
        var from = 0
        var to = loops.count
        while from < to {
            let middle = (from + to) / 2
            if loops[middle].loop.lower < loop.lower { from = middle + 1 } else { to = middle }
        }
        return from < loops.count && loops[from] == (loop, .independent)
    }
}

/// Whether the iterations of a `for` may be batched and run concurrently.
public enum LoopIndependence: Sendable, Equatable {
    case independent
    /// Why not, with the place: "assigns `$n` from outside".
    case dependent(reason: String, SourceRange)
}
