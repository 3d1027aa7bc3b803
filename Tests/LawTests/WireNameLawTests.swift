import Foundation
import Testing
import TrackingMore

/// What the service calls its fields, and the codes it refuses with, stand in the targets of the API alone. All others
/// are handed a `Dialect`.
///
/// A literal breaks the law by holding
/// - as a word of its own, a name of the wire with an underscore, a digit or a capital inside (`order_id`, `lastEvent`);
/// - as the whole of a key (`row["code"]`, `["page": 1]`, `string("Date")`), any other name, in a file that imports the
///   API. Elsewhere such a name is a word of English or of the language: `limit`, `count`, `comment`.
///
/// A name that is also what people write for a field (`status`, `status_info`) is a word of the language and no name of
/// the wire. The lists of what people type for other words are their words, and not held to it.
@Suite struct `Names of the wire` {
    private static let usersWords = ["TMSCommands/Vocabulary/OtherWords+standard.swift"]
    private static let names = WireNames(Dialect.v2)
    private static let sources = Result { try SourceText.all() }

    @Test func `stand in the targets of the API alone`() throws {
        let sources = try Self.sources.get()
        #expect(sources.count > 300)
        for source in sources where !Self.usersWords.contains(source.path) {
            for (line, literals) in source.literals {
                for literal in literals {
                    for name in Self.names.marked(in: literal.text) {
                        Issue.record("\(source.path):\(line): `\(name)` is a name of the wire")
                    }
                    if source.importsAPI, literal.isKey, Self.names.plain.contains(literal.text) {
                        Issue.record("\(source.path):\(line): `\(literal.text)` is a name of the wire")
                    }
                }
            }
        }
    }

    /// A code of four digits is nothing else; one of three is where the line speaks of a code.
    @Test func `are joined by no code of a refusal`() throws {
        let codes = Set(Dialect.v2.refusals.map(\.code))
        for source in try Self.sources.get() where source.importsAPI {
            for (line, text) in source.lines {
                for match in text.matches(of: /[\w.#$]+/) {
                    guard let code = Int(match.0.replacing("_", with: "")), codes.contains(code) else { continue }
                    let isCode = code >= 1000 || text.contains(/[cC]ode\b/)
                    #expect(!isCode, "\(source.path):\(line): \(code) is a code of the service")
                }
            }
            for (line, literals) in source.literals {
                for literal in literals where Int(literal.text).map(codes.contains) ?? false {
                    Issue.record("\(source.path):\(line): \(literal.text) is a code of the service")
                }
            }
        }
    }

    @Test func `of the key and the address are no literals either`() throws {
        for source in try Self.sources.get() {
            for (line, literals) in source.literals {
                for literal in literals {
                    #expect(!literal.text.contains(Dialect.v2.keyHeader), "\(source.path):\(line)")
                    #expect(!literal.text.contains(Dialect.v2.defaultBaseURL), "\(source.path):\(line)")
                }
            }
        }
    }

    /// The catalogue chooses the version; nobody else names one, or a call of it.
    @Test func `come from a dialect that is chosen in one place`() throws {
        for source in try Self.sources.get() where source.path != "TMSCommands/Vocabulary/Catalogue.swift" {
            for (line, text) in source.lines {
                #expect(!text.contains(/\.v2\b|\bEndpoint\.[a-z]/), "\(source.path):\(line): \(text)")
            }
        }
    }

    /// Every role is played by a field that some call declares.
    @Test func `that have a role are declared`() {
        let declared = Self.names.all
        func look(_ value: Any, _ path: String) {
            switch value {
            case let name as String: #expect(declared.contains(name), "\(path) is `\(name)`, which no call declares")
            case let names as [String]:
                for name in names { look(name, path) }
            default:
                for child in Mirror(reflecting: value).children { look(child.value, "\(path).\(child.label ?? "")") }
            }
        }
        look(Dialect.v2.fields, "fields")
    }

    @Test func `are found where they stand`() {
        let text = """
            import TrackingMore
            let a = row["code"] // "page"
            let b = ["page": 1, "limit"]
            "see order_id"
            """
        let source = SourceText(path: "x", text: text)
        #expect(source.importsAPI)
        let found = source.literals.flatMap(\.literals)
        #expect(found.map(\.text) == ["code", "page", "limit", "see order_id"])
        #expect(found.map(\.isKey) == [true, true, false, false])
        #expect(Self.names.marked(in: "see order_id, not reorder_ids") == ["order_id"])
        #expect(Self.names.plain.contains("code") && !Self.names.all.contains("silent"))
        #expect(!Self.names.plain.contains("status"))
    }
}

/// The names of the fields that a dialect declares.
private struct WireNames {
    /// All of them.
    let all: Set<String>
    /// Those that could be no word of a text.
    private let marked: Set<String>
    /// Those that could, without those that people write for a field.
    let plain: Set<String>

