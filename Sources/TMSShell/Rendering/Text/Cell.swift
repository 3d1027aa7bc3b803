import TMSBase
import TMSCommands
import TMSRuntime
import TMSSyntax
import TrackingMore

/// How a value looks in a cell or a card: short, on one line, harmless to a terminal.
struct CellText {
    let environment: Environment
    let names: Names

    init(_ presentation: Presentation) {
        environment = presentation.environment
        names = presentation.names
    }

    /// - Parameter isOfService: the service sent it: carriers leave tags and entities of HTML in it.
    func text(_ value: Value, kind: ValueKind? = nil, isOfService: Bool = false) -> String {
        switch value {
        case .nothing, .null: ""
        case .duration(let seconds): Self.duration(seconds)
        case .text(let text) where kind == .date: date(text.string)
        case .text(let text) where kind == .status: Self.status(text.string)
        case .text(let text): isOfService ? Self.plainLine(text.string) : Self.oneLine(text.string)
        case .list(let list): items(list, isOfService: isOfService)
        case .record(let record): summary(record)
        default: Self.oneLine(PrintedText.of(value, environment))
        }
    }

    /// The cell of a record in a column.
    func text(_ record: Record, _ column: Column, isOfService: Bool? = nil) -> String {
        let value = record.value(column.name, environment)
        if column.kind == .status, case .text(let text) = value { return Self.status(text.string, of: record) }
        // A text that carriers write is read where its friendly name is.
        var isAsSent = isOfService ?? record.isOfService
        switch record.shape.lookup(column.name) {
        case .cell, .computed: isAsSent = false
        case .slot, .absent: break
        }
        return text(value, kind: column.kind, isOfService: isAsSent)
    }

    /// `12 d`, `5 h`, `40 min`, `8 s`: the largest unit that loses nothing worth a column.
    static func duration(_ seconds: Int) -> String {
        switch seconds.magnitude {
        case 86_400...: "\(seconds / 86_400) d"
        case 3_600...: "\(seconds / 3_600) h"
        case 60...: "\(seconds / 60) min"
        case 0: "0 d"
        default: "\(seconds) s"
        }
    }

    /// `2 days`, `1 day`, `5 hours`.
    static func longDuration(_ seconds: Int) -> String {
        let (amount, unit) =
            switch seconds.magnitude {
            case 86_400...: (seconds / 86_400, "day")
            case 3_600...: (seconds / 3_600, "hour")
            case 60...: (seconds / 60, "minute")
            case 0: (0, "day")
            default: (seconds, "second")
            }
        return "\(amount) \(unit)\(amount == 1 ? "" : "s")"
    }

    /// The words people use for a status; an unknown one stays as the API said it.
    ///
    /// - Parameter record: may say more of it in its substatus.
    static func status(_ word: String, of record: Record? = nil) -> String {
        guard let status = Status(rawValue: word) else { return oneLine(word) }
        guard let record, case .slot(let slot) = record.shape.lookup("substatus"),
            case .text(let substatus) = record.value(at: slot)
        else { return status.longLabel }
        return status.label(substatus.string)
    }

    /// Text that the service sent, on one line and without its markup.
    static func plainLine(_ text: String) -> String { oneLine(MarkupText.plain(text)) }

    /// Without line breaks, tabs and the control characters that could move a cursor or change a terminal.
    static func oneLine(_ text: String) -> String {
        let isClean = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 && $0 != 0xE2 }
        if isClean { return text }
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: clean.append(" ")
            case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: clean.append("\u{FFFD}")
            default: clean.append(scalar)
            }
        }
        return String(clean)
    }

    /// `2019-05-02 10:00`: a date without its seconds; one that names its zone on the clock of the profile.
    private func date(_ text: String) -> String {
        guard let written = WrittenDate(text) else {
            // `regtime` comes as Unix seconds in a text.
            if text.utf8.count == 10, let seconds = Int(text) { return self.text(.instant(seconds)) }
            return Self.oneLine(text)
        }
        guard text.utf8.count > 10 else { return written.day.text }
        var time = written.civil
        if written.offset != nil {
            let seconds = written.secondsSinceEpoch()
            guard let shown = environment.clock.shown(at: seconds) else { return Self.oneLine(text) }
            time = shown
        }
        return "\(time.date.text) \(time.time)"
    }

    private func items(_ list: List, isOfService: Bool) -> String {
        let isPlain = list.items.allSatisfy {
            switch $0 {
            case .list, .record: false
            default: true
            }
        }
        if isPlain { return list.items.map { text($0, isOfService: isOfService) }.joined(separator: ", ") }
        return list.items.count == 1 ? "1 item" : "\(list.items.count) items"
    }

    private func summary(_ record: Record) -> String {
        let count = record.values.count { !$0.isBlank }
        return count == 0 ? "" : count == 1 ? "1 field" : "\(count) fields"
    }
}

extension Value {
    /// Absent, null and `""`: what a person sees as an empty cell.
    var isBlank: Bool {
        switch self {
        case .nothing, .null: true
        case .text(let text): text.string.isEmpty
        case .list(let list): list.items.isEmpty
        default: false
        }
    }
}

extension Record {
    /// Whether it came as an answer of the service, whatever a script took away of it.
    var isOfService: Bool { shape.isOfService }

    /// The value of a field by its friendly or wire name, computed fields included.
    func value(_ name: String, _ environment: Environment) -> Value {
        switch shape.lookup(name) {
        case .slot(let slot): value(at: slot)
        case .cell(let slot, let read): read(value(at: slot))
        case .computed(let compute): compute(self, environment)
        case .absent: .nothing
        }
    }

    /// The text of a field; empty when it is absent.
    func string(_ name: String, _ environment: Environment) -> String {
        PrintedText.of(value(name, environment), environment)
    }
}
