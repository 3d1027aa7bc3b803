import TMSBase
import TMSCommands
import TMSRuntime
import TMSSemantics
import TMSShell
import TMSSyntax
import TMSTestSupport
import Testing
import TrackingMore

@testable import tms

/// One kind, one reader: a text comes to the same value, or is refused, wherever it stands.
@Suite struct `A value of a kind` {
    /// A kind of value, the clause of `track` that takes it, and the kind of a parameter.
    struct Place: Sendable, CustomTestStringConvertible {
        let kind: Kind
        let label: String
        let field: String
        let parameter: String
        let slot: ValueKind
        var testDescription: String { parameter }
    }

    static let places = [
        Place(
            kind: .trackingNumber, label: "number", field: "tracking_number", parameter: "parcel",
            slot: .trackingNumber),
        Place(kind: .carrier, label: "via", field: "carrier_code", parameter: "carrier", slot: .carrier),
        Place(kind: .country, label: "to", field: "destination_code", parameter: "country", slot: .country),
        Place(kind: .email, label: "email", field: "customer_email", parameter: "email", slot: .email),
        Place(kind: .postcode, label: "postcode", field: "tracking_postal_code", parameter: "text", slot: .text),
        Place(kind: .phone, label: "phone", field: "customer_phone", parameter: "phone", slot: .phone),
    ]

    /// What a text came to.
    enum Outcome: Equatable {
        case sent(String)
        case refused
    }

    @Test func `has a reader, wherever not every text is one`() {
        for (place, kind) in ParameterKind.all.enumerated() {
            #expect(ParameterKind.named(kind.word) == kind && ParameterKind.of(kind.valueKind) == kind)
            #expect(kind.place == place)
            switch kind.valueKind.form {
            case .code, .identifier:
                #expect(LiteralValidator().validate("? §", as: kind.valueKind) != .valid, "\(kind.word) takes any text")
            default: break
            }
        }
    }

    private let lowering = Lowering(catalogue: .standard, environment: .standard(now: { 1_700_000_000 }))

    @Test(arguments: places) func `is the same after a label, in a cell and in a row that is piped`(place: Place) {
        for text in KindSamples.texts(of: place.kind) {
            let wanted = outcome { try place.kind.wire(text).text }
            #expect(labelled(text, place) == wanted, "after a label: \(text)")
            for key in [place.label, place.field] {
                #expect(row(text, place, key: key) == wanted, "in the column \(key): \(text)")
            }
        }
    }

    @Test(arguments: places) func `is the same as a parameter and as an argument of a definition`(place: Place) {
        guard place.slot != .text else { return }
        for text in KindSamples.texts(of: place.kind) {
            let wanted = outcome { try place.kind.wire(text).text }
            #expect(
                LiteralValidator().validate(text, as: place.slot) == .valid || wanted == .refused, "checked: \(text)")
            let read = lowering.environment.read(text, place.slot)
            #expect(read.map { .sent($0) } ?? .refused == wanted, "as an argument: \(text)")
            if let read { #expect(labelled(read, place) == wanted, "sent on: \(text)") }
            #expect(parameter("\"\(text)\"", place) == (wanted != .refused), "as a parameter: \(text)")
            let isWord = LiteralValidator().validate(word: text, as: place.slot) == .valid
            #expect(parameter(text, place) == isWord, "as a parameter without quotes: \(text)")
        }
    }

    @Test(arguments: places) func `is the same in a body made by hand and right of is`(place: Place) {
        let field: ValueKind? =
            switch place.kind {
            case .trackingNumber: .trackingNumber
            case .carrier: .carrier
            case .country: .country
            default: nil
            }
        guard let field else { return }
        for text in KindSamples.texts(of: place.kind) where !text.isEmpty {
            let wanted = outcome { try place.kind.wire(text).text }
            let body = Dialect.v2.normalized(byHand: [place.field: .string(text)], for: "/trackings/post")
            let compared = lowering.environment.normalize(.string(text), field).plainText
            switch wanted {
            case .sent(let wire):
                #expect(body[place.field]?.text == wire, "by hand: \(text)")
                #expect(compared == wire, "right of is: \(text)")
            case .refused: #expect(body[place.field]?.text == text, "by hand: \(text)")
            }
        }
    }

