public import TMSSyntax

/// The name of a file as a script has it.
public struct FileName: Sendable, Equatable {
    public let path: String
    /// It was given on the command line, and begins where it was typed.
    public let isTyped: Bool

    public init(_ path: String, isTyped: Bool = false) {
        self.path = path
        self.isTyped = isTyped
    }

    public init(_ value: Value, in environment: Environment) {
        if case .text(let text) = value {
            self.init(text.string, isTyped: text.isTyped)
        } else {
            self.init(value.text(in: environment))
        }
    }
}

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
