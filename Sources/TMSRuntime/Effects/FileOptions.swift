public import TMSSyntax

/// What a script says of the form of a file it reads; everything it leaves out is told by the file itself.
public struct FileOptions: Sendable, Equatable {
    /// The characters of each value, as they were given.
    public private(set) var said: [FileClause: String] = [:]

    public init(_ said: [FileClause: String] = [:]) { self.said = said }

    public subscript(clause: FileClause) -> String? {
        get { said[clause] }
        set { said[clause] = newValue }
    }
}
