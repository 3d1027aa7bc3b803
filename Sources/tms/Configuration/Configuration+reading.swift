import LineEditor
import TMSBase
import TMSCommands
import TMSEngine
import TMSShell
import TMSSyntax
import TOMLKit

extension Configuration {
    /// Reads the file; one that is not there is an empty configuration.
    static func read(_ path: String) throws(Diagnostic) -> Configuration {
        let bytes: [UInt8]
        do {
            bytes = try FileReading.bytes(path, limit: 1 << 20)
        } catch {
            if error.isMissing {
                var configuration = empty(path)
                configuration.isThere = false
                return configuration
            }
            throw Diagnostic(.error, "E0901", "\(path) cannot be read: \(error.reason)")
        }
        return try Configuration(SourceFile(name: path, text: String(decoding: bytes, as: UTF8.self)))
    }

    init(_ file: SourceFile) throws(Diagnostic) {
        let table: TOMLTable
        do {
            table = try TOMLTable(string: file.text)
        } catch {
            throw Self.syntaxError(error, in: file)
        }
        self = .empty(file.name)
        for key in table.keys {
            switch key {
            case Setting.preferred.name: preferred = try Self.string(table, key, file)
            case Setting.keys.name: keys = try Self.keys(table, file)
            case "profiles":
                guard let sections = table[key]?.table else {
                    throw Self.diagnostic(file, key, "`profiles` asks for sections: [profiles.shop]")
                }
                for name in sections.keys {
                    guard let section = sections[name]?.table else {
                        throw Self.diagnostic(file, name, "`\(name)` asks for a section: [profiles.\(name)]")
                    }
                    profiles[name] = try Self.profile(name, section, file)
                }
            case "replies":
                guard let sections = table[key]?.table else {
                    throw Self.diagnostic(file, key, "`replies` asks for sections: [replies.de]")
                }
                for name in sections.keys {
                    guard let language = SpokenLanguage(name), let section = sections[name]?.table else {
                        throw Self.diagnostic(
                            file, name, "`\(name)` is no section of `replies`; one of \(SpokenLanguage.choice)")
                    }
                    try readReplies(language, section, file)
                }
            default:
                throw Self.unknown(
                    key, among: [Setting.preferred.name, Setting.keys.name, "profiles", "replies"], file)
            }
        }
        if let preferred, preferred != "sandbox", profiles[preferred] == nil {
            throw Self.diagnostic(file, Setting.preferred.name, "there is no section [profiles.\(preferred)]")
        }
    }

    /// The texts of a section such as `[replies.de]`.
    private mutating func readReplies(
        _ language: SpokenLanguage, _ table: TOMLTable, _ file: SourceFile
    ) throws(Diagnostic) {
        for key in table.keys {
            let text = try Self.string(table, key, file)
            do throws(UnreadableText) {
                try replies.replace(key, in: language, by: text)
            } catch {
                let remedy = error.remedy.map { "; \($0)" } ?? ""
                throw Self.diagnostic(file, key, "`\(key)` \(error.cause)\(remedy)")
            }
        }
    }

    private static func profile(_ name: String, _ table: TOMLTable, _ file: SourceFile) throws(Diagnostic) -> Profile {
        var profile = Profile(name: name)
        for key in table.keys {
            if Setting(rawValue: key) == .rate {
                profile.rate = try rate(table, key, file)
                continue
            }
            let value = try string(table, key, file)
            if key == "key" {
                throw diagnostic(file, key, "a key does not belong into this file; use key-file or key-command")
            }
            switch Setting(rawValue: key) {
            case .keyFile: profile.keyFile = value
            case .keyCommand: profile.keyCommand = value
            case .baseURL: profile.baseURL = value
            case .timeout:
                do { profile.timeout = try Timeout.read(value) } catch {
                    throw diagnostic(file, key, error.message)
                }
            case .zone:
                guard ZoneNames.has(value) else {
                    let hint = ZoneNames.nearest(to: value).map { "; did you mean `\($0)`?" } ?? ""
                    throw diagnostic(file, key, "there is no zone `\(value)`\(hint)")
                }
                profile.zone = value
            case .format:
                guard let format = OutputFormat(word: value) else {
                    let words = OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")
                    throw diagnostic(file, key, "there is no format `\(value)`; one of \(words)")
                }
                profile.format = format
            case .output:
                switch value {
                case "flat": profile.isFlat = true
                case "table": profile.isFlat = false
                default: throw diagnostic(file, key, "`output` is \"flat\" or \"table\", not `\(value)`")
                }
            case .background:
                guard let background = Background(rawValue: value) else {
                    throw diagnostic(file, key, "`background` is \"dark\" or \"light\", not `\(value)`")
                }
                profile.background = background
            case .beforeImages:
                switch value {
                case "known": profile.keepsImages = false
                case "read": profile.keepsImages = true
                default: throw diagnostic(file, key, "`before-images` is \"known\" or \"read\", not `\(value)`")
                }
            // Read as a number above.
            case .rate: continue
            case nil: throw unknown(key, among: Setting.allCases.map(\.rawValue), file)
            }
        }
        if profile.keyFile != nil, profile.keyCommand != nil {
            throw diagnostic(file, "key-command", "`key-file` and `key-command` cannot both be given")
        }
        return profile
    }

