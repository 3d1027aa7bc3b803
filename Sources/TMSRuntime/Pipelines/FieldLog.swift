import TMSSyntax

/// The names that a program asks rows for. At its end it says which of them rows did not have.
final class FieldLog {
    private struct Key: Hashable {
        let name: String
        let use: FieldUse
        /// The fields that the stage asks for together; none for expressions.
        let together: [String]
    }

    private var sites: [FieldSite] = []
    private var known: [Key: FieldSite] = [:]

    func site(_ name: String, _ use: FieldUse) -> FieldSite { site(Key(name: name, use: use, together: [])) }

    /// The sites of the fields that one stage names.
    func sites(_ names: [String]) -> [FieldSite] {
        names.map { site(Key(name: $0, use: .read, together: names)) }
    }

    private func site(_ key: Key) -> FieldSite {
        if let site = known[key] { return site }
        let site = FieldSite(key.name, key.use)
        known[key] = site
        sites.append(site)
        return site
    }

    /// A name in a condition that has chosen rows although none of them has had such a field.
    var unmetCondition: String? {
        sites.first { $0.use == .condition && $0.missed > 0 && !isFound($0.name) }?.name
    }

    /// What is told at the end, in the order of the script.
    ///
    /// - Parameter places: where each name stands.
    func notes(at places: [String: SourceLocation]) -> [Diagnostic] {
        guard sites.contains(where: { $0.missed > 0 }) else { return [] }
        let sitesByName = Dictionary(grouping: sites, by: \.name)
        var names: Set<String> = []
        return sites.compactMap { site in
            guard site.missed > 0, names.insert(site.name).inserted else { return nil }
            let all = sitesByName[site.name] ?? [site]
            let rows = all.map(\.missed).max() ?? site.missed
            if !all.contains(where: \.isFound) { return .noRowHas(site.name, rows: rows, at: places[site.name]) }
            // What stands in for a value that some rows lack is there for that.
            let most = all.filter { $0.use != .optional }.map(\.missedElsewhere).max() ?? 0
            guard most > 0 else { return nil }
            return .rowsLack(site.name, rows: most, at: places[site.name])
        }
    }

    private func isFound(_ name: String) -> Bool { sites.contains { $0.name == name && $0.isFound } }
}
