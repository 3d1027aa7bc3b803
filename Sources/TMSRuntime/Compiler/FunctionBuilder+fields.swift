import TMSSyntax

// Variables, and fields of rows.
extension FunctionBuilder {
    /// The register of a variable; one from outside a definition is copied in.
    func variable(_ name: String, _ range: SourceRange, into target: Int?) -> Int {
        let source: Int
        if name == "it", let row {
            source = row
        } else if let local = local(name) {
            source = local
        } else if let main {
            let result = target ?? temporary()
            emit(.global, result, main.globalRegister(name), at: range)
            return result
        } else {
            source = globalRegister(name)
        }
        guard let target, target != source else { return source }
        emit(.move, target, source, at: range)
        return target
    }

    /// A field of the row at hand. Where a shown result depends on a comparison, the rows that lack it are counted.
    func field(_ name: String, of row: Int, into result: Int, _ range: SourceRange) {
        let cache = fieldCache(name, at: range)
        guard let known = comparedFields?[name] else {
            guard comparedFields != nil else { return emit(.field, result, row, cache, at: range) }
            let place = pool.gap(name)
            comparedFields?[name] = place
            return emit(.comparedField, result, row, cache, extra: place, at: range)
        }
        emit(.comparedField, result, row, cache, extra: known, at: range)
    }

    func fieldCache(_ name: String, at range: SourceRange) -> Int {
        place(field: name, at: range)
        return pool.fieldCache(name, fieldUse)
    }

    /// Remembers where the script names a field.
    func place(field name: String, at range: SourceRange) {
        pool.place(ofField: name, SourceLocation(file, range))
    }

    func place(_ fields: [FieldSyntax]) { for field in fields { place(field: field.name, at: field.range) } }

    /// Compiles what asks whether a field is empty, where lacking it is no gap.
    func uncounted(_ body: () -> Int) -> Int {
        let outer = comparedFields
        comparedFields = nil
        defer { comparedFields = outer }
        return body()
    }

    /// The cache that the field in `register` was just loaded through.
    func fieldCache(for name: String, loadedInto register: Int) -> Int {
        for instruction in code.reversed()
        where (instruction.op == .field || instruction.op == .comparedField) && Int(instruction.a) == register {
            return Int(instruction.c)
        }
        return pool.fieldCache(name, fieldUse)
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
