extension ProgramSyntax {
    /// The tree as nested lists, without ranges: `(let late (pipeline …))`. Two texts with one outline mean the same.
    public var outline: String { statements.map { Outline.of($0) }.joined(separator: "\n") }

    /// Whether both trees are the same but for where they stand.
    public func isSameTree(as other: ProgramSyntax) -> Bool { outline == other.outline }
}

extension ExpressionSyntax {
    public var outline: String { Outline.of(self) }
}

extension StatementSyntax {
    public var outline: String { Outline.of(self) }
}

/// Writes a tree as nested lists.
enum Outline {
    static func of(_ block: BlockSyntax) -> String {
        "{" + block.statements.map(of).joined(separator: " ") + "}"
    }

    static func node(_ name: String, _ parts: String...) -> String { node(name, parts) }

    static func node(_ name: String, _ parts: [String]) -> String {
        parts.isEmpty ? "(\(name))" : "(\(name) \(parts.joined(separator: " ")))"
    }

    static func quoted(_ text: String) -> String { Quoting.string(text) }
}
