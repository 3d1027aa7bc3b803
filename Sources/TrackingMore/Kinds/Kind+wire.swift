extension Kind {
    /// Brings what people wrote to the form the service takes. A pure function: what it needs is in its arguments.
    ///
    /// - Parameter offset: seconds east of UTC of the clock a date without a zone is read on.
    public func wire(_ text: String, offset: Int = 0) throws(KindError) -> JSON {
        switch self {
        case .trackingNumber: return .string(try Kind.trackingNumber(text))
        case .carrier: return .string(try Kind.carrier(text))
        case .country:
            guard let country = Country(text) else {
                throw KindError(text, "is not a country", suggestion: Country.nearest(to: text)?.name)
            }
            return .string(country.wire)
        case .status:
            guard let status = Status(text) else {
                throw KindError(
                    text, "is not a status", suggestion: Nearest.word(text, in: Status.allWords.map(\.word)))
            }
            return .string(status.rawValue)
        case .substatus:
            guard let substatus = Substatus(text) else { throw KindError(text, "is not a sub-status") }
            return .string(substatus.code)
        case .language:
            guard let language = Language(text) else { throw KindError(text, "is not a language") }
            return .string(language.code)
        case .email:
            guard Kind.isEmail(text) else { throw KindError(text, "is not an e-mail address") }
            return .string(text)
        case .phone:
            guard text.contains(where: \.isNumber) else { throw KindError(text, "is not a phone number") }
            return .string(text)
        case .integer, .days:
            guard let number = Int(text) else { throw KindError(text, "is not a whole number") }
            return JSON(number)
        case .decimal:
            guard Double(text) != nil, let number = try? JSON(parsing: text), case .number = number else {
                throw KindError(text, "is not a number")
            }
            return number
        case .boolean:
            guard text == "true" || text == "false" else { throw KindError(text, "is neither true nor false") }
            return .bool(text == "true")
        case .awb:
            guard let number = AirWaybill(text) else {
                throw KindError(text, "is not an air waybill number: three digits, a hyphen, seven or eight digits")
            }
            return .string(number.dashed)
        case .date(let form): return try Kind.date(text, form, offset)
        case .choice(let choices):
            if let choice = choices.first(where: { $0.word == text.lowercased() }) { return choice.wire }
            throw KindError(
                text, "is none of \(choices.map(\.word).joined(separator: ", "))",
                suggestion: Nearest.word(text, in: choices.map(\.word)))
        case .list(let element, _): return try element.wire(text, offset: offset)
        case .text, .orderID, .postcode, .url: return .string(text)
        case .dateRange, .record, .map: throw KindError(text, "does not go here as a single word")
        }
    }
}

extension Kind {
    /// Kept as typed. The service's own rule is unknown; this is the one its library checks with.
    private static func trackingNumber(_ text: String) throws(KindError) -> String {
        guard text.utf8.count >= 5 else { throw KindError(text, "is too short for a tracking number") }
        guard text.utf8.count <= 64 else { throw KindError(text, "is too long for a tracking number") }
        guard text.utf8.allSatisfy(TrackingNumber.isAllowed) else {
            throw KindError(
                text, "holds characters no tracking number has",
                suggestion: String(decoding: text.utf8.filter(TrackingNumber.isAllowed), as: UTF8.self))
        }
        return text
    }

    private static func carrier(_ text: String) throws(KindError) -> String {
        switch Carrier.read(text) {
        case .known(let carrier): return carrier.code
        case .unlisted(let code, _): return code
        case .unknown(let nearest): throw KindError(text, "is not a carrier", suggestion: nearest?.code)
        }
    }

    private static func date(_ text: String, _ form: DateForm, _ offset: Int) throws(KindError) -> JSON {
        guard let time = WireTime(text) else {
            throw KindError(text, "is not a date: write 2026-03-05 or 2026-03-05 14:30")
        }
        guard let own = time.offset, own != offset else { return form.wire(time.civil, offset: offset) }
        let seconds = time.civil.secondsSinceEpoch - own
        return form.wire(CivilTime(secondsSinceEpoch: seconds, offset: offset), offset: offset)
    }

    private static func isEmail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && !text.contains(where: \.isWhitespace)
    }
}
