import TMSBase
import TMSCommands
public import TMSRuntime
import TMSStore
import TMSSyntax
import TrackingMore

/// Answers the effects of one run. Effects are values, so several may be looked at before the first is carried out.
public final class EffectDriver {
    let context: EngineContext
    let output: (OutputEvent) -> Void
    let journal: RunJournal?
    let budget: CallBudget
    var consents = ConsentLedger()
    var cursors = CursorTable()
    var notebook: CallNotebook
    var tally: RowsTally
    /// Commands whose calls are to be sent together with others, by their numbers.
    var waiting: [Int: Waiting] = [:]
    var queue = CallQueue()
    /// What has been sent, in order.
    var launches: [(request: CallQueue.Request, launch: Launch)] = []
    /// Told which effect is at work.
    var turn: (_ number: Int) -> Void = { _ in }
    public let underWay = RequestsUnderWay()
    /// Counts how often effects were answered: what is answered at the same time goes out together.
    var round = 0
    /// The run that the shell is to go on with once this program is over.
    var continuation: RunRecord?
    /// What the whole program would do, and what the statement behind `plan` would that is under way.
    private let wholeBook: PlanBook?
    private var statementBook: PlanBook?
    /// The journals of what was taken back.
    var undoing: [RunJournal] = []
    private var writers = WriterTable()
    private var performers: [Bool: CallPerformer] = [:]
    private var notesGiven: Set<String> = []
    /// The tables that were opened, by where the script opens them: for the header of a result without rows.
    private var openedTables: [String: (path: String, format: OutputFormat, options: FileOptions)] = [:]

    /// The result that is being shown, until it has a row.
    private var rowless: ResultDescription?

    public init(
        context: EngineContext, journal: RunJournal? = nil, output: @escaping (OutputEvent) -> Void
    ) {
        self.context = context
        self.journal = journal
        self.output = output
        tally = RowsTally(context.catalogue.dialect)
        notebook = CallNotebook(CallDescription(baseURL: context.baseURL, dialect: context.catalogue.dialect))
        wholeBook = context.planning.map { planning in
            PlanBook(
                context.catalogue.dialect, keepsRows: planning.keepsRows, meter: PlanMeter(next: context.chain))
        }
        budget = CallBudget(clock: context.clock, statistics: context.statistics)
        if let wholeBook { budget.planned = { wholeBook.used } }
    }

    public func answer(_ effect: Effect) async -> TMSRuntime.Answer {
        // A command of many rows tells of those it did not send.
        var tellsRest = false
        if case .next(let id) = effect { tellsRest = cursors.tellsRest(id) }
        if Task.isCancelled, !effect.tidiesUp, !tellsRest { return .failed(.cancelled(at: nil)) }
        switch effect {
        case .command(let call): return await command(call)
        case .next(let id): return await cursors.next(id)
        case .rest(let id): return await cursors.rest(id)
        case .close(let id): return await cursors.close(id)
        case .open(let name, let options, let location): return await open(name, options, location)
        case .save(let name, let description, let location):
            return writers.begin(
                resolved(name, from: location), name.path, description, location,
                columns: { [unowned self] in columns(of: description) }, document: context.document,
                shown: { [context] in
                    ShownColumnsWriter($0, context.environment) { context.columns(description, $0) }
                })
        case .write(let id, let rows): return writers.write(rows, to: id)
        case .commit(let id): return writers.commit(id, tell: output)
        case .abandon(let id):
            writers.abandon(id)
            return .done
        case .wait(let seconds, let location): return await wait(seconds, location)
        case .limit(let calls, let quota, let seconds, let location):
            budget.begin(calls: calls, quota: quota, seconds: seconds, location)
            return .done
        case .endLimit:
            budget.end()
            return .done
        case .prefixBegins:
            performers[true] = nil
            statementBook = PlanBook(
                context.catalogue.dialect, keepsRows: false, meter: PlanMeter(next: context.planChain))
            notebook.open()
            return .done
        case .prefixEnds:
            performers[true] = nil
            for line in notebook.close() { output(.line(line)) }
            if let book = statementBook, !book.priced.isEmpty {
                output(.plan(await covered(book.priced), isWhole: false))
            }
            statementBook = nil
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
        case .rowsHave(let rows):
            context.progress?.expect(rows)
            return .done
        case .rowsBegin:
            if !tally.isOpen { context.progress?.begin() }
            tally.begin(context.statistics.snapshot)
            return .done
        case .rowsEnd(let isWhole):
            if let note = tally.note { output(.diagnostic(note)) }
            let unread = tally.unread
            if let summary = tally.end(context.statistics.snapshot) {
                if let book = statementBook ?? wholeBook {
                    book.add(summary)
                } else {
                    output(.summary(await covered(summary)))
                }
            }
            return isWhole ? unread.map { .failed($0) } ?? .done : .done
        case .ask(let question, let location): return await session(.ask(question), location)
        case .confirm(let question, let location): return await session(.confirm(question), location)
        case .flush: return .done
        case .keep(let rows, let store, let location): return keep(rows, store, location)
        case .recall(let store):
            guard let spooled = store as? SpooledRows else { return .rows(store.all, more: nil) }
            return await cursors.open(SpooledSource(spooled))
        }
    }

