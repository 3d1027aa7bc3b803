public import TMSSyntax

/// A place that calls a definition.
struct DefinitionCall {
    var name: String
    var range: SourceRange
}

/// The names of one file. It keeps what the checker noted on its way and puts it in order when it is asked: a run asks
/// nothing of it.
public struct SymbolTable: Sendable {
    private var file = SourceFile(name: "", text: "")
    private var bindings: [Scopes.Binding] = []
    private var mentions: [Scopes.Mention] = []
    private var calls: [DefinitionCall] = []
    private var definitions: [String: Definition] = [:]

    /// A table without a name.
    public init() {}

    init(_ file: SourceFile, scopes: Scopes, calls: [DefinitionCall], definitions: [String: Definition]) {
        self.file = file
        bindings = scopes.bindings
        mentions = scopes.mentions
        self.calls = calls
        self.definitions = definitions
    }

    /// Everything the file declares or uses, by the place of its declaration; what is declared elsewhere comes first.
    public var symbols: [Symbol] {
        (variables + ownDefinitions).sorted { left, right in
            (left.place, left.name) < (right.place, right.name)
        }
    }

    /// What a place names, whether it declares it or uses it. The place just behind a name belongs to the name.
    public func symbol(at offset: Int) -> Symbol? {
        let all = symbols
        return all.first { $0.ranges(in: file).contains { $0.lower <= offset && offset < $0.upper } }
            ?? all.first { $0.ranges(in: file).contains { $0.upper == offset } }
    }

    private var variables: [Symbol] {
        var places: [[SourceRange]] = Array(repeating: [], count: bindings.count)
        for mention in mentions { places[mention.binding].append(mention.range) }
        return zip(bindings, places).compactMap { binding, places in
            // Of what is given only that which is used is told, and a mistake is no symbol.
            if binding.isUndeclared, places.isEmpty || binding.origin == .mistaken { return nil }
            return Symbol(
                name: binding.name, kind: binding.kind, file: file,
                declaration: binding.isUndeclared ? nil : binding.range, references: places.ordered,
                type: SymbolType(binding.type), loopDepth: binding.loopDepth)
        }
    }

    private var ownDefinitions: [Symbol] {
        let places = Dictionary(grouping: calls, by: \.name)
        return definitions.compactMap { name, definition in
            let references = (places[name] ?? []).map(\.range).ordered
            guard definition.file === file || !references.isEmpty else { return nil }
            return Symbol(
                name: name, kind: .definition, file: definition.file, declaration: definition.syntax.name.range,
                references: references, type: .unknown, loopDepth: 0)
        }
    }
}

extension Symbol {
    /// Where the file holds the name: its declaration and its uses.
    public func ranges(in file: SourceFile) -> [SourceRange] {
        guard let declaration, self.file === file else { return references }
        return [declaration] + references
    }

    fileprivate var place: Int { declaration?.lower ?? -1 }
}

extension Scopes.Binding {
    fileprivate var kind: Symbol.Kind {
        if isUndeclared { return .given }
        switch origin {
        case .loop: return .loopVariable
        case .parameter: return .parameter
        case .formal: return .definitionParameter
        // At the prompt a `let` is kept for later lines, and one with a mistake in its value is still a `let`.
        case .let, .given, .mistaken: return .variable
        }
    }
}

extension [SourceRange] {
    /// In the order of the text, each once.
    fileprivate var ordered: [SourceRange] { Set(self).sorted { ($0.lower, $0.upper) < ($1.lower, $1.upper) } }
}