    @Test(arguments: places) func `is read again as what it was read as`(place: Place) throws {
        for text in KindSamples.texts(of: place.kind) {
            guard let wire = try? place.kind.wire(text), let again = wire.text else { continue }
            #expect(try place.kind.wire(again) == wire, "\(text)")
        }
    }

    /// The ways of a whole program, for a few texts: what is sent is what `curl` shows.
    @Test func `is sent the same by a program`() async throws {
        for (number, carrier, country) in [
            ("RR 100 200 305 SG", "Singapore  Post", "Deutschland"), ("'RR100200305SG", " singapore-post ", "DEU"),
            ("=\"RR100200305SG\"", "SINGAPORE POST", "Germany\u{A0}"),
        ] {
            let quoted = [number, carrier, country].map { "'" + $0 + "'" }
            let plain = number.hasPrefix("'") ? "\"\(number)\"" : quoted[0]
            let record = "[number: \(number.contains("\"") ? quoted[0] : plain), via: \(quoted[1]), to: \(quoted[2])]"
            let number = number.contains("\"") ? quoted[0] : plain
            let ways = [
                "curl track \(number) via \(quoted[1]) to \(quoted[2])",
                "let n = \(number)\nlet c = \(quoted[1])\nlet d = \(quoted[2])\ncurl track $n via $c to $d",
                "let rows = [\(record)]\ncurl track $rows",
                "let rows = [\(record)]\n$rows | save \"k.csv\"\ncurl track from \"k.csv\"",
                "let r = \(record)\ncurl track $r.number via $r.via to $r.to",
            ]
            var said: [[String]] = []
            for way in ways {
                let run = try await SpiedRun(way).run
                said.append(
                    run.outputs.flatMap(\.lines).filter { $0.contains("curl") || $0.contains("tracking_number") })
                #expect(run.status == 0, "\(way): \(run.diagnostics.map(\.message))")
            }
            #expect(said[0].joined().contains("RR100200305SG") && said[0].joined().contains("singapore-post"))
            for (way, lines) in zip(ways, said) { #expect(lines == said[0], "\(way)") }
        }
    }
}

extension `A value of a kind` {
    private func outcome(_ read: () throws -> String?) -> Outcome {
        if let text = try? read() { .sent(text) } else { .refused }
    }

    private func outcome(of line: Line, rows: [Value]?, _ place: Place) -> Outcome {
        var calls: [EndpointCall] = []
        if let rows {
            calls = (try? lowering.rows(of: line.call)?.targets(of: rows))?.calls ?? []
        } else if case .targets(let targets, _)? = try? lowering.lower(line.call) {
            calls = targets.calls
        }
        guard calls.count == 1 else { return .refused }
        return calls[0].arguments[place.field]?.text.map { .sent($0) } ?? .refused
    }

    private func labelled(_ text: String, _ place: Place) -> Outcome {
        if case .invalid = LiteralValidator().validate(text, as: place.slot) { return .refused }
        if place.kind == .trackingNumber {
            return outcome(
                of: Line("track N via 4px", verb: "track", subjects: [[.string(text)]], clauses: [("via", carrier)]),
                rows: nil, place)
        }
        let line = Line(
            "track 300403513351 …", verb: "track", subjects: [[.integer(300_403_513_351)]],
            clauses: (place.label == "via" ? [] : [("via", carrier)]) + [(place.label, .values([.string(text)]))])
        return outcome(of: line, rows: nil, place)
    }

