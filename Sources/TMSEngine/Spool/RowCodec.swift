import TMSRuntime
import TMSSyntax

/// Rows as bytes that only this process reads: the shapes stay in the memory, and a row names its own by number.
struct RowCodec {
    private var shapes: [Shape] = []
    private var numbers: [ObjectIdentifier: Int] = [:]

    /// Bytes before a piece that say how many it has.
    static let headLength = 8

    static func length(_ head: [UInt8]) -> Int {
        var reader = Reader(bytes: head)
        return reader.integer()
    }

    /// A head, how many rows, and the rows.
    mutating func encode(_ rows: ArraySlice<Value>) -> [UInt8] {
        var bytes: [UInt8] = []
        Self.append(0, to: &bytes)
        if !appendTable(rows, to: &bytes) {
            Self.append(rows.count, to: &bytes)
            for row in rows { append(row, to: &bytes) }
        }
        var head: [UInt8] = []
        Self.append(bytes.count - Self.headLength, to: &head)
        bytes.replaceSubrange(0..<Self.headLength, with: head)
        return bytes
    }

    func decode(_ bytes: [UInt8]) -> [Value] {
        var reader = Reader(bytes: bytes)
        let count = reader.integer()
        if count == Self.tableMark { return table(&reader) }
        var rows: [Value] = []
        for _ in 0..<max(0, count) { rows.append(value(&reader)) }
        return rows
    }

    private enum Tag: UInt8 {
        case nothing, null, no, yes, integer, decimal, duration, instant, day, text, lexeme, list, record, read, made,
            cell
    }

    private mutating func append(_ value: Value, to bytes: inout [UInt8]) {
        func tag(_ tag: Tag) { bytes.append(tag.rawValue) }
        func tag(_ kind: Tag, _ number: Int) {
            tag(kind)
            Self.append(number, to: &bytes)
        }
        switch value {
        case .nothing: tag(.nothing)
        case .null: tag(.null)
        case .boolean(let flag): tag(flag ? .yes : .no)
        case .integer(let number): tag(.integer, number)
        case .decimal(let number): tag(.decimal, Int(truncatingIfNeeded: number.bitPattern))
        case .duration(let seconds): tag(.duration, seconds)
        case .instant(let seconds): tag(.instant, seconds)
        case .day(let day): tag(.day, day)
        case .text(let text) where !text.reading.isPlain:
            tag(.cell, Self.code(of: text.reading))
            Self.append(text.string.utf8.count, to: &bytes)
            bytes += text.string.utf8
        case .text(let text):
            tag(text.isNumberLexeme ? .lexeme : .text, text.string.utf8.count)
            bytes += text.string.utf8
        case .list(let list):
            let items = list.items
            tag(.list, items.count)
            for item in items { append(item, to: &bytes) }
        case .record(let record):
            if let origin = record.origin {
                if record.shape === origin.record.shape {
                    tag(.read, origin.line)
                } else {
                    tag(.made)
                    append(.record(origin.record), to: &bytes)
                }
            } else {
                tag(.record)
            }
            Self.append(number(of: record.shape), to: &bytes)
            let values = record.values
            Self.append(values.count, to: &bytes)
            for value in values { append(value, to: &bytes) }
        }
    }

    private static let readings =
        ([nil] + DateOrder.allCases).flatMap { dates in
            ([nil] + DecimalMark.allCases).map { CellReading(dates: dates, decimals: $0) }
        }

    private static func code(of reading: CellReading) -> Int { readings.firstIndex(of: reading) ?? -1 }

    private static func reading(code: Int) -> CellReading {
        readings.indices.contains(code) ? readings[code] : CellReading()
    }

    private mutating func number(of shape: Shape) -> Int {
        if let known = numbers[ObjectIdentifier(shape)] { return known }
        numbers[ObjectIdentifier(shape)] = shapes.count
        shapes.append(shape)
        return shapes.count - 1
    }

    private static func append(_ number: Int, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
    }

    private func value(_ reader: inout Reader) -> Value {
        switch Tag(rawValue: reader.byte()) {
        case .nothing, nil: return .nothing
        case .null: return .null
        case .no: return .boolean(false)
        case .yes: return .boolean(true)
        case .integer: return .integer(reader.integer())
        case .decimal: return .decimal(Double(bitPattern: UInt64(truncatingIfNeeded: reader.integer())))
        case .duration: return .duration(reader.integer())
        case .instant: return .instant(reader.integer())
        case .day: return .day(reader.integer())
        case .text: return .string(reader.text())
        case .lexeme: return .text(Text(reader.text(), isNumberLexeme: true))
        case .cell:
            let reading = Self.reading(code: reader.integer())
            return .text(Text(reader.text(), reading: reading))
        case .list: return .items(values(&reader))
        case .record: return record(&reader) { Record(shape: $0, values: $1) }
        case .read:
            let line = reader.integer()
            return record(&reader) { Record(shape: $0, values: $1, line: line) }
        case .made:
            guard case .record(let original) = value(&reader) else { return .nothing }
            return record(&reader) { Record(shape: $0, values: $1, madeOf: original) }
        }
    }

