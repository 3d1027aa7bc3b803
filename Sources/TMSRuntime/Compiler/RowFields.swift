import TMSSyntax

/// How the fields of the row at hand are read.
final class RowFields {
    private let code: CodeWriter
    /// The row that `$it` and bare fields mean.
    private(set) var row: Int?
    /// The fields that the condition at hand compares, by the places of their counts; `nil` where none are counted.
    private var compared: [String: Int]?
    /// How the fields are asked for that are being compiled.
    private var use = FieldUse.read

    init(_ code: CodeWriter) { self.code = code }

    /// Compiles what is said of a row, or of none.
    func with(_ row: Int?, _ body: () -> Void) {
        let outer = self.row
        self.row = row
        body()
        self.row = outer
    }

    /// Compiles a condition on a row.
    ///
    /// - Parameter isCounted: a shown result depends on it, so that rows which lack a field are counted.
    func condition(on row: Int, isCounted: Bool, _ body: () -> Void) {
        let outer = (compared, use)
        compared = isCounted ? [:] : nil
        use = .condition
        with(row, body)
        (compared, use) = outer
    }

    /// Compiles what lacks no field by being without it: a test for empty, or what is no part of the condition around.
    func uncounted(_ body: () -> Void) {
        let outer = compared
        compared = nil
        body()
        compared = outer
    }

    /// Compiles the left side of `??`, which may lack its field.
    func optional(_ body: () -> Void) {
        let outer = use
        use = .optional
        uncounted(body)
        use = outer
    }

    /// Reads a field of a row.
    func read(_ name: String, of row: Int, into result: Int, _ range: SourceRange) {
        let cache = cache(name, at: range)
        guard let known = compared?[name] else {
            guard compared != nil else { return code.emit(.field, result, row, cache, at: range) }
            let place = code.pool.gap(name)
            compared?[name] = place
            return code.emit(.comparedField, result, row, cache, extra: place, at: range)
        }
        code.emit(.comparedField, result, row, cache, extra: known, at: range)
    }

    func cache(_ name: String, at range: SourceRange) -> Int {
        code.place(field: name, at: range)
        return code.pool.fieldCache(name, use)
    }

    /// The cache that the field in `register` was just loaded through.
    func cache(for name: String, loadedInto register: Int) -> Int {
        for instruction in code.instructions.reversed()
        where (instruction.op == .field || instruction.op == .comparedField) && Int(instruction.a) == register {
            return Int(instruction.c)
        }
        return code.pool.fieldCache(name, use)
    }
}

extension ExpressionSyntax {
    /// The field it reads, if that is all it does.
    var fieldName: String? {
        switch kind {
        case .field(let name): name
        case .member(_, let name, _): name
        case .parenthesized(let inner): inner.fieldName
        // Any other does more, or reads none.
        default: nil
        }
    }
}
