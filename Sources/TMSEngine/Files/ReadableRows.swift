import TMSBase
import TMSRuntime
import TMSSyntax

/// The rows of a file that can be read. Those that cannot are told of as they come; at the end they fail the whole, so
/// that nobody takes the others for all there are. Where rows are sent, that is when all that could be read are through.
final class ReadableRows: RowSource {
    private let source: any RowSource
    private let name: String
    private let location: SourceLocation
    /// How many rows it has, where that was asked.
    let rowCount: Int?
    private let report: (RowChunk) -> Void
    private let reportEnd: (Failure) -> Void
    /// Takes the failure for later, or says no.
    private let postpone: (Failure) -> Bool
    private var failed = 0
    private var read = 0
    private var isExhausted = false

    init(
        _ source: any RowSource, _ name: String, _ location: SourceLocation, count: Int? = nil,
        report: @escaping (RowChunk) -> Void,
        reportEnd: @escaping (Failure) -> Void, postpone: @escaping (Failure) -> Bool
    ) {
        self.source = source
        self.name = name
        self.location = location
        rowCount = count
        self.report = report
        self.reportEnd = reportEnd
        self.postpone = postpone
    }

    var isFree: Bool { true }

    func next() async throws(Failure) -> RowChunk {
        guard !isExhausted else { throw partial }
        var chunk: RowChunk
        do {
            chunk = try await source.next()
        } catch {
            // What could be read before is sent all the same.
            guard failed + read > 0, postpone(error) else { throw error }
            reportEnd(error)
            return RowChunk(rows: [], isLast: true)
        }
        report(chunk)
        failed += chunk.failed.count
        read += chunk.rows.count
        isExhausted = chunk.isLast
        if isExhausted, failed > 0 { chunk.isLast = postpone(partial) }
        chunk.failed = []
        chunk.notes = []
        return chunk
    }

    private var partial: Failure {
        var failure = Failure(
            kind: .partial,
            Diagnostic(
                .error, "E0817", "\(failed) of \(failed + read) rows of \(name) cannot be read", at: location),
            status: read == 0 ? .failed : .partial)
        failure.endsRows = read > 0
        return failure
    }
}
