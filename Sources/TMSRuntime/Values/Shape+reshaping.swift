import TMSSyntax

/// The fields that a stage has taken from a record, so that asking for them is a mistake.
struct Narrowing: Sendable {
    /// `show`, `drop` or `rename`.
    let stage: String
    /// Under all their names; `nil` for all that are not there.
    let names: Set<String>?

    static let show = Narrowing(stage: "show", names: nil)
    static func drop(_ names: [String]) -> Narrowing { Narrowing(stage: "drop", names: Set(names)) }
    static func rename(_ names: [String]) -> Narrowing { Narrowing(stage: "rename", names: Set(names)) }

    /// Whether a field has gone that rows do not have: it is named, or all that it is worked out of is.
    func takes(_ name: String, of schema: Schema?) -> Bool {
        guard let names, !names.contains(name) else { return true }
        let sources = schema?.field(named: name)?.sources ?? []
        return !sources.isEmpty && sources.allSatisfy(names.contains)
    }
}

/// Why a record has no field of a name.
enum FieldAbsence {
    /// Its kind has such a field, and this record none: it is empty.
    case open
    case leftOut(by: String)
    /// No record of the kind can have one.
    case impossible(Schema)
    /// Nothing is known of what the record should have.
    case unknown
}

extension Shape {
    /// Of a name that `lookup` does not find.
    func absence(of name: String) -> FieldAbsence {
        let isOfKind = kind.map { $0.schema.isOpen || $0.schema.field(named: name) != nil }
        if let narrowing, isOfKind ?? true, narrowing.takes(name, of: kind?.schema) {
            return .leftOut(by: narrowing.stage)
        }
        // A file may have any columns: what it has not is not known to be left out.
        guard let kind, isOfService else { return .unknown }
        return isOfKind ?? false ? .open : .impossible(kind.schema)
    }

    /// Whether a stage has taken a field of this name from the record.
    public func leavesOut(_ name: String) -> Bool {
        guard case .absent = lookup(name), case .leftOut = absence(of: name) else { return false }
        return true
    }

    /// Whether asking for a name is a mistake, or may be one: not where the kind has such a field and this record none.
    func misses(_ name: String, _ found: FieldLookup) -> Bool {
        guard case .absent = found else { return false }
        if case .open = absence(of: name) { return false }
        return true
    }

    /// A record of the same kind with these keys, of which a stage has taken some.
    ///
    /// - Parameter renamed: new names of keys by their old ones.
    func with(_ keys: [String], without taken: Narrowing? = nil, renamed: [String: String] = [:]) -> Shape {
        let left = Set(keys)
        return Shape(
            keys: keys, kind: kind, file: file, joined: joined.map { renamed[$0] ?? $0 }.filter(left.contains),
            narrowing: taken.map(narrowed) ?? narrowing, aliases: aliases.filter { left.contains($0.value) },
            isWritten: isWritten)
    }

    private func narrowed(by taken: Narrowing) -> Narrowing {
        guard let names = taken.names else { return taken }
        // What `show` has left out stays out.
        if let narrowing, narrowing.names == nil { return narrowing }
        let all = names.flatMap(allNames)
        return Narrowing(stage: taken.stage, names: (narrowing?.names ?? []).union(all))
    }

    /// A name with the others of the same field.
    private func allNames(of name: String) -> [String] {
        guard let field = kind?.schema.field(named: name) else { return [name] }
        return [field.name, field.wireName ?? field.name] + field.aliases
    }

    /// Where the values of a field stand, under whichever of its names.
    func slots(of name: String) -> [Int] {
        if case .slot(let slot) = lookup(name) { return [slot] }
        let names = Set(allNames(of: name))
        return keys.indices.filter { names.contains(keys[$0]) }
    }

    /// Whether it has a field that rows of another shape call by this key.
    func has(_ key: String, of other: Shape) -> Bool {
        other.allNames(of: key).contains { name in
            if case .absent = lookup(name) { false } else { true }
        }
    }

    /// What a stage makes of records of this shape.
    func reshaped(by reshaping: Reshaping) -> Shape { Reshaper(reshaping, FieldLog()).output(of: self) }

    /// A record of this shape with a partner of another.
    func joined(with other: Shape) -> Shape { Joint(self, other).shape }

    /// A record of this shape with some keys of a partner behind its own.
    func joined(with other: Shape, _ added: [String]) -> Shape {
        var aliases = self.aliases
        for key in added {
            for name in other.allNames(of: key) where name != key && aliases[name] == nil { aliases[name] = key }
        }
        return Shape(
            keys: keys + added, kind: kind ?? other.kind, file: file, joined: joined + added,
            // What was joined is there again.
            narrowing: narrowing.flatMap { taken in
                taken.names.map { Narrowing(stage: taken.stage, names: $0.subtracting(added)) } ?? taken
            }, aliases: aliases)
    }
}

extension Record {
    /// The value of a field that tms looks for itself; nothing where there is none.
    func field(_ name: String, in environment: Environment) -> Value {
        switch shape.lookup(name) {
        case .slot(let slot): value(at: slot)
        case .cell(let slot, let read): read(value(at: slot))
        case .computed(let compute): compute(self, environment)
        case .absent: .nothing
        }
    }
}
