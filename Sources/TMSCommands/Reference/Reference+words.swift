import TrackingMore

// How the reference says what a declaration says.

extension Kind {
    var reference: String {
        switch self {
        case .date(let form): "date, \(form.reference)"
        case .dateRange: "range of dates, unix seconds"
        case .choice(let choices):
            choices.map { choice in
                let wire = choice.wire.text ?? choice.wire.compact
                return wire == choice.word ? "`\(wire)`" : "`\(choice.word)`, sent as `\(wire)`"
            }.joined(separator: "; ")
        case .list(let element, let limit):
            switch limit {
            case .some(1): element.reference + "; several are asked for one by one"
            case .some(let limit): element.reference + ", up to \(limit)"
            case .none: element.reference + ", any number"
            }
        case .record(let schema): "[\(schema.name)](#\(RecordReference.anchor(schema)))"
        case .map(let schema): "[\(schema.name)](#\(RecordReference.anchor(schema))), by key"
        default: name
        }
    }
}

extension DateForm {
    fileprivate var reference: String {
        switch self {
        case .slashedMinutes: "`2018/04/01 10:08`"
        case .compactDay: "`20180401`"
        case .unixSeconds: "unix seconds"
        case .iso8601: "`2019-06-01T08:00:00+08:00`"
        case .localTime: "`2019-06-06 21:05:00` in the time of its place"
        }
    }
}

extension Parameter.Place {
    var name: String {
        switch self {
        case .path: "path"
        case .query: "query"
        case .body: "body"
        case .header: "header"
        case .local: "not sent"
        }
    }
}

extension Endpoint.Effect {
    var reference: String {
        switch self {
        case .create: "creates"
        case .read: "reads the account"
        case .update: "updates"
        case .delete: "deletes"
        case .lookup: "reads what the service knows; the account has no part in it"
        }
    }
}

extension Endpoint.Cost {
    var reference: String {
        switch self {
        case .free: "none"
        case .perItem(let count): "\(count) for each that is accepted"
        case .onePerCalls(let calls): "1 for every \(calls) calls"
        case .unknown: "not documented"
        }
    }
}

/// A table of a Markdown page.
enum MarkdownTable {
    static func text(_ head: [String], _ rows: [[String]]) -> String {
        let rule = head.map { _ in "---" }
        return ([head, rule] + rows).map { cells in
            "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
        }.joined(separator: "\n")
    }

    static func list(_ items: [String]) -> String { items.map { "- " + $0 }.joined(separator: "\n") }
}