    private static func keys(_ table: TOMLTable, _ file: SourceFile) throws(Diagnostic) -> LineEditor.Keys {
        switch try string(table, Setting.keys.name, file) {
        case "emacs": return .emacs
        case "vi": return .vi
        case let other:
            throw diagnostic(file, Setting.keys.name, "`keys` is \"emacs\" or \"vi\", not `\(other)`")
        }
    }

    /// Calls a second, as a whole number.
    private static func rate(_ table: TOMLTable, _ key: String, _ file: SourceFile) throws(Diagnostic) -> Int {
        guard let rate = table[key]?.int, LimitHandler.rates.contains(rate) else {
            let (least, most) = (LimitHandler.rates.lowerBound, LimitHandler.rates.upperBound)
            throw diagnostic(file, key, "`\(key)` asks for calls a second, a whole number from \(least) to \(most)")
        }
        return rate
    }

    private static func string(_ table: TOMLTable, _ key: String, _ file: SourceFile) throws(Diagnostic) -> String {
        // A key in the file is refused by name; its value is not looked at.
        if key == "key" { return "" }
        guard let value = table[key]?.string, !value.isEmpty else {
            throw diagnostic(file, key, "`\(key)` asks for text in quotes")
        }
        return value
    }

    private static func unknown(_ key: String, among known: [String], _ file: SourceFile) -> Diagnostic {
        diagnostic(file, key, "there is no setting `\(key)` here; one of \(known.joined(separator: ", "))")
    }

    private static func syntaxError(_ error: any Error, in file: SourceFile) -> Diagnostic {
        guard let error = error as? TOMLParseError else {
            return Diagnostic(.error, "E0902", "\(file.name) is not TOML", at: SourceLocation(file, .none))
        }
        let line = max(error.source.begin.line, 1)
        let start = file.lineStarts.indices.contains(line - 1) ? file.lineStarts[line - 1] : 0
        let place = min(start + max(error.source.begin.column - 1, 0), file.utf8.count)
        return Diagnostic(
            .error, "E0902", "this is not TOML: \(error.description.lowercased())",
            at: SourceLocation(file, SourceRange(place, min(place + 1, file.utf8.count))))
    }

    /// A mistake at the line that sets `key`, found by its text: the TOML reader keeps no places.
    private static func diagnostic(
        _ file: SourceFile, _ key: String, _ message: String
    ) -> Diagnostic {
        var range = SourceRange.none
        for start in file.lineStarts {
            let line = file.utf8[start...].prefix { $0 != UInt8(ascii: "\n") }
            let text = String(decoding: line, as: UTF8.self)
            let bare = text.drop { $0 == " " || $0 == "\t" || $0 == "\"" }
            let isSetting =
                bare.hasPrefix(key) && bare.dropFirst(key.count).first.map { " =\t\"".contains($0) } ?? false
            guard isSetting || text.contains("[profiles.\(key)") else { continue }
            let offset = start + (text.utf8.count - bare.utf8.count)
            range = SourceRange(offset, offset + (isSetting ? key.utf8.count : bare.utf8.count))
            break
        }
        return Diagnostic(.error, "E0903", message, at: SourceLocation(file, range))
    }
}
