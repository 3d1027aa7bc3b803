import Foundation
import TMSTestSupport
import Testing

/// The command lines in the documents print what stands below them.
struct ConsoleTests {
    @Test(arguments: Block.all("console"))
    func `a console session prints what it prints`(block: Block) async throws {
        let session = ConsoleSession(block.text)
        #expect(!session.commands.isEmpty, "\(block) has no line that begins with `$ `")
        let program = Program()
        defer { program.remove() }
        try FileManager.default.copyItem(atPath: Document.examples, toPath: program.home + "/examples")
        // The home directory has another name in every run.
        let output = await program.shell(session.script).output.replacing(program.home, with: "~")
        let said = session.text(from: output)
        if Rewriting.isOn { return try Rewriting.write(said, into: block) }
        let difference = said == block.text ? nil : Difference(expected: block.text, found: said)
        #expect(difference == nil, "\(block) \(difference?.description ?? "")")
    }

    @Test func `a line of three dots stands for any lines`() {
        let session = ConsoleSession("$ one\na\n…\nz\n$ two\n")
        #expect(session.text(from: "a\nb\nc\nz\n\u{1}\n\u{1}\n") == "$ one\na\n…\nz\n$ two\n")
        #expect(session.text(from: "x\nz\n\u{1}\n\u{1}\n") == "$ one\nx\nz\n$ two\n")
    }
}

/// Lines that begin with `$ `, and what each printed.
struct ConsoleSession {
    private(set) var commands: [(line: String, output: [String])] = []

    private static let mark = "\u{1}"
    private static let anything = "…"

    init(_ text: String) {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            if line.hasPrefix("$ ") {
                commands.append((String(line), []))
            } else if !commands.isEmpty {
                commands[commands.count - 1].output.append(String(line))
            }
        }
    }

    /// All commands in one shell, with a mark behind what each prints; the status is kept for the next.
    var script: String {
        let lines = commands.map { command in
            "\(command.line.dropFirst(2))\nstatus=$?; printf '\\001\\n'; (exit $status)"
        }
        let start = ["cd \"$HOME\"", "PATH=\"${TMS%/*}:$PATH\"", "exec 2>&1"]
        return (start + lines).joined(separator: "\n")
    }

    /// The session as it should be written down, given what the script printed.
    func text(from output: String) -> String {
        var pieces: [[String]] = [[]]
        for line in output.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasSuffix(Self.mark) {
                if line != Self.mark { pieces[pieces.count - 1].append(String(line.dropLast())) }
                pieces.append([])
            } else {
                pieces[pieces.count - 1].append(String(line))
            }
        }
        var lines: [String] = []
        for (command, found) in zip(commands, pieces) {
            lines.append(command.line)
            lines += matches(command.output[...], found[...]) ? command.output : found
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func matches(_ wanted: ArraySlice<String>, _ found: ArraySlice<String>) -> Bool {
        guard let first = wanted.first else { return found.isEmpty }
        if first == Self.anything {
            return (found.startIndex...found.endIndex).contains { matches(wanted.dropFirst(), found[$0...]) }
        }
        return found.first == first && matches(wanted.dropFirst(), found.dropFirst())
    }
}
