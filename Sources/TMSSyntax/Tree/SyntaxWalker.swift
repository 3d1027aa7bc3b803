/// A walk over the tree, in the order it is written.
///
/// `visit` is called for each node and, unless a walk says otherwise, goes on with what is directly inside (`walk`). A walk
/// is a type with a `visit` of its own for the nodes it is about; it calls `walk` where it wants to go further. What is
/// inside a node is said once, beside its declaration, so that a new statement, stage or value is in every walk.
public protocol SyntaxWalker {
    mutating func visit(_ block: BlockSyntax)
    mutating func visit(_ statement: StatementSyntax)
    mutating func visit(_ pipeline: PipelineSyntax)
    mutating func visit(_ stage: StageSyntax)
    mutating func visit(_ command: CommandSyntax)
    mutating func visit(_ clause: ClauseSyntax)
    mutating func visit(_ file: FileSyntax)
    mutating func visit(_ clause: FileClauseSyntax)
    mutating func visit(_ field: FieldSyntax)
    mutating func visit(_ range: DateRangeSyntax)
    mutating func visit(_ value: ExpressionSyntax)
}

extension SyntaxWalker {
    @inlinable public mutating func visit(_ block: BlockSyntax) { walk(block) }
    @inlinable public mutating func visit(_ statement: StatementSyntax) { walk(statement) }
    @inlinable public mutating func visit(_ pipeline: PipelineSyntax) { walk(pipeline) }
    @inlinable public mutating func visit(_ stage: StageSyntax) { walk(stage) }
    @inlinable public mutating func visit(_ command: CommandSyntax) { walk(command) }
    @inlinable public mutating func visit(_ clause: ClauseSyntax) { walk(clause) }
    @inlinable public mutating func visit(_ file: FileSyntax) { walk(file) }
    @inlinable public mutating func visit(_ clause: FileClauseSyntax) { walk(clause) }
    @inlinable public mutating func visit(_ field: FieldSyntax) {}
    @inlinable public mutating func visit(_ range: DateRangeSyntax) { walk(range) }
    @inlinable public mutating func visit(_ value: ExpressionSyntax) { walk(value) }

    @inlinable public mutating func visit(_ values: [ExpressionSyntax]) { for value in values { visit(value) } }
    @inlinable public mutating func visit(_ fields: [FieldSyntax]) { for field in fields { visit(field) } }
    @inlinable public mutating func visit(_ statements: [StatementSyntax]) {
        for statement in statements { visit(statement) }
    }
}
