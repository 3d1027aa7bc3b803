import TMSEngine
import TMSSemantics
import TMSSyntax
import TrackingMore

/// What a script without mistakes will do: its effects with their bounds, and how each loop will run.
struct CheckReport {
    private let file: SourceFile
    private let bounds: EffectBounds
    private let needsConfirmation: Bool
    private let loops: [(line: Int, independence: LoopIndependence)]
    /// How many rows the files hold now that the script names.
    private let counts: RowCounts

    init(_ checked: CheckedProgram, _ vocabulary: Vocabulary) {
        let file = checked.program.file
        self.file = file
        bounds = EffectBounds(of: checked, vocabulary: vocabulary)
        needsConfirmation = checked.effects.needsConfirmation
        loops = checked.loops[file].map { (file.line(at: $0.loop.lower), $0.independence) }
        counts = RowCounts(file)
    }

    var text: String {
        var lines = ["\(file.name): no mistakes · \(effectsInWords)" + (needsConfirmation ? " · needs --yes" : "")]
        for (line, independence) in loops {
            switch independence {
            case .independent: lines.append("\(file.name):\(line): rows go together, in as few calls as possible")
            case .dependent(let reason, _): lines.append("\(file.name):\(line): one row after the other: \(reason)")
            }
        }
        return lines.joined(separator: "\n")
    }

    /// The same for programs; `most` is null where only the run knows.
    var json: String {
        var effects = JSONObject()
        for kind in EffectBounds.Kind.allCases where kind.isShown(bounds) {
            if kind == .steersSandbox {
                effects.append(kind.rawValue, true)
                continue
            }
            let amount = bounds[kind]
            var entry = JSONObject()
            if kind == .pays {
                effects.append(kind.rawValue, .object(["quota": json(amount.targets)]))
                continue
            }
            if kind.isAboutParcels { entry.append("parcels", json(amount.targets)) }
            entry.append("calls", json(amount.calls))
            effects.append(kind.rawValue, .object(entry))
        }
        let loops = loops.map { line, independence in
            var entry: JSONObject = ["line": JSON(line)]
            switch independence {
            case .independent: entry.append("together", true)
            case .dependent(let reason, _):
                entry.append("together", false)
                entry.append("reason", .string(reason))
            }
            return JSON.object(entry)
        }
        let report: JSON = .object([
            "file": .string(file.name), "needsYes": needsConfirmation ? true : false, "effects": .object(effects),
            "loops": .array(loops),
        ])
        return report.compact
    }

    private func json(_ quantity: Quantity) -> JSON {
        var entry = JSONObject()
        entry.append("most", quantity.number.map { JSON($0) } ?? .null)
        if quantity.number == nil {
            entry.append("now", counts.number(of: quantity).map { JSON($0) } ?? .null)
            entry.append("bounded", quantity.boundlessness == nil ? true : false)
        }
        entry.append("words", .string(quantity.words()))
        return .object(entry)
    }

    /// `reads at most 4 calls, edits at most the rows of orders.csv (now 3) · tracks and deletes none`.
    private var effectsInWords: String {
        guard !bounds.isNone else { return "calls nobody" }
        var parts: [String] = []
        var none: [String] = []
        for kind in EffectBounds.Kind.allCases {
            let amount = bounds[kind]
            let quantity = kind.counts(amount)
            if kind == .steersSandbox {
                if !quantity.isNone { parts.append("steers the sandbox") }
            } else if !quantity.isNone {
                let limit = quantity.boundlessness == nil ? "at most " : ""
                let now = quantity.number == nil ? counts.number(of: quantity).map { " (now \($0))" } : nil
                parts.append("\(kind.verb) \(limit)\(quantity.words(kind.unit))\(now ?? "")")
            } else if kind.isShown(bounds) {
                none.append(kind.verb)
            }
        }
        let done = parts.joined(separator: ", ")
        guard let last = none.popLast() else { return done }
        return none.isEmpty ? "\(done), \(last) none" : "\(done) · \(none.joined(separator: ", ")) and \(last) none"
    }
}

/// Rows of files, each counted once.
private final class RowCounts {
    private let script: SourceFile
    private var known: [String: Int?] = [:]

    init(_ script: SourceFile) {
        self.script = script
    }

    func number(of quantity: Quantity) -> Int? {
        quantity.number { measure in
            guard case .rows(let path) = measure else { return nil }
            if let count = known[path] { return count }
            let count = RowCount.of(FilePath.resolve(path, script: script.name, directory: "."))
            known[path] = count
            return count
        }
    }
}

extension EffectBounds.Kind {
    fileprivate var verb: String {
        switch self {
        case .callsByHand: "calls by hand"
        case .steersSandbox: "steers the sandbox"
        default: rawValue
        }
    }

    fileprivate var unit: Quantity.Unit {
        switch self {
        case .reads, .callsByHand: Quantity.Unit("call", "calls")
        case .pays: Quantity.Unit("quota", "quota")
        case .steersSandbox: Quantity.Unit("time", "times")
        case .tracks, .edits, .deletes, .stops: Quantity.Unit("parcel", "parcels")
        }
    }

    fileprivate var isAboutParcels: Bool {
        switch self {
        case .tracks, .edits, .deletes, .stops: true
        case .reads, .callsByHand, .pays, .steersSandbox: false
        }
    }

    fileprivate func counts(_ amount: EffectBounds.Amount) -> Quantity {
        switch self {
        case .reads, .callsByHand: amount.calls
        case .tracks, .edits, .deletes, .stops, .pays, .steersSandbox: amount.targets
        }
    }

    /// The four everybody asks about are named even if there is none of them.
    fileprivate func isShown(_ bounds: EffectBounds) -> Bool {
        switch self {
        case .reads, .tracks, .edits, .deletes: true
        case .stops, .callsByHand, .pays, .steersSandbox: !counts(bounds[self]).isNone
        }
    }
}
