import TMSBase
import TMSCommands
import TMSRuntime
import TMSSyntax

/// CSV or TSV: a header of all keys in the order they were first seen, nested values as compact JSON.
///
/// Rows are written as they come. Where a later row has keys of its own, the file is gone through once more at the
/// end, so that the header names them and earlier rows have their empty cells.
final class TableWriter: RowWriter {
    private let draft: FileDraft
    private var columns: [String] = []
    private var places: [String: Int] = [:]
    private var writtenHeader: [String]?
    /// The columns each shape fills, so that keys are looked up once for rows made alike.
    private var layouts: [ObjectIdentifier: Layout] = [:]
    private var layout: Layout?
    private let text: TableText

    private struct Layout {
        let shape: Shape
        /// The slot of the record that fills each column; -1 for a column it lacks.
        let slots: [Int]
        /// The columns are those of the record, in its order.
        let isWhole: Bool

        init(shape: Shape, slots: [Int]) {
            self.shape = shape
            self.slots = slots
            isWhole = slots.elementsEqual(shape.keys.indices)
        }
    }

    private let columnsOfNone: () -> [String]?

    /// - Parameter columnsOfNone: the header of a table without rows, where the script tells it.
    init(_ draft: FileDraft, _ text: TableText, columnsOfNone: @escaping () -> [String]? = { nil }) {
        self.draft = draft
        self.text = text
        self.columnsOfNone = columnsOfNone
    }

    func write(_ rows: [Value]) throws(SystemError) {
        var bytes: [UInt8] = []
        var span: TableSpan?
        for row in rows {
            let record = record(of: row)
            if record.shape !== layout?.shape { layout = layout(of: record.shape) }
            guard let layout else { continue }
            if writtenHeader == nil {
                writtenHeader = columns
                text.append(header: columns, to: &bytes)
            }
            if layout.isWhole, columns.count == layout.slots.count, let block = record.block,
                text.isWritten(record.row, of: block)
            {
                if span?.take(record.row, of: block) == true { continue }
                span?.append(to: &bytes)
                span = TableSpan(record.row, of: block)
                continue
            }
            span?.append(to: &bytes)
            span = nil
            text.append(record, layout.slots, padding: columns.count - layout.slots.count, to: &bytes)
        }
        span?.append(to: &bytes)
        try draft.write(bytes)
    }

    func commit() throws(SystemError) {
        guard let writtenHeader else {
            var bytes: [UInt8] = []
            if let names = columnsOfNone(), !names.isEmpty { text.append(header: names, to: &bytes) }
            try draft.write(bytes)
            return try draft.commit()
        }
        guard writtenHeader != columns else { return try draft.commit() }
        try draft.close()
        defer { draft.discard() }
        let whole = try FileDraft(path: draft.path)
        do {
            var bytes: [UInt8] = []
            text.append(header: columns, to: &bytes)
            try whole.write(bytes)
            try copyPadded(into: whole)
            try whole.commit()
        } catch {
            whole.discard()
            throw error
        }
    }

    func discard() { draft.discard() }
}

extension TableWriter {
    private static let valueShape = Shape(keys: ["value"])

    private func record(of row: Value) -> Record {
        if case .record(let record) = row { record } else { Record(shape: Self.valueShape, values: [row]) }
    }

    private func layout(of shape: Shape) -> Layout {
        if let known = layouts[ObjectIdentifier(shape)] { return known }
        var slots = [Int](repeating: -1, count: columns.count)
        for (slot, key) in shape.keys.enumerated() {
            guard let place = places[key] else {
                places[key] = columns.count
                columns.append(key)
                slots.append(slot)
                continue
            }
            slots[place] = slot
        }
        let layout = Layout(shape: shape, slots: slots)
        layouts[ObjectIdentifier(shape)] = layout
        return layout
    }

    /// Copies the records of the draft behind the new header, each with as many cells as that has.
    private func copyPadded(into whole: FileDraft) throws(SystemError) {
        var padding = TablePadding(columns: columns.count, delimiter: text.delimiter)
        let file: FileBlocks
        do { file = try FileBlocks(path: draft.draftPath) } catch { throw SystemError(code: error.code) }
        while !file.isAtEnd {
            let block: [UInt8]
            do { block = try file.read(1 << 16) } catch { throw SystemError(code: error.code) }
            try whole.write(padding.padded(block))
        }
    }
}
