import TMSSyntax

// How the word that is being written may end, as it is suggested unasked.
extension LanguageService {
    /// The rest of the one word that a begun word of at least two letters can become, unless it is a verb whose work
    /// cannot be undone, or ends a line that may not be suggested.
    public func wordEnd(after text: String) -> String? { wordEnd(after: text, strictCompletions(after: text)) }

    private func wordEnd(after text: String, _ found: Found) -> String? {
        let (items, begun) = found
        guard begun.count >= 2, begun.last != 0x20 else { return nil }
        let going = items.filter { $0.text.utf8.starts(with: begun) && $0.text.utf8.count > begun.count }
        guard let only = going.first, going.count == 1, only.tokenClass != .irreversibleVerb else { return nil }
        let rest = String(decoding: only.text.utf8.dropFirst(begun.count), as: UTF8.self)
        let review = review(of: text + rest)
        return review.isRefused || review.maySuggest ? rest : nil
    }

    /// The rest of the number of the first parcel in sight, where one may stand at the end of a text and the line would
    /// then do no harm.
    public func parcelEnd(after text: String) -> String? { parcelEnd(after: text, strictCompletions(after: text)) }

    /// The end of a parcel, else of a word.
    public func end(after text: String) -> String? {
        let found = strictCompletions(after: text)
        return parcelEnd(after: text, found) ?? wordEnd(after: text, found)
    }

    private typealias Found = (items: [CompletionItem], begun: Substring.UTF8View)

    private func parcelEnd(after text: String, _ found: Found) -> String? {
        let (items, begun) = found
        guard begun.first != UInt8(ascii: "@"), begun.isEmpty ? text.utf8.last == 0x20 : begun.count > 1,
            let parcel = items.first(where: {
                $0.tokenClass == .number && $0.text.utf8.starts(with: begun) && $0.text.utf8.count > begun.count
            })
        else { return nil }
        let rest = String(decoding: parcel.text.utf8.dropFirst(begun.count), as: UTF8.self)
        return review(of: text + rest).maySuggest ? rest : nil
    }

    /// What begins with the begun word, and that word.
    private func strictCompletions(after text: String) -> Found {
        var service = self
        service.findsParts = false
        let list = service.completions(in: text, at: text.utf8.count)
        return (list.items, text[...].utf8.dropFirst(max(0, list.replaces.lower)))
    }
}
