import TMSBase
public import TMSCommands
public import TMSRuntime
import TMSStore
public import TMSSyntax
import TrackingMore

extension SavedPlan {
    /// Only its owner reads it: titles and customers stand in it.
    private static let permissions: UInt32 = 0o600

    /// Puts a plan under a name, whole or not at all.
    ///
    /// - Parameters:
    ///   - rows: as the run has planned them.
    ///   - made: seconds since 1970.
    public static func write(
        _ rows: [EndpointCall], _ price: PlanPrice, of script: SourceFile, parameters: [String], account: String,
        made: Int, to path: String
    ) throws(Diagnostic) {
        guard price.byHand.isEmpty else { throw .planByHand(price.byHand) }
        var body: [UInt8] = []
        for (place, call) in rows.enumerated() {
            body += line(call, place: place + 1).compact.utf8
            body.append(UInt8(ascii: "\n"))
        }
        let header = Header(
            account: account, script: FilePath.absolute(script.name), parameters: parameters,
            digest: digest(Array(script.text.utf8)), made: made, rows: rows.count, calls: price.calls,
            seconds: price.seconds, quota: price.quota, body: digest(body))
        do {
            let draft = try FileDraft(path: path, permissions: permissions)
            try draft.write(Array((header.json.compact + "\n").utf8))
            try draft.write(body)
            try draft.commit()
        } catch {
            throw Diagnostic(.error, "E0802", "cannot write \(path): \(error.reason)")
        }
    }

    private static func line(_ call: EndpointCall, place: Int) -> JSON {
        let row = call.row(before: nil)
        var object = JSONObject()
        object[.row] = JSON(place)
        object[.batch] = JSON(call.planned?.batch ?? place)
        object[.verb] = .string(call.verb.line.verb)
        object[.call] = .string(row.endpoint)
        object[.number] = row.number.map { .string($0) } ?? .null
        object[.via] = row.carrier.map { .string($0) } ?? .null
        object[.sent] = .object(call.arguments)
        object[.content] = .string(row.content.text)
        object[.parcel] = call.planned?.parcel.map { .string($0.digits) } ?? .null
        return .object(object)
    }
}

extension SavedPlan.Header {
    var json: JSON {
        var object = JSONObject()
        object[.tms] = "plan"
        object[.version] = JSON(SavedPlan.version)
        object[.account] = .string(account)
        object[.script] = .string(script)
        object[.parameters] = .array(parameters.map { .string($0) })
        object[.digest] = .string(digest)
        object[.made] = JSON(made)
        object[.rows] = JSON(rows)
        object[.calls] = JSON(calls)
        object[.seconds] = JSON(seconds)
        object[.quota] = JSON(quota)
        object[.body] = .string(body)
        return .object(object)
    }
}