    /// Counts what a program says of its rows; gives a result that has none its columns.
    func observed(_ event: OutputEvent) -> OutputEvent {
        switch event {
        case .rowFailed(let failure), .rowLeft(let failure):
            if tally.count(failure) { context.progress?.fail() }
        case .beginResult(let description): rowless = description
        case .row: rowless = nil
        case .endResult(var end):
            end.header = rowless.flatMap(columns)
            return .endResult(end)
        default: break
        }
        return event
    }

    /// Releases what the program left open; nothing half written stays behind.
    public func finish() {
        cursors.closeAll()
        writers.abandonAll()
    }

    /// One for the whole run, so that rows of one kind share their shapes.
    func performer(for call: CommandCall) -> CallPerformer { performer(isPlan: call.prefix != nil) }

    func performer(isPlan: Bool) -> CallPerformer {
        if let known = performers[isPlan] { return known }
        let performer = makePerformer(isPlan: isPlan, journal: journal)
        performers[isPlan] = performer
        return performer
    }

    func makePerformer(isPlan: Bool, journal: RunJournal?) -> CallPerformer {
        let book = isPlan ? statementBook : wholeBook
        return CallPerformer(
            context: context, budget: budget, isPlan: isPlan, journal: journal, underWay: underWay, book: book,
            note: { [unowned self] in note($0) },
            report: { [unowned self] word, isPlanned, quota in
                if word == EndpointCall.alreadyThere { book?.addAlready() }
                tally.count(word, isPlanned: isPlanned, quota: quota)
            })
    }

    /// The plan of the whole program, once it has ended; nil where it was not planned.
    func planned() async -> (price: PlanPrice, rows: [EndpointCall])? {
        guard let wholeBook else { return nil }
        return (await covered(wholeBook.priced), wholeBook.rows)
    }

    /// Says a thing once a run, however many rows it is true of.
    func note(_ diagnostic: Diagnostic) {
        let place = diagnostic.location.map { "\($0.file.name) \($0.range.lower)" } ?? ""
        guard notesGiven.insert("\(diagnostic.code) \(place) \(diagnostic.message)").inserted else { return }
        output(.diagnostic(diagnostic))
    }

    /// The header of a table that has no rows.
    private func columns(of description: ResultDescription) -> [String]? {
        description.header.keys { base in
            switch base {
            case .unknown: return nil
            case .keys(let keys): return Shape(keys: keys)
            case .file(let location):
                guard
                    let file = openedTables[key(of: location)],
                    let keys = TableHeader.columns(path: file.path, format: file.format, file.options)
                else { return nil }
                return Shape(keys: keys, kind: RecordKind.ofFile(keys))
            case .schema(let name):
                guard let schema = context.catalogue.vocabulary.schema(named: name) else { return nil }
                return Shape(keys: schema.fields.compactMap(\.wireName), kind: context.catalogue.kinds[name])
            }
        }
    }

    private func key(of location: SourceLocation) -> String { "\(location.file.name) \(location.range.lower)" }

    /// Tells of what a source has to say beside its rows.
    func report(_ chunk: RowChunk) {
        chunk.notes.forEach(note)
        for failure in chunk.failed { output(.rowFailed(failure)) }
    }

    private func keep(
        _ rows: [Value], _ store: (any StoredRows)?, _ location: SourceLocation
    ) -> TMSRuntime.Answer {
        do throws(SystemError) {
            let known = store as? SpooledRows
            let spooled = if let known { known } else { try SpooledRows(directory: context.spoolDirectory) }
            try spooled.append(rows)
            return .kept(spooled)
        } catch {
            return .failed(FileMessage(path: context.spoolDirectory, location: location).cannotKeepRows(error.code))
        }
    }

    func resolved(_ name: FileName, from location: SourceLocation) -> String {
        FilePath.resolve(name.path, script: name.isTyped ? "" : location.file.name, directory: context.directory)
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
            let answer = try await context.services.perform(request)
            return Task.isCancelled ? .failed(.cancelled(at: location)) : .value(answer)
        } catch {
            if Task.isCancelled { return .failed(.cancelled(at: location)) }
            return .failed(
                Failure(kind: .usage, Diagnostic(.error, "E0622", error.message, at: location, hint: error.hint)))
        }
    }

    /// How many rows a file has, where somebody watches how far they have come.
    func count(of path: String, _ options: FileOptions) -> Int? {
        context.watchesProgress ? RowCount.of(path, options, atMost: 32 << 20) : nil
    }

    private func open(
        _ name: FileName, _ options: FileOptions, _ location: SourceLocation
    ) async -> TMSRuntime.Answer {
        tally.sawFile()
        do {
            let place = resolved(name, from: location)
            let rows = try FileRows.open(place, as: name.path, options, location)
            if let format = OutputFormat(path: place), format.isTable, FileBlocks.isRegular(place) {
                openedTables[key(of: location)] = (place, format, options)
            }
            return await cursors.open(
                ReadableRows(
                    rows, name.path, location, count: tally.isOpen ? count(of: place, options) : nil,
                    report: { [unowned self] in report($0) },
                    reportEnd: { [unowned self] in output(.rowLeft($0)) },
                    postpone: { [unowned self] in tally.postpone($0) }))
        } catch {
            return .failed(error)
        }
    }
}

extension Failure {
    static func cancelled(at location: SourceLocation?) -> Failure {
        Failure(
            kind: .cancelled, Diagnostic(.error, "E0703", "cancelled", at: location), isFatal: true, status: .cancelled)
    }
}
