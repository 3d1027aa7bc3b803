import TMSSyntax

/// What is open around the instruction that is written next: sources, limits, words before a statement; and the loops
/// that `break` and `continue` mean. A jump out of them releases what it leaves.
final class OpenScopes {
    /// Where `break` and `continue` go, and what is open around them.
    private struct Loop {
        let next: CodeWriter.Label
        let end: CodeWriter.Label
        /// How much was open when the body began; what it opens beyond is released before a jump out of it.
        let open: Int
    }

    private let code: CodeWriter
    private var loops: [Loop] = []
    /// The innermost last.
    private var open: [(register: Int, kind: Cleanup.Kind)] = []

    init(_ code: CodeWriter) { self.code = code }

    var isInLoop: Bool { !loops.isEmpty }

    /// Compiles the body of a loop.
    func loop(next: CodeWriter.Label, end: CodeWriter.Label, _ body: () -> Void) {
        loops.append(Loop(next: next, end: end, open: open.count))
        body()
        loops.removeLast()
    }

    /// Compiles what is to be released when a failure or a jump leaves it. At its end the caller releases it.
    func holding(_ kind: Cleanup.Kind, in register: Int = 0, _ body: () -> Void) {
        let start = code.here
        open.append((register, kind))
        body()
        open.removeLast()
        code.cleanUp(from: start, register, kind)
    }

    func breakLoop(_ range: SourceRange) { leave(range) { $0.end } }

    func continueLoop(_ range: SourceRange) { leave(range) { $0.next } }

    private func leave(_ range: SourceRange, _ place: (Loop) -> CodeWriter.Label) {
        guard let loop = loops.last else { return code.raise(.unknownName("break"), at: range) }
        close(from: loop.open, range)
        code.jump(.jump, to: place(loop), at: range)
    }

    /// Releases what is open inside of the first so many.
    func close(from outer: Int = 0, _ range: SourceRange) {
        for open in open.dropFirst(outer).reversed() {
            switch open.kind {
            case .source: code.emit(.closeSource, open.register, at: range)
            case .limit: code.emit(.endLimit, at: range)
            case .loop: code.emit(.loopEnds, at: range)
            case .rows: code.emit(.rowsEnd, at: range)
            case .prefix(let isOutside): code.emit(.prefixEnds, open.register, flag: isOutside ? 1 : 0, at: range)
            case .writer: break
            }
        }
    }
}
