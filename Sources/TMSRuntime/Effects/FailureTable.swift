import TMSSyntax

/// Makes the rows of `$failures` and of `--failures FILE`: the columns of the input as they were, then the line it
/// stood on, a code, what is wrong and what to do. Mended and given back as input, they are the rerun.
///
/// An input with columns of these four names keeps them, and those of tms are called `tms_code` and so on; the four of
/// an earlier file of failures, which stand side by side, give way to the new ones.
public final class FailureTable {
    private struct Layout {
        /// Kept, so that its identity stays its own.
        let input: Shape
        let output: Shape
        /// The columns of the input that are handed on.
        let kept: [Int]
    }

    private static let added = ["line", "code", "message", "remedy"]
    private static let prefix = "tms_"

    private var layouts: [ObjectIdentifier: Layout] = [:]
    private var shapes: [[String]: Shape] = [:]

    public init() {}

    public func record(_ failure: Failure) -> Record {
        let origin = failure.row?.origin
        let (layout, input) = layout(for: failure, origin)
        let mistakes = failure.mistakes
        var told: [Value] = [origin.map { .integer($0.line) } ?? .nothing, .string(failure.diagnostic.code)]
        told.append(.string(mistakes.map(\.text).joined(separator: "; ")))
        let remedies = mistakes.compactMap(\.remedy)
        told.append(remedies.isEmpty ? .nothing : .string(remedies.joined(separator: "; ")))
        return Record(shape: layout.output, values: layout.kept.map { input.value(at: $0) } + told)
    }

    /// The columns of a table that a file of failures adds to its input.
    public static func addedColumns(of columns: [String]) -> Set<String> {
        places(in: columns).map { Set(columns[$0]) } ?? []
    }

    private static func places(in columns: [String]) -> Range<Int>? {
        guard columns.count >= added.count else { return nil }
        for start in 0...(columns.count - added.count) {
            let run = columns[start..<(start + added.count)]
            if zip(run, added).allSatisfy({ $0 == $1 || $0 == prefix + $1 }) { return start..<(start + added.count) }
        }
        return nil
    }

    private func layout(for failure: Failure, _ origin: RowOrigin?) -> (Layout, Record) {
        let input = origin?.record ?? input(of: failure)
        if let known = layouts[ObjectIdentifier(input.shape)] { return (known, input) }
        let keys = input.shape.keys
        let earlier = Self.places(in: keys)
        let kept = keys.indices.filter { earlier?.contains($0) != true }
        let names = kept.map { keys[$0] }
        let told = Self.added.map { names.contains($0) ? Self.prefix + $0 : $0 }
        let layout = Layout(input: input.shape, output: Shape(keys: names + told), kept: kept)
        layouts[ObjectIdentifier(input.shape)] = layout
        return (layout, input)
    }

    /// The columns of a row that comes from no file: its own where a script made it, otherwise what names the parcel.
    private func input(of failure: Failure) -> Record {
        if case .record(let record)? = failure.row, !record.shape.isOfService { return record }
        var values: [(key: String, value: Value)] = []
        if case .item(let value, let name)? = failure.row, name != "number" { values.append((name, value)) }
        if let number = failure.number { values.append(("number", .string(number))) }
        if let via = failure.via { values.append(("via", .string(via))) }
        let keys = values.map(\.key)
        let shape = shapes[keys] ?? Shape(keys: keys)
        shapes[keys] = shape
        return Record(shape: shape, values: values.map(\.value))
    }
}
