import TMSCommands
public import TMSRuntime
import TMSSyntax
import TrackingMore

/// Answers the effects of one run. Effects are values, so several may be looked at before the first is carried out.
public final class EffectDriver {
    let context: EngineContext
    let output: (OutputEvent) -> Void
    let budget: CallBudget
    var consents = ConsentLedger()
    var cursors = CursorTable()
    var notebook: CallNotebook
    /// Counts how often effects were answered: what is answered at the same time goes out together.
    var round = 0
    private var writers = WriterTable()
    private var performers: [Bool: CallPerformer] = [:]
    private var notesGiven: Set<String> = []

    public init(context: EngineContext, output: @escaping (OutputEvent) -> Void) {
        self.context = context
        self.output = output
        notebook = CallNotebook(CallDescription(baseURL: context.baseURL))
        budget = CallBudget(clock: context.clock, statistics: context.statistics)
    }

    public func answer(_ effect: Effect) async -> TMSRuntime.Answer {
        if Task.isCancelled, !effect.tidiesUp { return .failed(.cancelled(at: nil)) }
        switch effect {
        case .command(let call): return await command(call)
        case .next(let id): return await cursors.next(id)
        case .close(let id):
            cursors.close(id)
            return .done
        case .open(let path, let location): return await open(path, location)
        case .save(let path, let description, let location):
            return writers.begin(
                resolved(path, from: location), path, description, location, document: context.document)
        case .write(let id, let rows): return writers.write(rows, to: id)
        case .commit(let id): return writers.commit(id)
        case .abandon(let id):
            writers.abandon(id)
            return .done
        case .wait(let seconds, let location): return await wait(seconds, location)
        case .limit(let calls, let seconds, let location):
            budget.begin(calls: calls, seconds: seconds, location)
            return .done
        case .endLimit:
            budget.end()
            return .done
        case .prefixBegins:
            performers[true] = nil
            notebook.open()
            return .done
        case .prefixEnds:
            performers[true] = nil
            for line in notebook.close() { output(.line(line)) }
            return .done
        case .perRow(let verbs, let together):
            tellPerRow(verbs, together: together)
            return .done
        case .loopBegins:
            consents.begin()
            return .done
        case .loopHas(let rows):
            consents.expect(rows)
            return .done
        case .loopEnds:
            consents.end()
            return .done
        case .ask(let question, let location): return await session(.ask(question), location)
        case .confirm(let question, let location): return await session(.confirm(question), location)
        case .flush: return .done
        case .keep(let rows, let store, let location): return keep(rows, store, location)
        case .recall(let store):
            guard let spooled = store as? SpooledRows else { return .rows(store.all, more: nil) }
            return await cursors.open(SpooledSource(spooled))
        }
    }

    /// Lets go of what the program left open; nothing half written stays behind.
    public func finish() {
        cursors.closeAll()
        writers.abandonAll()
    }

    /// One for the whole run, so that rows of one kind share their shapes.
    func performer(for call: CommandCall) -> CallPerformer {
        let isPlan = call.prefix != nil
        if let known = performers[isPlan] { return known }
        let performer = CallPerformer(
            context: context, budget: budget, isPlan: isPlan, note: { [unowned self] in note($0) })
        performers[isPlan] = performer
        return performer
    }

    /// Says a thing once a run, however many rows it is true of.
    func note(_ diagnostic: Diagnostic) {
        let place = diagnostic.location.map { "\($0.file.name) \($0.range.lower)" } ?? ""
        guard notesGiven.insert("\(diagnostic.code) \(place) \(diagnostic.message)").inserted else { return }
        output(.diagnostic(diagnostic))
    }

    private func keep(
        _ rows: [Value], _ store: (any StoredRows)?, _ location: SourceLocation
    ) -> TMSRuntime.Answer {
        do throws(FileDraft.WriteError) {
            let known = store as? SpooledRows
            let spooled = if let known { known } else { try SpooledRows(directory: context.spoolDirectory) }
            try spooled.append(rows)
            return .kept(spooled)
        } catch {
            return .failed(FileMessage(path: context.spoolDirectory, location: location).cannotKeepRows(error.code))
        }
    }

    func resolved(_ path: String, from location: SourceLocation) -> String {
        FilePath.resolve(path, script: location.file.name, directory: context.directory)
    }

    private func wait(_ seconds: Int, _ location: SourceLocation) async -> TMSRuntime.Answer {
        do {
            try await context.clock.sleep(seconds: Double(seconds))
            return .done
        } catch {
            return .failed(.cancelled(at: location))
        }
    }

    private func session(_ request: SessionRequest, _ location: SourceLocation) async -> TMSRuntime.Answer {
        do {
            return .value(try await context.services.perform(request))
        } catch {
            return .failed(
                Failure(kind: "usage", Diagnostic(.error, "E0622", error.message, at: location, hint: error.hint)))
        }
    }

    private func open(_ path: String, _ location: SourceLocation) async -> TMSRuntime.Answer {
        do {
            return await cursors.open(try FileRows.open(resolved(path, from: location), as: path, location))
        } catch {
            return .failed(error)
        }
    }
}

extension Effect {
    /// Whether it only lets go of something, so that it is carried out after ^C too.
    fileprivate var tidiesUp: Bool {
        switch self {
        case .close, .abandon, .endLimit, .loopEnds, .prefixEnds, .flush: true
        default: false
        }
    }
}

extension Failure {
    static func cancelled(at location: SourceLocation?) -> Failure {
        Failure(
            kind: "cancelled", Diagnostic(.error, "E0703", "cancelled", at: location), isFatal: true, status: 7)
    }
}