    init(_ dialect: Dialect) {
        var names: Set<String> = []
        var friendly: Set<String> = []
        func look(_ schema: RecordSchema) {
            for field in schema.fields + schema.derived {
                friendly.insert(field.friendly)
                if !schema.derived.contains(field) { names.insert(field.wire) }
                switch field.kind {
                case .record(let inner), .map(let inner), .list(of: .record(let inner), _): look(inner)
                default: continue
                }
            }
        }
        for endpoint in dialect.endpoints {
            look(endpoint.returns.schema)
            for parameter in endpoint.parameters {
                names.formUnion([parameter.field] + parameter.fields)
                friendly.formUnion(parameter.words)
            }
            if case .member(let name) = endpoint.returns.rows { names.insert(name) }
            switch endpoint.bulk?.answer {
            case .lists(let done, let wrapper, let failed)?: names.formUnion([done, wrapper, failed].compactMap { $0 })
            case .keyed(let field)?: names.insert(field)
            case .inOrder?, nil: continue
            }
        }
        all = names
        let own = names.subtracting(friendly)
        marked = own.filter { $0.contains(/[0-9_]|.[A-Z]/) }
        plain = own.subtracting(marked)
    }

    func marked(in text: String) -> [String] {
        text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init).filter(marked.contains)
    }
}

/// A file of one of the targets above the API, and the literals in it.
private struct SourceText {
    /// Below `Sources`.
    let path: String
    let importsAPI: Bool
    /// The code of each line, without its literals and its comment; from 1.
    private(set) var lines: [(line: Int, text: String)] = []
    private(set) var literals: [(line: Int, literals: [Literal])] = []

    struct Literal {
        let text: String
        /// Stands alone between brackets, before a colon, or as the argument of what finds a field.
        let isKey: Bool
    }

    static func all() throws -> [SourceText] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources").path
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
        return try paths.filter { $0.hasSuffix(".swift") && !$0.hasPrefix("TrackingMore") }.map { path in
            SourceText(path: path, text: try String(contentsOfFile: folder + "/" + path, encoding: .utf8))
        }
    }

    init(path: String, text: String) {
        self.path = path
        importsAPI = text.contains(/import TrackingMore\n/)
        var isInside = false
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let isEdge = line.contains("\"\"\"")
            if isInside || isEdge {
                if isInside, !isEdge {
                    literals.append((index + 1, [Literal(text: String(line), isKey: false)]))
                }
                if isEdge { isInside.toggle() }
                continue
            }
            guard !line.drop(while: { $0 == " " }).hasPrefix("//") else { continue }
            take(line, at: index + 1)
        }
    }

    private mutating func take(_ line: Substring, at number: Int) {
        var found: [Literal] = []
        var code = ""
        var rest = line
        while let match = rest.firstMatch(of: /"((?:[^"\\]|\\.)*)"/) {
            let before = rest[..<match.range.lowerBound]
            if before.contains("//") { break }
            code += before + "\"\""
            rest = rest[match.range.upperBound...]
            let isSubscript = before.hasSuffix("[") && rest.hasPrefix("]")
            let isArgument = before.contains(/(?:parameter|wire|append|string|value|field)\($/)
            found.append(Literal(text: String(match.1), isKey: isSubscript || isArgument || rest.hasPrefix(":")))
        }
        code += rest.prefix(upTo: rest.firstRange(of: "//")?.lowerBound ?? rest.endIndex)
        lines.append((number, code))
        if !found.isEmpty { literals.append((number, found)) }
    }
}
