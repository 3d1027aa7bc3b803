import TMSSyntax
import Testing

@Suite struct SampleLinesTests {
    @Test(arguments: Line.all)
    func `a line gives its tree and nothing to complain about`(_ line: Line) {
        let result = Sample.parse(line.text)
        #expect(result.diagnostics.isEmpty)
        #expect(!result.isIncomplete)
        #expect(result.program.outline == line.outline)
    }

    @Test(arguments: Line.all)
    func `what is printed reads back as the same tree`(_ line: Line) {
        let program = Sample.parse(line.text).program
        let text = printed(program, vocabulary: Sample.vocabulary)
        #expect(Sample.parse(text).program.outline == line.outline, "printed: \(text)")
    }

    @Test(arguments: Line.all)
    func `formatting twice is formatting once`(_ line: Line) {
        let once = Sample.format(line.text)
        #expect(Sample.format(once) == once)
        #expect(Sample.parse(once).program.outline == line.outline)
    }

    @Test(arguments: Line.all)
    func `ranges lie inside the text and hold the statement`(_ line: Line) {
        let program = Sample.parse(line.text).program
        for statement in program.statements {
            #expect(statement.range.lower <= statement.range.upper)
            #expect(statement.range.upper <= line.text.utf8.count)
        }
    }
}
