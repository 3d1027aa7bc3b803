import Glibc
import TMSCommands
import TMSRuntime
import TMSSyntax

@testable import TMSEngine

/// CSV and TSV. The first byte chooses which, and where the bytes are cut.
func readTable(_ bytes: UnsafeBufferPointer<UInt8>) -> CInt {
    guard let choice = bytes.first else { return 0 }
    let table = UnsafeBufferPointer(rebasing: bytes.dropFirst())
    let delimiter: UInt8 = choice & 1 == 0 ? 44 : 9
    readInParts(table, delimiter, cut: Int(choice >> 1) * table.count / 128)
    if let rows = rows(of: Array(table), delimiter) { writeAndReadBack(rows, delimiter) }
    return 0
}

/// A record that ends before a cut is the same record without what follows.
private func readInParts(_ table: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8, cut: Int) {
    let part = UnsafeBufferPointer(rebasing: table.prefix(cut))
    var (whole, early) = (TableScanner(delimiter: delimiter), TableScanner(delimiter: delimiter))
    var position = 0
    while position < part.count {
        var (cells, earlyCells): ([CellBounds], [CellBounds]) = ([], [])
        let step = whole.record(table, from: position, isLast: true, into: &cells)
        let earlyStep = early.record(part, from: position, isLast: false, into: &earlyCells)
        if earlyStep == .needsMore { return }
        guard step == earlyStep, cells == earlyCells else {
            finding("\(earlyStep) before the cut, \(step) after it")
        }
        guard case .record(let next) = step else { return }
        guard next > position, next <= table.count else { finding("a record from \(position) to \(next)") }
        position = next
    }
}

private func writeAndReadBack(_ rows: [Value], _ delimiter: UInt8) {
    do {
        let writer = TableWriter(try FileDraft(path: path), delimiter == 44 ? .csv : .tsv)
        try writer.write(rows)
        try writer.commit()
    } catch {
        finding("not written: \(error)")
    }
    guard let back = readRows(delimiter) else { finding("what was written cannot be read") }
    guard rows.map(cells) == back.map(cells) else { finding("\(rows.map(cells)) came back as \(back.map(cells))") }
}

private let path = "/dev/shm/tms-fuzz-\(getpid()).csv"

/// - Returns: `nil` where the table is refused or has no rows.
private func rows(of table: [UInt8], _ delimiter: UInt8) -> [Value]? {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0, write(descriptor, table, table.count) == table.count else { finding("no \(path)") }
    close(descriptor)
    return readRows(delimiter).flatMap { $0.isEmpty ? nil : $0 }
}

private func readRows(_ delimiter: UInt8) -> [Value]? {
    defer { unlink(path) }
    let options = FileOptions([.separator: String(decoding: [delimiter], as: UTF8.self)])
    let message = FileMessage(path: path, location: nil)
    do {
        let form = try FileForm(options, message)
        let text = try TextSource(path: path, format: .csv, separator: form.cells, encoding: nil)
        guard case .table(let dialect) = text.form else { return nil }
        let source = TableRows(text, dialect, message)
        var rows: [Value] = []
        while true {
            let chunk = try source.nextRows()
            rows += chunk.rows
            if chunk.isLast { return rows }
        }
    } catch {
        return nil
    }
}

private func cells(_ row: Value) -> [String] {
    guard case .record(let record) = row else { return [] }
    return record.shape.keys + record.values.map(\.plainText)
}
