import TMSCommands
import TMSSemantics
import TMSSyntax

// Values.
extension RoleWalk {
    /// - Parameter kind: what a bare word is read as here.
    mutating func walk(_ value: ExpressionSyntax, as kind: ValueKind? = nil) {
        let range = value.range
        switch value.kind {
        case .number: paint(range, .number)
        case .word(let word): paint(range, role(of: word, as: kind))
        // Its text is a token of its own.
        case .string(let segments):
            for case .expression(let inner) in segments { walk(inner) }
        case .boolean, .empty: paint(range, .constant)
        case .date: paint(range, .date)
        case .duration(let inner, _):
            paint(range, .duration)
            walkUnlessNumber(inner)
        case .ago(let inner):
            paint(range, .date)
            if case .duration(let amount, _) = inner.kind { walkUnlessNumber(amount) } else { walk(inner) }
        case .variable(let name): paint(range, .variable(name))
        case .those, .rows: paint(range, .variable(file.slice(range)))
        case .field(let name): paint(range, .field(name, of: schema))
        case .member(let base, let name, let nameRange):
            walk(base)
            paint(nameRange, .field(name, of: nil))
        case .index(let base, let index):
            walk(base)
            walk(index)
        case .call(let name, let nameRange, let arguments): walkCall(name, nameRange, arguments)
        case .list(let items): for item in items { walk(item, as: kind) }
        case .record(let items):
            for item in items {
                paint(item.keyRange, .field(item.key, of: nil))
                walk(item.value)
            }
        case .negate(let inner), .not(let inner), .isEmpty(let inner, _): walk(inner)
        case .parenthesized(let inner): walk(inner, as: kind)
        case .binary(_, let left, let right):
            walk(left)
            walk(right)
        case .comparison(_, let left, let right):
            walk(left)
            walk(right, as: expectedKind(of: left))
        case .membership(let left, let right, _):
            walk(left)
            switch right {
            case .values(let values): for item in values { walk(item, as: expectedKind(of: left)) }
            case .range(let range): walk(range)
            }
        case .and(let items), .or(let items): for item in items { walk(item) }
        case .pipeline(let pipeline): walk(pipeline)
        case .missing: break
        }
    }

    mutating func walk(_ range: DateRangeSyntax) {
        if case .period = range.kind { paint(range.range, .date) }
        for part in range.parts { walk(part, as: .date) }
    }

    /// The number of `14 days` is part of the duration.
    private mutating func walkUnlessNumber(_ amount: ExpressionSyntax) {
        if case .number = amount.kind { return }
        walk(amount)
    }

    private mutating func walkCall(_ name: String, _ range: SourceRange, _ arguments: [ExpressionSyntax]) {
        let definition = definitions[name]
        let isKnown = definition != nil || Function.named(name) != nil
        paint(range, definition != nil ? .definition(name) : isKnown ? .function(name) : .unknown)
        for (place, argument) in arguments.enumerated() {
            walk(argument, as: definition?.parameters.element(at: place)?.kind?.kind?.valueKind)
        }
    }

    private func role(of word: String, as kind: ValueKind?) -> TokenRole {
        guard let kind else { return .text }
        if kind == .parcel || kind == .trackingNumber {
            return CheckDigitNote.applies(to: word) ? .doubtful(kind) : .value(kind)
        }
        // A carrier may be one of the account that no table knows.
        let isOfTable = kind.form == .code && kind != .carrier
        return isOfTable && vocabulary.normalForm(word, kind) == nil ? .unknown : .value(kind)
    }

    /// What the words beside a field are, where they are those of a table.
    private func expectedKind(of left: ExpressionSyntax) -> ValueKind? {
        let name: String
        switch left.kind {
        case .field(let field): name = field
        case .member(_, let field, _): name = field
        case .parenthesized(let inner): return expectedKind(of: inner)
        default: return nil
        }
        guard let kind = vocabulary.declaration(of: name, in: schema)?.kind,
            kind.form == .code || kind.form == .identifier
        else { return nil }
        return kind
    }
}

extension Vocabulary {
    /// A field of rows of this schema; of rows of which nothing is known, those of a parcel, as likely as not.
    func declaration(of field: String, in schema: String?) -> Field? {
        let known = schema.flatMap { self.schema(named: $0) }?.field(named: field)
        return known ?? parcelSchema?.field(named: field)
    }

    /// The schema of parcels: the one whose records can be silent.
    var parcelSchema: Schema? { schemas.first { $0.field(named: "silent") != nil } }
}
