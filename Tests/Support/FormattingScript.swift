import Foundation

/// A script as somebody wrote it and, below the line `# becomes`, as `tms fmt` writes it.
public struct FormattingScript: Sendable, CustomStringConvertible {
    /// The rule it shows, in words.
    public let name: String
    private let path: String

    private static let line = "\n# becomes\n"

    public static func all(in folder: String) -> [FormattingScript] {
        let found = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return found.filter { $0.hasSuffix(".tms") }.sorted().map {
            FormattingScript(name: String($0.dropLast(4)), path: folder + "/" + $0)
        }
    }

    public var description: String { name }

    /// Both texts; the second is empty where nobody has written it down yet.
    public func texts() throws -> (written: String, formatted: String) {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        guard let line = text.range(of: Self.line) else { return (text, "") }
        return (String(text[..<line.lowerBound]) + "\n", String(text[line.upperBound...]))
    }

    public func write(_ written: String, becoming formatted: String) throws {
        try (written.dropLast() + Self.line + formatted).write(toFile: path, atomically: true, encoding: .utf8)
    }
}
