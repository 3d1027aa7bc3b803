import Foundation
import TMSCommands
import TMSSyntax
import TrackingMore

/// Lines that were right, with something done to them that people do: words dropped, doubled, swapped or misspelt, marks left
/// out, words of other tools put in. The same seed gives the same lines.
struct MutatedLines {
    private var dice: SeededNumbers
    private let lines: [String]
    private let foreign: [String]

    init(seed: UInt64) {
        dice = SeededNumbers(seed: seed)
        let words = Catalogue.standard.vocabulary.otherWords
        foreign =
            (Array(words.verbs.keys) + Array(words.absentVerbs.keys) + Array(words.fields.keys)
            + Array(words.statuses.keys) + Array(words.sets.keys) + Array(words.fillers) + Array(words.searching)
            + [
                "bitte", "où", "paquet", "--yes", "over", "than", "this week", "not", ">", "?", ".", "❯",
                "300403513402",
            ])
            .sorted()
        lines = Self.goldenLines() + Dialect.v2.endpoints.flatMap { $0.lines.flatMap(\.examples) }
    }

    mutating func next() -> String {
        var line = lines[dice.number(below: lines.count)]
        for _ in 0...dice.number(below: 2) { line = mutated(line) }
        return line
    }

    private mutating func mutated(_ line: String) -> String {
        var words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let place = dice.number(below: words.count)
        switch dice.number(below: 10) {
        case 0 where words.count > 1: words.remove(at: place)
        case 1: words.insert(words[place], at: place)
        case 2 where words.count > 1:
            words.swapAt(place, dice.number(below: words.count))
        case 3, 4: words[place] = misspelt(words[place])
        case 5: return without("|", line)
        case 6: return without("\"", line)
        case 7: return without(",", line)
        case 8: words.insert(foreign[dice.number(below: foreign.count)], at: place)
        default: words[place] = foreign[dice.number(below: foreign.count)]
        }
        return words.joined(separator: " ")
    }

    private mutating func misspelt(_ word: String) -> String {
        var letters = Array(word)
        guard letters.count > 1 else { return word }
        let place = dice.number(below: letters.count - 1)
        switch dice.number(below: 4) {
        case 0: letters.remove(at: place)
        case 1: letters.insert(letters[place], at: place)
        case 2: letters.swapAt(place, place + 1)
        default: letters[place] = "abcdefghijklmnopqrstuvwxyz0123456789".randomElement(with: dice.number(below: 36))
        }
        return String(letters)
    }

    private func without(_ mark: Character, _ line: String) -> String {
        guard let place = line.firstIndex(of: mark) else { return line }
        var line = line
        line.remove(at: place)
        return line
    }

    /// The lines of golden scripts and documents that stand alone.
    private static func goldenLines() -> [String] {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let root = tests.deletingLastPathComponent()
        var lines: Set<String> = []
        let folders = [tests.appendingPathComponent("ScriptTests/Scripts"), root.appendingPathComponent("docs")]
        for folder in folders {
            for case let path as String in FileManager.default.enumerator(atPath: folder.path) ?? .init()
            where path.hasSuffix(".tms") || path.hasSuffix(".md") {
                let text = (try? String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)) ?? ""
                for line in text.split(separator: "\n").map(String.init) where isAlone(line) { lines.insert(line) }
            }
        }
        return lines.sorted()
    }

    private static func isAlone(_ line: String) -> Bool {
        let vocabulary = Catalogue.standard.vocabulary
        guard let first = line.split(separator: " ").first, !line.hasPrefix("#"), line.utf8.count < 160 else {
            return false
        }
        let word = first.lowercased()
        return vocabulary.verbs.contains { $0.words.first == word } || ["let", "plan", "print", "for"].contains(word)
    }
}

extension String {
    fileprivate func randomElement(with number: Int) -> Character { self[index(startIndex, offsetBy: number % count)] }
}
