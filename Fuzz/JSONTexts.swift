import TMSCommands
import TMSRuntime
import TrackingMore

/// JSON whole, as rows, and as values of the language. The first byte says where the bytes are cut.
func readJSON(_ bytes: UnsafeBufferPointer<UInt8>) -> CInt {
    guard let choice = bytes.first else { return 0 }
    let text = Array(bytes.dropFirst())
    let whole = try? JSON(parsing: text)
    if let whole { writeAndReadBack(whole) }
    readAsRows(text, whole, cut: Int(choice) * text.count / 256)
    return 0
}

private func writeAndReadBack(_ json: JSON) {
    guard (try? JSON(parsing: json.compactBytes())) == json else { finding("compact: \(json.compact)") }
    guard (try? JSON(parsing: json.prettyBytes())) == json else { finding("pretty: \(json.pretty)") }
    var decoder = ValueDecoder()
    let back = decoder.value(json).json
    guard back == json else { finding("\(json.compact) as a value is \(back.compact)") }
}

private func readAsRows(_ text: [UInt8], _ whole: JSON?, cut: Int) {
    let (once, twice) = (rows(of: [text]), rows(of: [Array(text[..<cut]), Array(text[cut...])]))
    guard once == twice else { finding("cut at \(cut) the rows are \(String(describing: twice))") }
    if case .array(let items)? = whole, once != items {
        finding("the rows of \(items) are \(String(describing: once))")
    }
    if case .object? = whole, once != whole.map({ [$0] }) { finding("an object alone is not its row") }
}

private func rows(of chunks: [[UInt8]]) -> [JSON]? {
    var reader = JSONRowReader(maximumRow: 1 << 16)
    var rows: [JSON] = []
    do {
        for chunk in chunks { rows += try reader.feed(chunk) }
        return rows + (try reader.finish())
    } catch {
        return nil
    }
}
