import Foundation
import TMSSyntax

/// A script that states what it prints, in comments directly after the statements that print it.
///
///     print 1 + 2
///     # 3
///     print $lat
///     #     ^^^^ error: there is no variable `$lat`; `let lat = …` makes one
///
/// The comments are exactly what the tool says, so a run can write them as well as compare them. Prose stands at
/// the top of the file or after an empty line. Long output stands in a `.out` file beside the script.
public struct GoldenScript: Sendable, CustomStringConvertible {
    /// From the folder of all scripts, without its suffix: `language/a-claim-in-words`.
    public let name: String
    public let path: String

    /// The scripts under a folder, in the order of their names. What lies in a folder `used` is for the scripts beside
    /// that folder; what lies in a folder `formatting` shows how it is written and is not run.
    public static func all(in folder: String) -> [GoldenScript] {
        let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return found.filter { $0.hasSuffix(".tms") && !$0.contains("/used/") && !$0.hasPrefix("formatting/") }.sorted()
            .map {
                GoldenScript(name: String($0.dropLast(4)), path: folder + "/" + $0)
            }
    }

    public var description: String { name }

    public func text() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    /// Runs the script and compares; with `rewriting` it writes down what was said instead.
    /// - Returns: What differs, or `nil`.
    public func verify(with runner: some ScriptRunner, rewriting: Bool) async throws -> Difference? {
        let text = try text()
        let annotation = Annotation(text)
        let run = await runner.run(SourceFile(name: fileName, text: annotation.source), in: folder)
        let hasOutputFile = FileManager.default.fileExists(atPath: outputPath)
        let annotated = annotation.with(hasOutputFile ? run.withoutOutput : run)
        let said = run.outputText

        if rewriting {
            if annotated != text { try annotated.write(toFile: path, atomically: true, encoding: .utf8) }
            if hasOutputFile { try said.write(toFile: outputPath, atomically: true, encoding: .utf8) }
            return nil
        }
        if annotated != text { return Difference(expected: text, found: annotated) }
        guard hasOutputFile else { return nil }
        let expected = try String(contentsOfFile: outputPath, encoding: .utf8)
        return expected == said ? nil : Difference(expected: expected, found: said)
    }

    private var fileName: String { (path as NSString).lastPathComponent }
    private var folder: String { (path as NSString).deletingLastPathComponent }
    private var outputPath: String { (path as NSString).deletingPathExtension + ".out" }
}
