import TMSRuntime

/// The sources that are not used up yet, by the names the machine knows them by.
struct CursorTable {
    private var sources: [CursorID: any RowSource] = [:]
    private var nextID = 1

    /// The first rows of a source; keeps it while more follow.
    mutating func open(_ source: any RowSource) async -> TMSRuntime.Answer {
        let id = CursorID(nextID)
        nextID += 1
        sources[id] = source
        return await next(id)
    }

    mutating func next(_ id: CursorID) async -> TMSRuntime.Answer {
        guard let source = sources[id] else { return .rows([], more: nil) }
        do {
            var chunk = try await source.next()
            while chunk.rows.isEmpty, !chunk.isLast { chunk = try await source.next() }
            if chunk.isLast { sources[id] = nil }
            return .rows(
                chunk.rows, more: chunk.isLast ? nil : id, total: source.rowCount,
                written: chunk.isLast && source.mustBeDone ? source.rowCount : nil)
        } catch {
            sources[id] = nil
            return .failed(error)
        }
    }

    /// The next rows for a run that has ended; `.done` where it would take a call to have them.
    mutating func rest(_ id: CursorID) async -> TMSRuntime.Answer {
        guard let source = sources[id] else { return .rows([], more: nil) }
        if source.isFree { return await next(id) }
        sources[id] = nil
        return .done
    }

    /// Nobody wants further rows. Writes are done for all rows, however many are looked at.
    mutating func close(_ id: CursorID) async -> TMSRuntime.Answer {
        guard let source = sources.removeValue(forKey: id), source.mustBeDone else { return .done }
        do {
            while !(try await source.next()).isLast {}
            return .rows([], more: nil, written: source.rowCount)
        } catch {
            return .failed(error)
        }
    }

    /// Whether the source says of each of its rows that it was not sent, once the run has ended.
    func tellsRest(_ id: CursorID) -> Bool { sources[id]?.tellsRest ?? false }

    mutating func closeAll() { sources = [:] }
}
