import TMSSemantics
import TMSSyntax

extension CheckedProgram {
    /// The second of the statements that show a result, for formats whose output is one document.
    var secondResult: SourceRange? {
        let shown = program.statements.filter { statement in
            guard case .pipeline(let pipeline) = statement.kind else { return false }
            if case .save? = pipeline.stages.last?.kind { return false }
            return true
        }
        return shown.count > 1 ? shown[1].range : nil
    }
}
