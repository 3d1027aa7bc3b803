import TMSBase
import TMSCommands
import TMSRuntime
import TMSStore
import TMSSyntax
import TrackingMore

extension SavedPlan {
    /// Larger files are no plans: a million rows are a third of it.
    private static let limit = 1 << 30

    /// Reads a plan whole, so that nothing of a damaged one is done.
    ///
    /// - Parameters:
    ///   - shownAs: what messages call it.
    ///   - location: the command that names it, which its rows are told at.
    init(
        at path: String, shownAs name: String, catalogue: Catalogue, location: SourceLocation, verbRange: SourceRange
    ) throws(Failure) {
        let verb = SourceLocation(location.file, verbRange)
        let bytes: [UInt8]
        do {
            bytes = try FileReading.bytes(path, limit: Self.limit)
        } catch {
            throw .plan("E0760", "\(name) cannot be read: \(error.reason)", at: verb)
        }
        let end = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
        guard case .object(let head)? = try? JSON(parsing: Array(bytes[..<end])), head[.tms] == "plan",
            let version = head[.version]?.integer
        else {
            throw .plan(
                "E0761", "\(name) is no plan", at: verb, hint: "a plan is made with: tms plan SCRIPT -o \(name)")
        }
        guard version <= Self.version else {
            throw .plan("E0762", "\(name) was made by a newer tms", at: verb, hint: "apply it with that one")
        }
        let body = Array(bytes[min(end + 1, bytes.endIndex)...])
        guard let header = Header(head), header.body == Self.digest(body) else { throw .damagedPlan(name, at: verb) }
        var rows: [EndpointCall] = []
        for line in body.split(separator: UInt8(ascii: "\n")) {
            guard case .object(let row)? = try? JSON(parsing: Array(line)),
                let call = EndpointCall(planned: row, catalogue, location, verbRange)
            else { throw .damagedPlan(name, at: verb) }
            rows.append(call)
        }
        guard rows.count == header.rows else { throw .damagedPlan(name, at: verb) }
        self.header = header
        self.rows = rows
    }
}

extension SavedPlan.Header {
    fileprivate init?(_ object: JSONObject) {
        guard let account = object[.account]?.string, let script = object[.script]?.string,
            let parameters = object[.parameters]?.array, let digest = object[.digest]?.string,
            let made = object[.made]?.integer, let rows = object[.rows]?.integer,
            let calls = object[.calls]?.integer, let seconds = object[.seconds]?.integer,
            let quota = object[.quota]?.integer, let body = object[.body]?.string
        else { return nil }
        self.account = account
        self.script = script
        self.parameters = parameters.compactMap(\.string)
        self.digest = digest
        self.made = made
        self.rows = rows
        self.calls = calls
        self.seconds = seconds
        self.quota = quota
        self.body = body
    }
}

extension EndpointCall {
    /// A row of a plan; nil where it is none that this tms makes.
    fileprivate init?(planned row: JSONObject, _ catalogue: Catalogue, _ location: SourceLocation, _ range: SourceRange)
    {
        guard let endpoint = row[.call]?.string, let word = row[.verb]?.string,
            let verb = catalogue.verb(of: endpoint, word: word), verb.endpoint.effect.isWrite,
            case .object(let arguments)? = row[.sent], let batch = row[.batch]?.integer,
            arguments.allSatisfy({ verb.endpoint.parameter($0.key) != nil })
        else { return nil }
        self.init(verb: verb, arguments: arguments, location: location, verbRange: range)
        guard content.text == row[.content]?.string, number != nil, !lacksCarrier else { return nil }
        var parcel: UInt128?
        switch row[.parcel] {
        case .null?: break
        case .string(let digits)?:
            guard let digest = UInt128(digits, radix: 16) else { return nil }
            parcel = digest
        default: return nil
        }
        planned = Planned(batch: batch, parcel: parcel)
    }
}

extension Catalogue {
    /// A line of an endpoint, found by the endpoint's name and its own.
    fileprivate func verb(of endpoint: Endpoint.ID, word: String) -> EndpointVerb? {
        for index in vocabulary.verbs.indices {
            if case .endpoint(let verb)? = self[VerbID(index)], verb.endpoint.id == endpoint, verb.line.verb == word {
                return verb
            }
        }
        return nil
    }
}
