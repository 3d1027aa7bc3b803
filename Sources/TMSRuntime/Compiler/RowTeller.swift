import TMSSyntax

/// What is told of rows that are given to a write: what became of each, and at the end those that failed.
final class RowTeller {
    private let code: CodeWriter
    private let open: OpenScopes
    /// What becomes of the rows at hand is told by a loop or a pipeline around.
    private var isTold = false
    /// Registers that count the rows which failed at a write of the pipeline at hand.
    private var failed: [(register: Int, range: SourceRange)] = []

    init(_ code: CodeWriter, _ open: OpenScopes) {
        self.code = code
        self.open = open
    }

    /// Compiles what does something with rows. What becomes of them is told here where they are written and nothing
    /// around tells it.
    func telling(_ isWritten: Bool, at range: SourceRange, _ body: () -> Void) {
        guard isWritten, !isTold else { return body() }
        code.emit(.rowsBegin, at: range)
        isTold = true
        open.holding(.rows, body)
        isTold = false
        code.emit(.rowsEnd, at: range)
    }

    /// Compiles what fails at its end where rows failed at a write in it.
    func endingFailures(_ body: () -> Void) {
        let outer = failed
        failed = []
        body()
        for (register, range) in failed { code.emit(.endLoop, register, at: range) }
        failed = outer
    }

    /// The register counts the rows that fail at a write.
    func count(in register: Int, at range: SourceRange) { failed.append((register, range)) }

    /// Before what is done with a row: not gone through once the run has ended.
    func gate(_ handler: RowHandler, to done: CodeWriter.Label, at range: SourceRange) {
        guard handler.isGated else { return }
        code.jump(.gate, to: done, handler.row, handler.failures, flag: handler.isRange ? 1 : 0, at: range)
    }
}
