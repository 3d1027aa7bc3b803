import Glibc
import TMSSyntax

/// The zones this machine knows. The C library takes every other name for UTC without a word.
enum ZoneNames {
    /// Whether the C library knows a zone by this name: a file of its folder, a path, or a rule such as `CET-1CEST`.
    static func has(_ name: String) -> Bool {
        let name = name.hasPrefix(":") ? String(name.dropFirst()) : name
        if name.isEmpty || name == "UTC" || name == "GMT" { return true }
        if name.hasPrefix("/") { return access(name, R_OK) == 0 }
        guard !name.split(separator: "/").contains("..") else { return false }
        let path = "\(folder)/\(name)"
        return access(path, R_OK) == 0 && !FolderWalk.isFolder(path) || isRule(name)
    }

    /// The name that was meant: one that differs by little, or in capitals, or the city alone.
    static func nearest(to name: String) -> String? {
        let all = names
        let plain = name.lowercased().replacing(" ", with: "_")
        let same = all.first { $0.lowercased() == plain || $0.lowercased().hasSuffix("/\(plain)") }
        if let same { return same }
        if let near = Suggestions.nearest(name, in: all) { return near }
        let cities = all.map { (city: $0.split(separator: "/").last.map(String.init) ?? $0, name: $0) }
        guard let city = Suggestions.nearest(plain, in: cities.map(\.city)) else { return nil }
        return cities.first { $0.city == city }?.name
    }

    /// `Europe/Berlin` and all others, without the copies in folders of their own.
    private static var names: [String] {
        FolderWalk.files(in: folder, endingWith: "").compactMap { path in
            let name = String(path.dropFirst(folder.utf8.count + 1))
            let isCopy = name.hasPrefix("posix/") || name.hasPrefix("right/")
            return name.first?.isUppercase == true && !isCopy ? name : nil
        }
    }

    private static var folder: String {
        getenv("TZDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/usr/share/zoneinfo"
    }

    /// `CET-1CEST`, `<+03>-3`: letters, then how far west of Greenwich.
    private static func isRule(_ name: String) -> Bool {
        name.wholeMatch(of: /(?:[A-Za-z]{3,}|<[A-Za-z0-9+\-]{3,}>)[+\-]?[0-9]{1,2}.*/) != nil
    }
}
