/// The members of a JSON object in their order. Duplicate keys are kept; a lookup finds the first.
///
/// Keys and values are two parallel arrays, so that rows of one kind share a single array of keys.
public struct JSONObject: Sendable, Equatable {
    public private(set) var keys: [String]
    public private(set) var values: [JSON]

    public init() {
        keys = []
        values = []
    }

    public init(_ members: some Sequence<(String, JSON)>) {
        self.init()
        for (key, value) in members { append(key, value) }
    }

    /// Pairs keys with values; the longer of the two is cut.
    public init(keys: [String], values: [JSON]) {
        let count = Swift.min(keys.count, values.count)
        self.keys = keys.count == count ? keys : Array(keys.prefix(count))
        self.values = values.count == count ? values : Array(values.prefix(count))
    }

    /// Pairs arrays known to be of one length.
    init(parallel keys: [String], _ values: [JSON]) {
        self.keys = keys
        self.values = values
    }

    /// Reads the first member of that name; writes over it, appends one, or with nil removes every one.
    public subscript(key: String) -> JSON? {
        get {
            guard let index = keys.firstIndex(of: key), values.indices.contains(index) else { return nil }
            return values[index]
        }
        set {
            guard let newValue else { return remove(key) }
            if let index = keys.firstIndex(of: key), values.indices.contains(index) {
                values[index] = newValue
            } else {
                append(key, newValue)
            }
        }
    }

    /// Adds a member at the end, even where the key is there already.
    public mutating func append(_ key: String, _ value: JSON) {
        keys.append(key)
        values.append(value)
    }

    public mutating func remove(_ key: String) {
        let kept = zip(keys, values).filter { $0.0 != key }
        keys = kept.map { $0.0 }
        values = kept.map { $0.1 }
    }
}

extension JSONObject: RandomAccessCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { values.count }
    public subscript(position: Int) -> (key: String, value: JSON) { (keys[position], values[position]) }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral members: (String, JSON)...) { self.init(members) }
}
