public import TMSBase

/// A text with places to fill: `{parcel} is on its way[ to {country}].`
///
/// `{name}` is a place. `[a|b]` is the first of its alternatives whose places can all be filled, and nothing where none is.
public struct ReplyTemplate: Sendable, Equatable {
    indirect enum Piece: Sendable, Equatable {
        case text(String)
        case place(String)
        case choice([[Piece]])
    }

    let pieces: [Piece]

    /// - Throws: where a bracket is left open or closes nothing.
    public init(_ text: String) throws(UnreadableText) {
        var reader = Reader(rest: Substring(text))
        pieces = try reader.alternatives(isInner: false).first ?? []
    }

    /// The places that stand outside of all brackets: without one of them there is no text.
    var needed: [String] {
        pieces.compactMap { if case .place(let name) = $0 { name } else { nil } }
    }

    /// Every place.
    var places: [String] { ReplyTemplate.places(pieces) }

    /// The text with its places filled; nil where one outside of brackets cannot be.
    func text(_ fill: (String) -> String?) -> String? { ReplyTemplate.text(pieces, fill) }

    private static func text(_ pieces: [Piece], _ fill: (String) -> String?) -> String? {
        var text = ""
        for piece in pieces {
            switch piece {
            case .text(let own): text += own
            case .place(let name):
                guard let value = fill(name) else { return nil }
                text += value
            case .choice(let alternatives):
                for alternative in alternatives {
                    guard let chosen = self.text(alternative, fill) else { continue }
                    text += chosen
                    break
                }
            }
        }
        return text
    }

    private static func places(_ pieces: [Piece]) -> [String] {
        pieces.flatMap { piece -> [String] in
            switch piece {
            case .text: []
            case .place(let name): [name]
            case .choice(let alternatives): alternatives.flatMap(places)
            }
        }
    }
}

private struct Reader {
    var rest: Substring

    /// What stands up to the bracket that closes it, or up to the end.
    mutating func alternatives(isInner: Bool) throws(UnreadableText) -> [[ReplyTemplate.Piece]] {
        var alternatives: [[ReplyTemplate.Piece]] = [[]]
        func add(_ piece: ReplyTemplate.Piece) { alternatives[alternatives.count - 1].append(piece) }
        while let first = rest.first {
            switch first {
            case "{":
                guard let end = rest.firstIndex(of: "}") else { throw open("{", "}") }
                add(.place(String(rest[rest.index(after: rest.startIndex)..<end])))
                rest = rest[rest.index(after: end)...]
            case "[":
                rest.removeFirst()
                add(.choice(try self.alternatives(isInner: true)))
            case "|" where isInner:
                rest.removeFirst()
                alternatives.append([])
            case "]" where isInner:
                rest.removeFirst()
                return alternatives
            case "]", "}":
                throw UnreadableText(
                    "has a `\(first)` that closes nothing",
                    remedy: "places stand in { }, and parts that may be left out in [ ]")
            default:
                let run = rest.prefix { !"{}[]|".contains($0) || ($0 == "|" && !isInner) }
                add(.text(String(run)))
                rest = rest[run.endIndex...]
            }
        }
        guard !isInner else { throw open("[", "]") }
        return alternatives
    }

    private func open(_ mark: String, _ end: String) -> UnreadableText {
        UnreadableText("leaves a `\(mark)` open", remedy: "close it with `\(end)`")
    }
}
