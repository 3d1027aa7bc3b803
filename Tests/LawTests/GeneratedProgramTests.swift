import Foundation
import TMSCommands
import TMSSemantics
import TMSShell
import TMSSyntax
import TMSTestSupport
import Testing

/// Laws over programs nobody wrote. `TMS_PROGRAMS=100000` tries so many, `TMS_SEED=7` others.
struct GeneratedProgramTests {
    private static let vocabulary = Catalogue.standard.vocabulary
    private static let count = number("TMS_PROGRAMS") ?? 3_000
    private static let seed = number("TMS_SEED") ?? 1
    private let laws = TextLaws(vocabulary: vocabulary)

    private static func number(_ name: String) -> Int? {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
    }

    private static func program(_ number: Int) -> String {
        var generator = ProgramGenerator(seed: UInt64(seed) << 32 | UInt64(number), vocabulary: vocabulary)
        return generator.program()
    }

    @Test(arguments: 0..<8)
    func `a generated program parses, prints and formats back to itself`(part: Int) {
        for number in stride(from: part, to: Self.count, by: 8) {
            let text = Self.program(number)
            let parsed = parse(SourceFile(name: "text.tms", text: text), vocabulary: Self.vocabulary)
            let law = parsed.diagnostics.first { $0.severity == .error }?.message ?? laws.broken(by: text)
            guard let law else { continue }
            Issue.record("program \(number): \(law)\n--- it is:\n\(text)")
            return
        }
    }

    @Test func `a script of a thousand lines is checked again while one types`() {
        var text = ""
        for number in 0... {
            if text.utf8.count(where: { $0 == UInt8(ascii: "\n") }) >= 1_000 { break }
            let program = Self.program(number)
            if !program.contains(/(?i)param|define|read only|#!/) { text += program + "\n" }
        }
        let file = SourceFile(name: "text.tms", text: text)
        let time = processorTime { _ = Session.check(file, vocabulary: Self.vocabulary) }
        // A debug build; a release build takes a hundredth of it.
        #expect(time < .seconds(10))
    }

    @Test func `most generated programs pass the checker`() {
        var accepted = 0
        for number in 0..<500 {
            let file = SourceFile(name: "text.tms", text: Self.program(number))
            let checked = Session.check(file, vocabulary: Self.vocabulary)
            if !checked.hasErrors { accepted += 1 }
        }
        #expect(accepted > 250)
    }
}
