public import TMSRuntime
public import TMSSyntax

/// The file of a run's failures: a row for each row that failed, however many. It stands under its name when the run
/// has ended, also when none failed, so that it never tells of another run.
public final class FailureFile {
    private var writers = WriterTable()
    private let writer: WriterID
    private let table = FailureTable()

    /// - Parameter path: its ending says in which form.
    public init(path: String) throws(Diagnostic) {
        let description = ResultDescription(location: SourceLocation(SourceFile(name: "", text: ""), .none))
        switch writers.begin(path, path, description, nil, document: { _, _ in nil }) {
        case .writer(let writer): self.writer = writer
        case .failed(let failure): throw failure.diagnostic
        default: throw Diagnostic(.error, "E0802", "cannot write \(path)")
        }
    }

    public func add(_ failure: Failure) throws(Diagnostic) {
        try check(writers.write([.record(table.record(failure))], to: writer))
    }

    public func end() throws(Diagnostic) { try check(writers.commit(writer)) }

    private func check(_ answer: Answer) throws(Diagnostic) {
        if case .failed(let failure) = answer { throw failure.diagnostic }
    }
}
