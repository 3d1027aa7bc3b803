/// A string with places to fill: the text before each value, and that behind the last, in one piece of memory.
///
/// It is gone through for every line a program prints, so it holds no reference that would have to be counted.
struct TextTemplate {
    let text: UnsafeMutablePointer<UInt8>
    /// Where the text before each value ends; the last is that behind them all.
    let ends: UnsafeMutablePointer<Int>
    let valueCount: Int
    /// The text has line breaks.
    let breaksLines: Bool

    var length: Int { ends[valueCount] }
}

/// The templates of a program.
final class TextTemplates: @unchecked Sendable {
    // Written once, before anybody else has it.
    private let templates: UnsafeMutablePointer<TextTemplate>
    let count: Int

    /// - Parameter pieces: a template each; `nil` is a place to fill.
    init(_ pieces: [[String?]]) {
        count = pieces.count
        templates = .allocate(capacity: max(1, count))
        for (place, pieces) in pieces.enumerated() { (templates + place).initialize(to: Self.template(pieces)) }
    }

    deinit {
        for place in 0..<count {
            templates[place].text.deallocate()
            templates[place].ends.deallocate()
        }
        templates.deallocate()
    }

    subscript(place: Int) -> TextTemplate { templates[place] }

    private static func template(_ pieces: [String?]) -> TextTemplate {
        var bytes: [UInt8] = []
        var ends: [Int] = []
        for piece in pieces {
            if let piece { bytes += piece.utf8 } else { ends.append(bytes.count) }
        }
        ends.append(bytes.count)
        let template = TextTemplate(
            text: .allocate(capacity: max(1, bytes.count)), ends: .allocate(capacity: ends.count),
            valueCount: ends.count - 1, breaksLines: bytes.contains(0x0A))
        template.text.initialize(from: bytes, count: bytes.count)
        template.ends.initialize(from: ends, count: ends.count)
        return template
    }
}
