import TMSBase

/// How a text stands where it is read.
public struct ReadingPlace: Sendable {
    /// Seconds east of UTC of the clock a date without a zone is read on.
    public var offset = 0
    /// A word of a line, without quotes: what is nearly a word of a list is a slip there.
    public var isBareWord = false
    /// Whether the account or the service has named a carrier that the list lacks.
    public var knowsCarrier: @Sendable (String) -> Bool = { _ in false }

    public init() {}
}

/// A value in the form the service takes, and what to tell people of how it was read.
public struct KindReading: Sendable, Equatable {
    public let wire: JSON
    public let note: KindNote?

    public init(_ wire: JSON, note: KindNote? = nil) {
        self.wire = wire
        self.note = note
    }
}

extension Kind {
    /// Brings what people wrote to the form the service takes: the one reader of every kind, wherever the text stands.
    /// A pure function: what it needs is in its arguments.
    public func read(_ text: String, at place: ReadingPlace = ReadingPlace()) throws(KindError) -> KindReading {
        switch self {
        case .trackingNumber:
            let reading = try TrackingNumber.read(text)
            return KindReading(.string(reading.number), note: reading.note)
        case .carrier: return try Kind.carrier(text, place)
        case .country: return KindReading(.string(try Kind.country(text).wire))
        default: return KindReading(try plainWire(text, place.offset))
        }
    }

    /// The form the service takes, nil where there is none: without saying why, which comparisons of many rows need not.
    public func normalForm(of text: String) -> String? {
        switch self {
        case .trackingNumber: return TrackingNumber.normalForm(of: text)
        case .carrier:
            return Carrier.normalForm(of: text)
        case .country: return Country(text)?.wire
        default: return (try? wire(text))?.text
        }
    }

    /// As `read`, without the note.
    public func wire(_ text: String, offset: Int = 0) throws(KindError) -> JSON {
        var place = ReadingPlace()
        place.offset = offset
        return try read(text, at: place).wire
    }

    private func plainWire(_ text: String, _ offset: Int) throws(KindError) -> JSON {
        let clean = PlainText.trimmed(text)
        switch self {
        case .trackingNumber, .carrier, .country: return try read(text).wire
        case .status:
            guard let status = Status(clean) else {
                throw KindError(
                    text, "is not a status", suggestion: Nearest.word(clean, in: Status.allWords.map(\.word)))
            }
            return .string(status.rawValue)
        case .substatus:
            guard let substatus = Substatus(clean) else { throw KindError(text, "is not a sub-status") }
            return .string(substatus.code)
        case .language:
            guard let language = Language(clean) else { throw KindError(text, "is not a language") }
            return .string(language.code)
        case .email: return .string(try Kind.email(clean, written: text))
        case .phone:
            let phone = try Spreadsheet.identifier(clean, written: text)
            guard phone.contains(where: \.isNumber) else { throw KindError(text, "is not a phone number") }
            return .string(phone)
        case .postcode, .orderID: return .string(try Spreadsheet.identifier(clean, written: text))
        case .integer, .days:
            guard let number = Int(clean) else { throw KindError(text, "is not a whole number") }
            return JSON(number)
        case .decimal:
            guard Double(clean) != nil, let number = try? JSON(parsing: clean), case .number = number else {
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
            if let choice = choices.first(where: { $0.word == clean.lowercased() }) { return choice.wire }
            throw KindError(
                text, "is none of \(choices.map(\.word).joined(separator: ", "))",
                suggestion: Nearest.word(text, in: choices.map(\.word)))
        case .list(let element, _): return try element.wire(text, offset: offset)
        case .text, .url: return .string(text)
        case .dateRange, .record, .map: throw KindError(text, "does not go here as a single word")
        }
    }
}

extension Kind {
    private static func carrier(_ text: String, _ place: ReadingPlace) throws(KindError) -> KindReading {
        let none = "there is no carrier `\(text)`"
        switch Carrier.read(text) {
        case .known(let carrier): return KindReading(.string(carrier.code))
        case .unlisted(let code, let nearest):
            if place.knowsCarrier(code) { return KindReading(.string(code)) }
            if place.isBareWord, let nearest {
                throw KindError(
                    text, "is not a carrier", suggestion: nearest.code,
                    remedy: "to send it as it is, put it in quotes: \"\(code)\"", sentence: none)
            }
            return KindReading(.string(code), note: .unlisted(code, nearest: nearest?.code))
        case .ambiguous(let carriers):
            throw KindError(
                text, "is the name of several carriers", remedy: "say which: \(list(carriers))", code: .ambiguous)
        case .unknown(let offers):
            guard offers.count > 1 else {
                throw KindError(text, "is not a carrier", suggestion: offers.first?.code, sentence: none)
            }
            throw KindError(
                text, "is not a carrier", remedy: "perhaps one of these: \(list(offers))", sentence: none)
        }
    }

    /// The first few, with their names.
    private static func list(_ carriers: [Carrier]) -> String {
        let names = carriers.prefix(8).map { "\($0.code) (\($0.name))" }.joined(separator: ", ")
        return carriers.count > 8 ? "\(names) and \(carriers.count - 8) more" : names
    }

    private static func country(_ text: String) throws(KindError) -> Country {
        switch Country.read(text) {
        case .known(let country): return country
        case .ambiguous(let countries):
            let names = countries.map { "\($0.wire) (\($0.name))" }.joined(separator: " or ")
            throw KindError(text, "is the name of several countries", remedy: "say which: \(names)", code: .ambiguous)
        case .unknown(let nearest): throw KindError(text, "is not a country", suggestion: nearest?.name)
        }
    }

    private static func date(_ text: String, _ form: DateForm, _ offset: Int) throws(KindError) -> JSON {
        let time: WrittenDate
        do {
            time = try WrittenDate.read(text)
        } catch {
            throw KindError(
                text, error.remedy.map { "\(error.cause): \($0)" } ?? error.cause, suggestion: error.readings.first)
        }
        guard let own = time.offset, own != offset else { return form.wire(time.civil, offset: offset) }
        let seconds = time.civil.secondsSinceEpoch - own
        guard let shown = CivilTime(secondsSinceEpoch: seconds, offset: offset) else {
            throw KindError(text, "lies outside the years 1 to 9999")
        }
        return form.wire(shown, offset: offset)
    }

    private static func email(_ clean: String, written text: String) throws(KindError) -> String {
        if isEmail(clean) { return clean }
        var inner = Substring(clean)
        if inner.last == ">", let open = inner.lastIndex(of: "<") {
            inner = inner[inner.index(after: open)...].dropLast()
        } else if inner.lowercased().hasPrefix("mailto:") {
            inner = inner.dropFirst(7)
        }
        throw KindError(
            text, "is not an e-mail address", suggestion: isEmail(String(inner)) ? String(inner) : nil)
    }

    private static func isEmail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && !text.contains(where: \.isWhitespace)
            && !text.contains { "<>,;:\"".contains($0) }
    }
}

extension KindNote {
    /// A carrier the list lacks, taken as written.
    static func unlisted(_ code: String, nearest: String?) -> KindNote {
        let near = nearest.map { "; the list has `\($0)`" } ?? ""
        return KindNote("N0612", "`\(code)` is not in the list of carriers and is sent as written\(near)")
    }
}
