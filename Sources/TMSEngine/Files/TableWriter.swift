import TMSCommands
import TMSRuntime
import TMSSyntax

/// CSV or TSV: a header of all keys in the order they were first seen, nested values as compact JSON.
///
/// Rows are written as they come. Where a later row has keys of its own, the file is gone through once more at the
/// end, so that the header names them and earlier rows have their empty cells.
final class TableWriter: RowWriter {
    private let draft: FileDraft
    private let delimiter: UInt8
    private var columns: [String] = []
    private var places: [String: Int] = [:]
    private var writtenHeader: [String]?
    /// The columns each shape fills, so that keys are looked up once for rows made alike.
    private var layouts: [ObjectIdentifier: (shape: Shape, places: [Int])] = [:]

    init(_ draft: FileDraft, delimiter: UInt8) {
        self.draft = draft
        self.delimiter = delimiter
    }

    func write(_ rows: [Value]) throws(FileDraft.WriteError) {
        var bytes: [UInt8] = []
        for row in rows {
            let record = record(of: row)
            let layout = layout(of: record.shape)
            if writtenHeader == nil {
                writtenHeader = columns
                append(columns, to: &bytes)
            }
            var cells = [String](repeating: "", count: columns.count)
            for (place, value) in zip(layout, record.values) where cells.indices.contains(place) {
                cells[place] = value.plainText
            }
            append(cells, to: &bytes)
        }
        try draft.write(bytes)
    }

    func commit() throws(FileDraft.WriteError) {
        guard let writtenHeader, writtenHeader != columns else { return try draft.commit() }
        try draft.close()
        defer { draft.discard() }
        let whole = try FileDraft(path: draft.path)
        do {
            var bytes: [UInt8] = []
            append(columns, to: &bytes)
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

    private func layout(of shape: Shape) -> [Int] {
        if let known = layouts[ObjectIdentifier(shape)] { return known.places }
        var layout: [Int] = []
        for key in shape.keys {
            if places[key] == nil {
                places[key] = columns.count
                columns.append(key)
            }
            layout.append(places[key] ?? 0)
        }
        layouts[ObjectIdentifier(shape)] = (shape, layout)
        return layout
    }

    private func append(_ cells: [String], to bytes: inout [UInt8]) {
        // A lone empty cell would be a blank line, which is no row.
        if cells == [""] { bytes += [34, 34] }
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes.append(delimiter) }
            append(cell, to: &bytes)
        }
        bytes.append(10)
    }

    private func append(_ cell: String, to bytes: inout [UInt8]) {
        let text = cell.utf8
        guard text.contains(where: { $0 == delimiter || $0 == 34 || $0 == 10 || $0 == 13 }) else {
            bytes += text
            return
        }
        bytes.append(34)
        for byte in text {
            if byte == 34 { bytes.append(34) }
            bytes.append(byte)
        }
        bytes.append(34)
    }

    /// Copies the records of the draft, each with as many cells as the header has.
    private func copyPadded(into whole: FileDraft) throws(FileDraft.WriteError) {
        let file: FileBlocks
        do { file = try FileBlocks(path: draft.draftPath) } catch { throw FileDraft.WriteError(code: error.code) }
        var buffer: [UInt8] = []
        do { while !file.isAtEnd { try file.read(1 << 20, into: &buffer) } } catch {
            throw FileDraft.WriteError(code: error.code)
        }
        var records = CSVRecords(delimiter: delimiter)
        var position = 0
        var isHeader = true
        while position < buffer.count {
            var cells: [String] = []
            let step = buffer.withUnsafeBufferPointer { bytes in
                records.read(bytes, from: position, isLast: true) { cell in
                    cells.append(cell.text(in: bytes) ?? "")
                    return true
                }
            }
            guard case .record(let next) = step else { break }
            position = next
            if isHeader {
                isHeader = false
                continue
            }
            while cells.count < columns.count { cells.append("") }
            var bytes: [UInt8] = []
            append(cells, to: &bytes)
            try whole.write(bytes)
        }
    }
}
