import TMSBase
import TMSCommands
import TMSRuntime
import TMSSyntax
import TMSTestSupport
import Testing
import TrackingMore

@testable import TMSShell

/// Nothing that the service sent is hidden on a card, and nothing is told twice.
@Suite struct CardLawTests {
    private static let catalogue = Catalogue.standard

    /// A parcel with fields at random, known ones, unknown ones and records inside; each value is a text of its own.
    private struct Generator {
        var random: SeededRandom
        var count = 0
        /// The texts that must stand on the card.
        var told: [String] = []

        mutating func token() -> String {
            count += 1
            return "q\(count)z"
        }

        mutating func text() -> JSON {
            let token = token()
            told.append(token)
            return .string(token)
        }

        mutating func chance(_ n: Int) -> Bool { Int(random.next() % UInt64(n)) == 0 }

        mutating func scan() -> JSON {
            var scan = JSONObject()
            let day = 1 + Int(random.next() % 28)
            let isReadable = !chance(6)
            if isReadable {
                scan.append("Date", .string("2026-10-\(day < 10 ? "0" : "")\(day) 1\(day % 10):2\(day % 9):00"))
            } else {
                scan.append("Date", text())
            }
            scan.append("StatusDescription", text())
            if !chance(3) { scan.append("Details", text()) }
            if chance(3) { scan.append("checkpoint_status", "transit") }
            if chance(4) { scan.append("driver", text()) }
            return .object(scan)
        }

        mutating func unknown(_ depth: Int) -> JSON {
            switch random.next() % 5 {
            case 0 where depth < 4: return .object(JSONObject([("inner", unknown(depth + 1)), ("plain", text())]))
            case 1 where depth < 4:
                return .array((0..<2).map { _ in .object(JSONObject([("a", text()), ("b", text())])) })
            case 2: return .array([text(), text()])
            default: return text()
            }
        }

        mutating func leg() -> JSON {
            var leg = JSONObject()
            for key in ["ReferenceNumber", "weblink", "phone"] where chance(2) { leg.append(key, text()) }
            leg.append("carrier_code", "4px")
            if chance(3) { leg.append("depot", unknown(2)) }
            let scans = (0..<Int(random.next() % 4)).map { _ in scan() }
            leg.append("trackinfo", scans.isEmpty && chance(2) ? .null : .array(scans))
            return .object(leg)
        }

        mutating func parcel() -> JSON {
            var row = JSONObject([("id", "0123"), ("tracking_number", "300403513351"), ("carrier_code", "4px")])
            told.append("300403513351")
            row.append("status", chance(2) ? "transit" : "delivered")
            for key in [
                "title", "order_id", "customer_name", "customer_email", "customer_phone", "comment",
                "logistics_channel",
                "service_code", "status_info", "substatus", "weight", "packageStatus", "singed_by",
                "destination_track_number", "original_country", "destination_country",
            ] where chance(2) { row.append(key, text()) }
            if chance(2) { row.append("destination_code", "us") }
            if chance(2) { row.append("archived", .bool(false)) }
            if chance(2) { row.append("updated_at", "2026-11-18T19:06:10+08:00") }
            for number in 0..<Int(random.next() % 3) { row.append("new_field_\(number)", unknown(0)) }
            if !chance(4) { row.append("origin_info", leg()) }
            if !chance(4) { row.append("destination_info", leg()) }
            if chance(3) { row.append("lastEvent", text()) }
            return .object(row)
        }
    }

    private func card(_ json: JSON, width: Int) -> String {
        let environment = Environment(now: { RenderingBench.now })
        let presentation = Presentation(isTerminal: true, width: width, environment: environment)
        let output = OutputBuffer(descriptor: nil)
        let vocabulary = Self.catalogue.vocabulary
        let renderer = Renderer(
            presentation, vocabulary: vocabulary, output: output, errors: OutputBuffer(descriptor: nil),
            diagnose: { $0.message })
        var decoder = ValueDecoder(kind: Self.catalogue.kinds["parcel"])
        let file = SourceFile(name: "law", text: "show 300403513351")
        let verb = Self.catalogue.verb(named: "show")
        renderer.handle(
            .value(
                decoder.value(json),
                ResultDescription(schema: "parcel", verb: verb, location: SourceLocation(file, SourceRange(0, 4)))))
        return output.text
    }

    @Test(arguments: 0..<300)
    func `each value of a parcel stands on its card once`(seed: Int) {
        var generator = Generator(random: SeededRandom(seed: UInt64(seed)))
        let parcel = generator.parcel()
        let card = card(parcel, width: 200)
        // Lines may break inside a text that is longer than they are.
        let words = card.split { " \n·,()\"".contains($0) }.map(String.init)
        for token in generator.told {
            let times = words.count { $0 == token }
            #expect(times == 1, "\(token) stands there \(times) times: \(parcel.compact)\n\(card)")
            if times != 1 { return }
        }
    }

    @Test(arguments: [40, 50, 64, 80, 100, 140])
    func `no line of a card is wider than the paper`(width: Int) {
        for seed in 0..<60 {
            var generator = Generator(random: SeededRandom(seed: UInt64(seed)))
            for line in card(generator.parcel(), width: width).split(separator: "\n") {
                #expect(DisplayWidth.of(line) <= width, "\(width): \(line)")
            }
        }
    }
}
