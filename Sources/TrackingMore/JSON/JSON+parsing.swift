extension JSON {
    /// Arrays and objects may nest this deeply.
    public static let maximumDepth = 512

    /// Reads exactly one value; blanks around it and a byte order mark before it are skipped.
    public init(parsing bytes: [UInt8]) throws(JSONError) {
        var shapes = JSONShapes()
        self = try bytes.withUnsafeBufferPointer { (buffer) throws(JSONError) -> JSON in
            try JSON.parse(buffer, &shapes)
        }
    }

    public init(parsing text: String) throws(JSONError) {
        try self.init(parsing: Array(text.utf8))
    }

    /// Reads one value out of borrowed bytes, sharing the key lists it meets with earlier and later rows.
    static func parse(_ buffer: UnsafeBufferPointer<UInt8>, _ shapes: inout JSONShapes) throws(JSONError) -> JSON {
        guard let base = buffer.baseAddress else { throw JSONError(.endsEarly, at: 0) }
        var parser = JSONParser(base: base, end: buffer.count, shapes: shapes)
        defer { shapes = parser.shapes }
        return try parser.document()
    }
}
