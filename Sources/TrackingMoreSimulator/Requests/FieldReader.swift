import TrackingMore

/// Takes from a request the fields its endpoint declares, and judges them by their kinds.
struct FieldReader {
    let endpoint: Endpoint
    let behaviour: Behaviour

    /// One element of a bulk call, and what is wrong with it.
    func item(_ element: JSON) -> Call.Item {
        guard let given = element.object else { return Call.Item(fields: [:], refused: Refused(4012)) }
        var known = JSONObject()
        do throws(Refused) {
            known = try fields(given, headers: [])
            try check(known)
            return Call.Item(fields: known, refused: nil)
        } catch {
            return Call.Item(fields: known.isEmpty ? given : known, refused: error)
        }
    }

    /// The declared fields that are there, under their names, in the order declared; texts made of numbers.
    func fields(_ given: JSONObject, headers: [(name: String, value: String)]) throws(Refused) -> JSONObject {
        var fields = JSONObject()
        for parameter in endpoint.parameters {
            let place = endpoint.place(of: parameter)
            for field in parameter.fields where place != .local {
                let value = place == .header ? headers.value(ofHeader: field).map { JSON.string($0) } : given[field]
                guard let value, !value.isNull else { continue }
                let isClearing = clearsWhenEmpty(parameter) && value.string?.isEmpty == true
                guard !value.isBlank || isClearing else { continue }
                fields.append(field, try normal(value, parameter.kind))
            }
        }
        return fields
    }

    /// The first thing wrong, in the service's order: number missing, number malformed, courier, the rest.
    func check(_ fields: JSONObject) throws(Refused) {
        for parameter in endpoint.parameters where isNumber(parameter.kind) { try checkNumber(parameter, fields) }
        for parameter in endpoint.parameters where parameter.kind == .carrier && isSent(parameter) {
            guard let code = fields[parameter.field]?.text else {
                if parameter.isRequired { throw Refused(4015) }
                continue
            }
            guard isCarrier(code) else { throw Refused(4015) }
        }
        for parameter in endpoint.parameters where isSent(parameter) {
            guard let value = fields[parameter.field] else {
                if parameter.isRequired { throw Refused(4012) }
                continue
            }
            guard !isUnderstood(value, parameter.kind.element), endpoint.blames(4033, parameter.field) else { continue }
            throw Refused(4033)
        }
    }
}

extension FieldReader {
    private func isSent(_ parameter: Parameter) -> Bool { endpoint.place(of: parameter) != .local }

    private func isNumber(_ kind: Kind) -> Bool { kind == .trackingNumber || kind == .awb }

    private func clearsWhenEmpty(_ parameter: Parameter) -> Bool {
        endpoint.effect == .update && behaviour.emptyClearsOnEdit && !parameter.isRequired
    }

    private func normal(_ value: JSON, _ kind: Kind) throws(Refused) -> JSON {
        switch value {
        case .null, .string: return value
        case .number(let lexeme): return .string(lexeme)
        case .bool(let value): return .string(value ? "true" : "false")
        case .array(let items):
            // An air waybill call takes one number or several; a list may come as an array.
            guard kind.isList || kind == .awb else { throw Refused(4012) }
            return .array(items.compactMap { $0.text.map { .string($0) } })
        case .object: throw Refused(4012)
        }
    }

    private func checkNumber(_ parameter: Parameter, _ fields: JSONObject) throws(Refused) {
        guard let value = fields[parameter.field] else {
            if parameter.isRequired { throw Refused(4013) }
            return
        }
        let numbers = value.array?.compactMap(\.text) ?? [value.text ?? ""]
        if numbers.isEmpty { throw Refused(4013) }
        for number in numbers {
            let isFormed = parameter.kind == .awb ? AirWaybill(number) != nil : isTrackingNumber(number)
            guard isFormed else { throw Refused(4014) }
        }
    }

    private func isTrackingNumber(_ text: String) -> Bool {
        (behaviour.shortestNumber...100).contains(text.utf8.count) && text.utf8.allSatisfy(TrackingNumber.isAllowed)
    }

    private func isCarrier(_ code: String) -> Bool {
        let code = code.lowercased()
        return behaviour.knownCarriersOnly ? Carrier(code)?.code == code : Carrier.isCode(code)
    }

    private func isUnderstood(_ value: JSON, _ kind: Kind) -> Bool {
        let texts = value.array?.compactMap(\.text) ?? [value.text ?? ""]
        switch kind {
        case .status: return texts.allSatisfy { Status(rawValue: $0) != nil }
        case .choice(let choices): return texts.allSatisfy { text in choices.contains { $0.wire.text == text } }
        default: return true
        }
    }
}

extension Endpoint {
    fileprivate func blames(_ code: Int, _ field: String) -> Bool {
        refusals.contains { $0.code == code && $0.field == field }
    }
}
