public import TMSSyntax

/// A statement whose result goes to the output, and the form that it is written in.
public struct ShownResult: Sendable, Equatable {
    public let range: SourceRange
    /// As the statement asks for it, else as the run does; `nil` is the form for people.
    public let format: OutputFormat?

    /// The results a program shows, in order. What stands inside of braces is silent.
    ///
    /// - Parameter format: asked for with `--format`.
    public static func all(of program: ProgramSyntax, in format: OutputFormat?) -> [ShownResult] {
        program.statements.compactMap { statement in
            statement.shownPipeline.map { ShownResult(range: statement.range, format: $0.format ?? format) }
        }
    }
}

extension StatementSyntax {
    /// `plan` shows what would come of it; `explain` and `curl` have nothing to show but calls.
    fileprivate var shownPipeline: PipelineSyntax? {
        switch kind {
        case .pipeline(let pipeline):
            if case .saved? = pipeline.stages.last?.outcome { return nil }
            return pipeline
        case .prefixed(.plan, let inner): return inner.shownPipeline
        // Only a pipeline has a result.
        default: return nil
        }
    }
}

extension PipelineSyntax {
    fileprivate var format: OutputFormat? {
        for stage in stages.reversed() {
            switch stage.kind {
            case .as(let name, _, _): return OutputFormat(word: name)
            case .chart: return .chart
            // No other stage says a form.
            default: continue
            }
        }
        return nil
    }
}
