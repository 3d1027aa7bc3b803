import TMSBase
import TMSCommands
import TMSRuntime
import TMSSyntax
import TrackingMore

extension Failure {
    /// Why a call failed, underlining the word of the script that is to blame.
    init(_ error: APIError, of call: EndpointCall) {
        self.init(error, at: SourceLocation(call.location.file, error.range(in: call)))
        number = call.number
        via = call.carrier
        if let row = call.row {
            self.row = .record(row)
            if case .refused(let refusal, _) = error { column = call.column(blamedBy: refusal.code) }
        }
        if case .refused(let refusal, _) = error, refusal.isNotThere, let number {
            diagnostic.message = "this account does not track \(number)"
            diagnostic.hint = "`track` would follow it, as a new entry"
        }
        if !call.endpoint.effect.isWrite, call.endpoint.cost != .free, error.leavesDoubt {
            diagnostic.notes.append("it may have taken quota, so it is not sent again")
        }
    }

    /// Why a free-hand call failed.
    init(_ error: APIError, at location: SourceLocation) {
        switch error {
        case .refused(let refusal, let message):
            var diagnostic = Diagnostic(
                .error, String(refusal.code), error.reason, at: location,
                hint: error.isOfDisk ? "make room there, then repeat" : refusal.remedy)
            if let message, !message.isEmpty { diagnostic.notes.append("the service says: \(message)") }
            self.init(
                kind: .refused, diagnostic, isFatal: refusal.doomsEveryRow, status: refusal.exitStatus)
        case .transport(.cancelled):
            self.init(
                kind: .cancelled, Diagnostic(.error, "E0703", "cancelled", at: location), isFatal: true,
                status: .cancelled)
        case .transport(.givenUp):
            self.init(
                kind: .cancelled, Diagnostic(.error, "E0703", error.reason, at: location), isFatal: true,
                status: .cancelled)
        case .transport(let transport):
            self.init(
                kind: .network,
                Diagnostic(.error, "E0701", transport.description, at: location, hint: transport.remedy),
                status: transport.isTransient ? .temporary : .failed)
        case .redirected:
            self.init(
                kind: .network,
                Diagnostic(
                    .error, "E0702", error.reason, at: location,
                    hint: "check the base address, and whether a proxy stands in between"), status: .temporary)
        case .notJSON(let snippet):
            var diagnostic = Diagnostic(
                .error, "E0702", "the answer is not JSON", at: location,
                hint: "check the base address, and whether a proxy stands in between")
            let text = snippet.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
            if !text.isEmpty { diagnostic.notes.append("it begins: \(text.prefix(80))") }
            self.init(kind: .network, diagnostic, status: .temporary)
        case .unexpectedShape(let what):
            self.init(
                kind: .network,
                Diagnostic(
                    .error, "E0702", "the answer was not understood: \(what)", at: location,
                    hint: "check the base address; `call` shows the raw answer"), status: .temporary)
        case .promisedNot: self = .promised(at: location)
        }
    }

    /// `read only` promised that nothing would be changed.
    static func promised(at location: SourceLocation) -> Failure {
        Failure(
            kind: .promise,
            Diagnostic(
                .error, "E0731", "this would change something, and the file says `read only`; nothing was sent",
                at: location, hint: "take `read only` away, or the line"),
            isFatal: true)
    }

    /// The request could not be built; the checker should have seen it.
    init(_ error: RequestError, of call: EndpointCall) {
        let field: String? =
            switch error {
            case .missing(let field), .unknown(let field), .unfit(let field): field
            case .tooMany, .nothing, .notBulk: nil
            }
        let word = field.flatMap { call.endpoint.parameter($0) }.map { $0.word ?? $0.field } ?? ""
        let message =
            switch error {
            case .missing: "`\(call.verb.line.verb)` needs `\(word)`"
            case .unknown, .unfit: "`\(word)` does not go into this call"
            case .tooMany(let count, let limit): "one call takes \(limit) items, not \(count)"
            case .nothing, .notBulk: "there is nothing to send"
            }
        let range = field.flatMap { call.ranges[$0] } ?? call.verbRange
        let location = SourceLocation(call.location.file, range)
        self.init(
            kind: .usage, Diagnostic(.error, "E0704", message, at: location), number: call.number, via: call.carrier)
        row = call.row.map { .record($0) }
    }
}

extension EndpointCall {
    /// The word of the field a refusal is about, where a row has given it; the number names the row as a whole.
    fileprivate func column(blamedBy code: Int) -> String? {
        guard let field = endpoint.blamed(by: code), field != verb.numberField, arguments[field] != nil else {
            return nil
        }
        return endpoint.parameter(field)?.word
    }
}

extension APIError {
    fileprivate func range(in call: EndpointCall) -> SourceRange {
        if case .refused(let refusal, _) = self { call.blamedRange(for: refusal.code) } else { call.verbRange }
    }
}

extension Refusal {
    /// 6 for key and quota, 5 for what may pass, 1 for all else.
    var exitStatus: ExitStatus { doomsEveryRow ? .keyOrQuota : isTransient ? .temporary : .failed }
}
