import Glibc
import TMSBase
import TMSLanguageService
import TMSRuntime
import TMSSyntax

/// What completion is told of a session: the rows in sight, the values of variables, the files of the folder. Read from
/// what the session holds; nothing is called for it.
struct SessionSurroundings {
    let memory: () -> SessionMemory
    let environment: Environment
    let directory: String
    let lines: SessionLines

    var surroundings: Surroundings {
        Surroundings(
            parcels: { lines.parcels }, rows: { (memory().lastRows ?? []).prefix(Self.limit).map(summary) },
            fields: { fields(of: $0, $1) }, sample: { sample($0) }, files: { FolderListing.entries($0, in: directory) })
    }

    /// So many rows are offered.
    private static let limit = 1_000

    /// The parcels among rows: number, and what tells one from the other.
    func parcels(_ rows: [Value]) -> [Surroundings.Known] {
        rows.prefix(Self.limit).compactMap { row in
            guard case .record(let record) = row, case let number = record.string("number", environment),
                !number.isEmpty
            else { return nil }
            return Surroundings.Known(CellText.oneLine(number), details(record))
        }
    }

    private func summary(_ row: Value) -> String {
        guard case .record(let record) = row else { return CellText.oneLine(PrintedText.of(row, environment)) }
        let number = record.string("number", environment)
        if !number.isEmpty {
            return [CellText.oneLine(number), details(record)].filter { !$0.isEmpty }.joined(separator: " · ")
        }
        return record.shape.keys.prefix(3).map { CellText.oneLine(record.string($0, environment)) }
            .filter { !$0.isEmpty }.joined(separator: " · ")
    }

    private func details(_ record: Record) -> String {
        ["title", "via", "status"].map { CellText.oneLine(record.string($0, environment)) }.filter { !$0.isEmpty }
            .joined(separator: " · ")
    }

    /// `last` is the rows in sight.
    private func value(of variable: String) -> Value? {
        if variable == "last" || variable == "it" { return memory().lastRows.map { .items($0) } }
        return memory().variables[variable]
    }

    private func fields(of variable: String, _ steps: [Surroundings.Step]) -> [Surroundings.Known] {
        guard var value = value(of: variable) else { return [] }
        for step in steps {
            switch (step, value) {
            case (.place(let place), .list(let list)):
                let items = list.items
                let index = place < 0 ? items.count + place : place
                guard items.indices.contains(index) else { return [] }
                value = items[index]
            case (.field(let name), .record(let record)): value = record.value(name, environment)
            default: return []
            }
        }
        // One row stands for all of them, and what `it` goes through is rows.
        if case .list(let list) = value, variable == "it" || steps.isEmpty, let first = list.items.first {
            value = first
        }
        guard case .record(let record) = value else { return [] }
        return names(record).map { Surroundings.Known($0, short(record.value($0, environment))) }
    }

    private func names(_ record: Record) -> [String] {
        guard let kind = record.shape.kind, !kind.isOfFile else { return record.shape.keys }
        let known = kind.schema.fields.map(\.name)
        return known.filter { name in
            if case .absent = record.shape.lookup(name) { return false }
            return true
        }
    }

    private func sample(_ field: String) -> String? {
        for case .record(let record) in (memory().lastRows ?? []).prefix(50) {
            let text = short(record.value(field, environment))
            if !text.isEmpty { return text }
        }
        return nil
    }

    private func short(_ value: Value) -> String {
        switch value {
        case .nothing, .null, .list, .record: ""
        case .duration(let seconds): CellText.duration(seconds)
        default: DisplayWidth.truncate(CellText.oneLine(PrintedText.of(value, environment)), to: 24)
        }
    }
}

/// The files of a folder, for completion.
enum FolderListing {
    /// So many entries are offered.
    private static let limit = 1_000

    static func entries(_ typed: String, in directory: String) -> [Surroundings.Known] {
        let slash = typed.lastIndex(of: "/")
        let folder = slash.map { String(typed[...$0]) } ?? ""
        let begun = slash.map { String(typed[typed.index(after: $0)...]) } ?? typed
        let path = folder.hasPrefix("/") ? folder : directory + "/" + folder
        guard let entries = opendir(path) else { return [] }
        defer { closedir(entries) }
        var found: [Surroundings.Known] = []
        while found.count < limit, let entry = readdir(entries) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name.hasPrefix(begun), name != ".", name != "..", begun.hasPrefix(".") || !name.hasPrefix("."),
                !name.unicodeScalars.contains(where: { $0.value < 0x20 || $0 == "\"" || $0 == "\\" })
            else { continue }
            var status = stat()
            let isFolder = stat(path + "/" + name, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
            found.append(Surroundings.Known(folder + name + (isFolder ? "/" : ""), isFolder ? "folder" : ""))
        }
        return found.sorted { $0.text < $1.text }
    }
}
