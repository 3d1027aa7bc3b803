import TMSSemantics
import TMSSyntax

/// What a line would do to the account at the worst, read from its checked tree. What may be suggested rests on it.
public struct LineReview: Sendable, Hashable {
    /// The parser or the checker refuses it, or it is not finished.
    public var isRefused = false
    /// Takes from the quota: it tracks parcels, or reads what is paid for.
    public var spends = false
    /// Tracks one parcel and pays for nothing else.
    public var tracksOne = false
    /// Changes one parcel.
    public var edits = false
    /// Changes several parcels, or nobody knows how many.
    public var editsInBulk = false
    public var deletes = false
    /// Stops something for good, or does what else cannot be taken back.
    public var stops = false
    /// A call made by hand of which nobody can say what it does.
    public var isUnknown = false

    /// Whether it may be offered to somebody who has not asked for it.
    public var maySuggest: Bool { !isRefused && !spends && !editsInBulk && !deletes && !stops && !isUnknown }

    /// Whether it may be offered to somebody who typed it with a mistake: that one parcel is tracked was asked for.
    public var mayCorrect: Bool {
        maySuggest || !isRefused && tracksOne && !editsInBulk && !deletes && !stops && !isUnknown
    }
}

extension LineReview {
    init(_ checked: CheckedProgram, vocabulary: Vocabulary) {
        guard !checked.hasErrors else {
            isRefused = true
            return
        }
        let bounds = EffectBounds(of: checked, vocabulary: vocabulary)
        let (tracked, paid, edited) = (bounds[.tracks], bounds[.pays], bounds[.edits])
        spends = !tracked.isNone || !paid.isNone
        tracksOne = paid.isNone && tracked.targets.number == 1
        edits = !edited.isNone
        editsInBulk = edits && edited.targets.number != 1
        deletes = checked.effects.deletes || !bounds[.deletes].isNone
        stops = checked.effects.irreversible != nil || !bounds[.stops].isNone
        isUnknown = checked.effects.unknown != nil || !bounds[.callsByHand].isNone
    }
}

extension EffectBounds.Amount {
    fileprivate var isNone: Bool { targets.isNone && calls.isNone }
}

extension LanguageService {
    /// What a line would do.
    public func review(of text: String) -> LineReview {
        let document = document(SourceFile(name: "line", text: text))
        guard !document.parsed.isIncomplete else {
            var review = LineReview()
            review.isRefused = true
            return review
        }
        return LineReview(document.checked, vocabulary: vocabulary)
    }

    /// The line that was meant, whole, where one is known that may be offered; `nil` for a line without a mistake.
    public func correction(of text: String) -> String? {
        let file = SourceFile(name: "line", text: text)
        let document = document(file)
        guard document.checked.hasErrors else { return nil }
        for repair in document.repairs {
            let corrected = applying(repair.edits, to: file, in: SourceRange(0, file.utf8.count))
            if corrected != text, review(of: corrected).mayCorrect { return corrected }
        }
        return nil
    }
}