    private func row(_ text: String, _ place: Place, key: String) -> Outcome {
        var cells = ["number": "300403513351", "via": "4px"]
        if let known = ["tracking_number": "number", "carrier_code": "via"][key] { cells[known] = nil }
        cells[key] = text
        let keys = cells.keys.sorted()
        let record = Record(shape: Shape(keys: keys), values: keys.map { .string(cells[$0] ?? "") })
        return outcome(of: Line("track $rows", verb: "track"), rows: [.record(record)], place)
    }

    private var carrier: CallValue { .values([.string("4px")]) }

    /// Whether the command line may give the text for a parameter of the kind.
    private func parameter(_ text: String, _ place: Place) -> Bool {
        let file = SourceFile(name: "p.tms", text: "param x: \(place.parameter)\nprint $x\n")
        let tree = parse(file, vocabulary: Catalogue.standard.vocabulary)
        let parameters = tree.program.statements.compactMap { statement in
            if case .param(let parameter) = statement.kind { parameter } else { nil }
        }
        guard parameters.count == 1 else { return false }
        return (try? ScriptParameters(["x=\(text)"], for: parameters, file: file)) != nil
    }
}

/// Texts of a kind as people and spreadsheets write them: right ones, odd spellings, and wrong ones; 200 of each kind.
enum KindSamples {
    static func texts(of kind: Kind) -> [String] {
        var random = SeededRandom(seed: 23)
        var texts: [String] = []
        while texts.count < 200 { texts.append(odd(base(of: kind, &random), &random)) }
        return texts
    }

    private static func base(of kind: Kind, _ random: inout SeededRandom) -> String {
        switch kind {
        case .trackingNumber:
            return random.pick([
                "300403513402", "RB555666772CN", "9400110200881234567896", "1Z999AA10123456784", "4819237501", "A12345",
                "9.40011E+21", "9,4E+21", "9400110200881200000000", "300404123456789000", "4819237501.0",
                "=\"0012345678905\"",
                "'4819237501", "1Z999AA10123456784, 1Z12345E0205271688", "https://t.example/?n=1Z999AA10123456784",
                "see 3004 0351 3402 please", "RB 555 666 772 CN", "9400 1102 0088 1234 5678 96", "１Ｚ999AA10123456784",
                "lamp",
                "1234", "30040351?402", "4,819,237,501",
            ])
        case .carrier:
            let known = random.pick(Carrier.all)
            return random.pick([
                known.code, known.name, known.localName.isEmpty ? known.code : known.localName, "Royal Mail",
                "UPS Standard",
                "DHL Paket", "j-net", "swiship-au", "some-new-one", "uspss", "DHL Netherlands", "No Such, Ltd.",
            ])
        case .country:
            let known = random.pick(Country.all)
            return random.pick([
                known.code, known.longCode, known.number.isEmpty ? known.code : known.number, known.name, "Deutschland",
                "UK", "Korea", "Congo", "Korea, Republic of", "United States (US)", "Nowhereland", "Grmany", "中国",
                "The Netherlands",
            ])
        case .email: return random.pick(["a@example.com", "A <a@example.com>", "a@b@c", "none", "a.b+c@example.co.uk"])
        case .phone: return random.pick(["+49 30 1234567", "'0301234567", "4.93012E+11", "none", "=\"0301234567\""])
        default: return random.pick(["01067", "=\"01067\"", "'01067", "10115.0", "SW1A 1AA", "1.0115E+04", "K1A 0B1"])
        }
    }

    /// The text as files and clipboards hold it.
    private static func odd(_ text: String, _ random: inout SeededRandom) -> String {
        switch random.below(8) {
        case 0: " " + text
        case 1: text + "\u{A0}"
        case 2: "\u{200B}\u{202A}" + text + "\u{202C}"
        case 3: text.uppercased()
        case 4: text.lowercased()
        case 5: "\u{FEFF}" + text + "\t"
        default: text
        }
    }
}