    private func record(_ reader: inout Reader, _ make: (Shape, [Value]) -> Record) -> Value {
        let number = reader.integer()
        let values = values(&reader)
        guard shapes.indices.contains(number) else { return .nothing }
        return .record(make(shapes[number], values))
    }

    private func values(_ reader: inout Reader) -> [Value] {
        let count = max(0, reader.integer())
        var values: [Value] = []
        values.reserveCapacity(min(count, 4_096))
        for _ in 0..<count { values.append(value(&reader)) }
        return values
    }

    // MARK: Tables

    /// In place of a count: rows of a table follow, as the bytes they are.
    private static let tableMark = -1

    /// Adds rows that all stand in a table of the same columns; false for others.
    private mutating func appendTable(_ rows: ArraySlice<Value>, to bytes: inout [UInt8]) -> Bool {
        guard case .record(let first)? = rows.first, let model = first.block, model.columns > 0 else { return false }
        var cells: [UInt8] = []
        var text: [UInt8] = []
        var lines: [UInt8] = []
        cells.reserveCapacity(rows.count * model.columns * 16)
        for row in rows {
            guard case .record(let record) = row, let block = record.block, record.shape === first.shape,
                block.columns == model.columns, block.delimiter == model.delimiter, block.reading == model.reading,
                block.place?.header === model.place?.header
            else { return false }
            if let origin = block.place { Self.append(origin.lines[record.row], to: &lines) }
            let place = block.bounds(ofRow: record.row)
            // Cells are missing at its end, so that it is in no piece.
            guard !place.isEmpty else { return false }
            let shift = text.count - place.lowerBound
            for column in 0..<block.columns {
                let bounds = block.bounds(record.row, column)
                Self.append(Int(bounds.start) + shift, to: &cells)
                Self.append((Int(bounds.end) + shift) << 1 | (bounds.hasDoubled ? 1 : 0), to: &cells)
            }
            block.withBytes(place) { text.append(contentsOf: $0) }
            text.append(UInt8(ascii: "\n"))
            guard text.count < CellBounds.limit else { return false }
        }
        let header = model.place.map { self.number(of: $0.header) } ?? -1
        for number in [
            Self.tableMark, self.number(of: first.shape), rows.count, model.columns, Int(model.delimiter), header,
            Self.code(of: model.reading),
        ] {
            Self.append(number, to: &bytes)
        }
        bytes += lines
        bytes += cells
        Self.append(text.count, to: &bytes)
        bytes += text
        return true
    }

    private func table(_ reader: inout Reader) -> [Value] {
        let (number, count, columns) = (reader.integer(), max(0, reader.integer()), max(0, reader.integer()))
        let delimiter = UInt8(truncatingIfNeeded: reader.integer())
        let header = reader.integer()
        let reading = Self.reading(code: reader.integer())
        var place: TablePlace?
        if shapes.indices.contains(header) {
            place = TablePlace(header: shapes[header], lines: RowLines((0..<count).map { _ in reader.integer() }))
        }
        var cells: [CellBounds] = []
        cells.reserveCapacity(count * columns)
        for _ in 0..<count * columns {
            let (start, end) = (reader.integer(), reader.integer())
            cells.append(CellBounds(start: start, end: end >> 1, hasDoubled: end & 1 != 0))
        }
        guard shapes.indices.contains(number) else { return [] }
        let block = CellBlock(
            bytes: reader.bytesOfText(), cells: cells, columns: columns, delimiter: delimiter, place: place,
            reading: reading)
        return (0..<count).map { .record(Record(shape: shapes[number], block: block, row: $0)) }
    }

    /// Reads numbers and texts one after the other; zeros behind the end.
    private struct Reader {
        let bytes: [UInt8]
        private var place = 0

        init(bytes: [UInt8]) { self.bytes = bytes }

        mutating func byte() -> UInt8 {
            guard place < bytes.count else { return 0 }
            defer { place += 1 }
            return bytes[place]
        }

        mutating func integer() -> Int {
            guard place + 8 <= bytes.count else { return 0 }
            defer { place += 8 }
            let place = place
            return Int(littleEndian: bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: Int.self) })
        }

        mutating func text() -> String {
            let text = slice()
            return String(decoding: text, as: UTF8.self)
        }

        mutating func bytesOfText() -> [UInt8] { Array(slice()) }

        private mutating func slice() -> ArraySlice<UInt8> {
            let length = max(0, integer())
            guard length <= bytes.count - place else { return [] }
            defer { place += length }
            return bytes[place..<(place + length)]
        }
    }
}
