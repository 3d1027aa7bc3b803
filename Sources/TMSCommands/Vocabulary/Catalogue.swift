public import TMSRuntime
public import TMSSyntax
public import TrackingMore

/// Every verb with what carries it out: the vocabulary the language reads, and the other half it does not see.
public struct Catalogue: Sendable {
    public let vocabulary: Vocabulary
    /// The version of the API whose calls the verbs make.
    public let dialect: Dialect
    /// By schema name: the kinds of records the verbs answer with.
    public let kinds: [String: RecordKind]
    private let bindings: [VerbBinding]

    /// All calls of the API and the shell's own verbs.
    public static let standard = Catalogue(of: .v2, own: LocalVerb.all)

    public init(of dialect: Dialect, own: [LocalVerb]) {
        let endpoints = dialect.endpoints
        var signatures: [Signature] = []
        var bindings: [VerbBinding] = []
        var schemas: [Schema] = []
        var records = RecordKinds(dialect)
        for endpoint in endpoints {
            let name = Schema.name(of: endpoint, in: dialect)
            let known = schemas.first { $0.name == name }
            let schema = known ?? Schema(rowsOf: endpoint, in: dialect)
            if known == nil {
                schemas.append(schema)
                records.add(schema, endpoint)
            }
            for line in endpoint.lines {
                let verb = EndpointVerb(endpoint: endpoint, of: dialect, line: line)
                signatures.append(Signature(verb, returning: schema))
                bindings.append(.endpoint(verb))
            }
        }
        for verb in own {
            var signature = verb.signature
            if signature.byHand != nil { signature.byHand = endpoints.flatMap(CallByHand.all(of:)) }
            switch verb.rows {
            case .any: break
            case .of(let schema):
                signature.returns = schema.name
                schemas.append(schema)
            case .written: signature.returns = Schema.name(of: dialect.calls.update, in: dialect)
            }
            signatures.append(signature)
            bindings.append(.own(verb))
        }
        self.bindings = bindings
        self.dialect = dialect
        vocabulary = Vocabulary(
            verbs: signatures, schemas: schemas + records.inner,
            parcelNames: ParcelNames(dialect.fields.parcel), otherWords: .standard, meanings: WordMeaning.kinds,
            normalForm: WordMeaning.normalForm, numbers: { TrackingNumber.numbers(in: $0) },
            isNearly: WordMeaning.isNearly)
        kinds = records.kinds
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
    public func kind(of endpoint: Endpoint) -> RecordKind? { kinds[Schema.name(of: endpoint, in: dialect)] }
}

/// What carries out a verb.
public enum VerbBinding: Sendable {
    case endpoint(EndpointVerb)
    case own(LocalVerb)
}
