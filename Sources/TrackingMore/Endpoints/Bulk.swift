/// How many calls become one: the endpoint that takes several, how they are put to it, and how its answer is told apart.
public struct Bulk: Sendable {
    public let endpoint: Endpoint.ID
    /// Items a call takes.
    public let limit: Int
    public let shape: Shape
    public let answer: Answers
    /// The fields by which a row of the answer is found to belong to an item.
    public let match: [Match]
    /// The meta code an item met that the answer does not mention; nil where that is no failure.
    public let missing: Int?
    /// Fields the bulk form lacks; an item that has one goes alone.
    public let lacks: [String]

    public enum Shape: Sendable, Equatable {
        /// The body is an array, an item each.
        case array
        /// One query field joins one field of each item with commas.
        case commaSeparated(query: String, of: String)
        /// The body is an object; one field is the array of one field of each item.
        case listField(String)
    }

    /// Where the answer says what became of each item.
    public enum Answers: Sendable, Equatable {
        /// `data[done]` lists what worked, each inside `wrapper` where there is one; `data[failed]` lists what did
        /// not, with `code` and `message`. An answer without the lists is taken to mean that all was done.
        case lists(done: String, wrapper: String? = nil, failed: String? = nil)
        /// `data` is an array in the order of the request.
        case inOrder
        /// `data` is a map; each item's field is the key.
        case keyed(by: String)
    }

    /// A field of an item, and the fields of the answer's rows one of which equals it, whatever the case.
    public struct Match: Sendable, Equatable {
        public let field: String
        public let answered: [String]

        public init(_ field: String, _ answered: String...) {
            self.field = field
            self.answered = answered.isEmpty ? [field] : answered
        }
    }

    public init(
        _ endpoint: Endpoint.ID, limit: Int, shape: Shape = .array, answer: Answers,
        match: [Match] = [Match("tracking_number"), Match("carrier_code")], missing: Int? = nil, lacks: [String] = []
    ) {
        self.endpoint = endpoint
        self.limit = limit
        self.shape = shape
        self.answer = answer
        self.match = match
        self.missing = missing
        self.lacks = lacks
    }
}
