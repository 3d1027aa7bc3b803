import TMSCommands
import TMSLanguageService
import TMSShell
import TMSSyntax
import Testing

/// The words of the real catalogue, each script checked alone.
var service: LanguageService {
    LanguageService(
        vocabulary: Catalogue.standard.vocabulary,
        check: { Session.check($0, vocabulary: Catalogue.standard.vocabulary) })
}

func document(_ text: String) -> LanguageDocument { service.document(SourceFile(name: "test.tms", text: text)) }

extension String {
    /// The UTF-8 offset of the first place of a piece of text, or the one behind it.
    func offset(of piece: String, after: Bool = false) -> Int {
        guard let range = range(of: piece) else {
            Issue.record("`\(self)` has no `\(piece)`")
            return 0
        }
        return utf8.distance(from: utf8.startIndex, to: after ? range.upperBound : range.lowerBound)
    }

    private func range(of piece: String) -> Range<String.Index>? { self.ranges(of: piece).first }
}
