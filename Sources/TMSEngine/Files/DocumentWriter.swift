import TMSBase
public import TMSRuntime

/// Writes rows in a form that people read. The shell, which knows how things look, hands it in.
public protocol DocumentEncoder: AnyObject {
    func append(_ row: Value, to bytes: inout [UInt8])
    func end(to bytes: inout [UInt8])
}

/// A file of such a form.
final class DocumentWriter: RowWriter {
    private let draft: FileDraft
    private let encoder: any DocumentEncoder

    init(_ draft: FileDraft, _ encoder: any DocumentEncoder) {
        self.draft = draft
        self.encoder = encoder
    }

    func write(_ rows: [Value]) throws(SystemError) {
        var bytes: [UInt8] = []
        for row in rows { encoder.append(row, to: &bytes) }
        try draft.write(bytes)
    }

    func commit() throws(SystemError) {
        var bytes: [UInt8] = []
        encoder.end(to: &bytes)
        try draft.write(bytes)
        try draft.commit()
    }

    func discard() { draft.discard() }
}
