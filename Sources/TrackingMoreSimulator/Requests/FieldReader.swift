import TMSBase
import TrackingMore

/// Takes from a request the fields its endpoint declares, and checks them by their kinds.
struct FieldReader {
    let endpoint: Endpoint
    let behaviour: Behaviour

    /// One element of a bulk call, and what is wrong with it.
    func item(_ element: JSON) -> Call.Item {
        guard let given = element.object else { return Call.Item(fields: [:], refused: Refused(4012)) }
        var known = JSONObject()
        do throws(Refused) {
            known = try fields(given, headers: [])
            return Call.Item(fields: try checked(known), refused: nil)
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
                guard !value.isBlank || isClearing, !isUnset(value, parameter.kind) else { continue }
                fields.append(field, try normal(value, parameter.kind))
            }
        }
        return fields
    }

    /// The fields as they may be used; throws the first thing wrong, in the service's order: number missing, number
    /// malformed, carrier, what else is missing, the rest.
    func checked(_ fields: JSONObject) throws(Refused) -> JSONObject {
        for parameter in endpoint.parameters where isNumber(parameter.kind) { try checkNumber(parameter, fields) }
        for parameter in endpoint.parameters where parameter.kind == .carrier && isSent(parameter) {
            guard let code = fields[parameter.field]?.text else {
                if parameter.isRequired { throw Refused(4015) }
                continue
            }
            guard isCarrier(code) else { throw Refused(4015) }
        }
        for parameter in endpoint.parameters where parameter.isRequired && isSent(parameter) {
            guard fields[parameter.field] != nil else { throw Refused(4012) }
        }
        var sound = fields
        for parameter in endpoint.parameters where isSent(parameter) {
            for field in parameter.fields {
                guard let value = fields[field], !isUnderstood(value, parameter) else { continue }
                if endpoint.blames(4033, field) { throw Refused(4033) }
                if behaviour.refusesBadValues { throw .invalid(field) }
                sound.remove(field)
            }
        }
        return sound
    }
}

extension FieldReader {
    private func isSent(_ parameter: Parameter) -> Bool { endpoint.place(of: parameter) != .local }

    private func isNumber(_ kind: Kind) -> Bool { kind == .trackingNumber || kind == .awb }

    private func clearsWhenEmpty(_ parameter: Parameter) -> Bool {
        endpoint.effect == .update && behaviour.emptyClearsOnEdit && !parameter.isRequired
    }

    /// 0 is how batch answers write a time that was not given; clients send it back.
    private func isUnset(_ value: JSON, _ kind: Kind) -> Bool {
        if case .date = kind { value.text == "0" } else { false }
    }

    private func normal(_ value: JSON, _ kind: Kind) throws(Refused) -> JSON {
        switch value {
        case .null, .string: return value
        case .number(let lexeme): return .string(lexeme)
        case .bool(let value): return .string(value ? "true" : "false")
        case .array(let items):
            // An air waybill call takes one number or several; a list may come as an array.
            guard kind.isList || kind == .awb else { throw Refused(4012) }
            var texts: [JSON] = []
            for item in items {
                guard let text = item.text else { throw Refused(4012) }
                texts.append(.string(text))
            }
            return .array(texts)
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

    /// Whether the value is one its field can have. What the service only keeps and repeats is not looked at.
    private func isUnderstood(_ value: JSON, _ parameter: Parameter) -> Bool {
        let texts = value.array?.compactMap(\.text) ?? [value.text ?? ""]
        return texts.allSatisfy { text in
            // An empty text clears a field; the loop above has left out the others.
            text.isEmpty || isUnderstood(text, parameter)
        }
    }

    private func isUnderstood(_ text: String, _ parameter: Parameter) -> Bool {
        switch parameter.kind.element {
        case .status: Status(rawValue: text) != nil
        case .choice(let choices):
            !endpoint.blames(4033, parameter.field) || choices.contains { $0.wire.text == text }
        case .integer: JSON.string(text).wholeNumber != nil
        case .dateRange: JSON.string(text).wholeNumber != nil
        // Of the ways in which people write a date, clients send those that begin with the year.
        case .date: text.utf8.prefix(4).allSatisfy { (0x30...0x39).contains($0) } && WrittenDate(text) != nil
        // Where a country is what the call is about, the answer says whether it is one.
        case .country: parameter.role == .subject || text.utf8.count == 2 && Country(text) != nil
        default: true
        }
    }
}

extension Endpoint {
    fileprivate func blames(_ code: Int, _ field: String) -> Bool {
        refusals.contains { $0.code == code && $0.field == field }
    }
}

extension JSON {
    /// A whole number, such as seconds since 1970; a fraction, as clients send it whose clock has one, is cut off.
    var wholeNumber: Int? {
        if let integer { return integer }
        return decimal.flatMap { Int(exactly: $0.rounded(.down)) }
    }
}
