import TMSBase

extension Diagnostic {
    /// One JSON object on one line: severity, code, message, file, start and end (line, column in UTF-8 and UTF-16),
    /// hint, labels, notes, fixIts. Absent parts are left out.
    public var json: String {
        var members = [
            JSONText.member("severity", severity.rawValue), JSONText.member("code", code),
            JSONText.member("message", message),
        ]
        if let location {
            members.append(JSONText.member("file", location.file.name))
            members += JSONText.ends(of: location.range, in: location.file)
        }
        if let hint { members.append(JSONText.member("hint", hint)) }
        if !labels.isEmpty {
            let items = labels.map { label in
                JSONText.object([JSONText.member("message", label.message)] + ends(of: label.range))
            }
            members.append("\"labels\":" + JSONText.array(items))
        }
        if !notes.isEmpty { members.append("\"notes\":" + JSONText.array(notes.map(JSONString.quoted))) }
        if !fixIts.isEmpty { members.append("\"fixIts\":" + JSONText.array(fixIts.map(json))) }
        return JSONText.object(members)
    }

    private func json(_ fixIt: FixIt) -> String {
        let edits = fixIt.edits.map { edit in
            JSONText.object(ends(of: edit.range) + [JSONText.member("replacement", edit.replacement)])
        }
        return JSONText.object([
            JSONText.member("message", fixIt.message), "\"isSafe\":\(fixIt.isSafe)",
            "\"edits\":" + JSONText.array(edits),
        ])
    }

    private func ends(of range: SourceRange) -> [String] {
        location.map { JSONText.ends(of: range, in: $0.file) } ?? []
    }
}

/// Writes JSON.
enum JSONText {
    static func object(_ members: [String]) -> String { "{" + members.joined(separator: ",") + "}" }

    static func array(_ items: [String]) -> String { "[" + items.joined(separator: ",") + "]" }

    static func member(_ name: String, _ value: String) -> String { "\"\(name)\":\(JSONString.quoted(value))" }

    static func ends(of range: SourceRange, in file: SourceFile) -> [String] {
        ["\"start\":" + position(range.lower, file), "\"end\":" + position(range.upper, file)]
    }

    private static func position(_ offset: Int, _ file: SourceFile) -> String {
        let position = file.position(at: offset)
        return "{\"line\":\(position.line),\"utf8\":\(position.utf8Column),\"utf16\":\(position.utf16Column)}"
    }
}
