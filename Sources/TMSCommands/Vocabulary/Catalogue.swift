public import TMSRuntime
public import TMSSyntax
public import TrackingMore

/// Every verb with what carries it out: the vocabulary the language reads, and the other half it does not see.
public struct Catalogue: Sendable {
    public let vocabulary: Vocabulary
    /// By schema name: the kinds of records the verbs answer with.
    public let kinds: [String: RecordKind]
    private let bindings: [VerbBinding]

    /// All calls of the API and the shell's own verbs.
    public static let standard = Catalogue(endpoints: Endpoint.all, own: LocalVerb.all)

    public init(endpoints: [Endpoint], own: [LocalVerb]) {
        var signatures: [Signature] = []
        var bindings: [VerbBinding] = []
        var schemas: [Schema] = []
        for endpoint in endpoints {
            let name = Schema.name(of: endpoint)
            let known = schemas.first { $0.name == name }
            let schema = known ?? Schema(rowsOf: endpoint)
            if known == nil { schemas.append(schema) }
            for line in endpoint.lines {
                let verb = EndpointVerb(endpoint: endpoint, line: line)
                signatures.append(Signature(verb, returning: schema))
                bindings.append(.endpoint(verb))
            }
        }
        for verb in own {
            signatures.append(verb.signature)
            bindings.append(.own(verb))
        }
        self.bindings = bindings
        vocabulary = Vocabulary(
            verbs: signatures, schemas: schemas, nearMisses: NearMiss.words, meanings: WordMeaning.kinds)
        kinds = Dictionary(schemas.map { ($0.name, RecordKind(parcelsAware: $0)) }) { first, _ in first }
    }

    /// What carries out a verb; nil for an id of another vocabulary.
    public subscript(id: VerbID) -> VerbBinding? {
        bindings.indices.contains(id.index) ? bindings[id.index] : nil
    }

    /// The verb that people type as `name`.
    public func verb(named name: String) -> VerbID? {
        vocabulary.verbs.firstIndex { $0.name == name }.map { VerbID($0) }
    }

    /// The kind of the rows a call answers with.
    public func kind(of endpoint: Endpoint) -> RecordKind? { kinds[Schema.name(of: endpoint)] }
}

/// What carries out a verb.
public enum VerbBinding: Sendable {
    case endpoint(EndpointVerb)
    case own(LocalVerb)
}
