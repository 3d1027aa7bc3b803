import Foundation
import TMSCommands
import TMSEngine
import TMSRuntime
import TMSShell
import TMSSyntax
import TMSTestSupport
import Testing
import TrackingMore
import TrackingMoreSimulator

@testable import tms

/// A file that declares a call is all a verb takes: the sandbox answers it from the declaration.
@Suite struct `A call that is only declared` {
    private static let schema = RecordSchema(
        "sealed parcel",
        [
            RecordField("tracking_number", "number", .trackingNumber, "The number."),
            RecordField("carrier_code", "via", .carrier, "The carrier."),
            RecordField("title", nil, .text, "What is in it."),
            RecordField("seal_colour", "colour", .text, "The colour of the seal."),
            RecordField("seal_count", "seals", .integer, "How many seals it has."),
        ])

    private static let seal = Endpoint(
        "sealParcel", verb: "seal", method: .post, path: "/trackings/seal", effect: .update,
        summary: "Puts a seal on a parcel.",
        parameters: [
            .subject("tracking_number", .trackingNumber, "The number printed on the label."),
            .clause("via", "carrier_code", .carrier, "The carrier of the parcel.").guessed,
            .clause("colour", "seal_colour", .choice([Choice("red", "R"), Choice("blue", "B")]), "Its colour."),
            .clause("since", "sealed_at", .date(.slashedMinutes), "When it was sealed.").optional,
        ],
        cost: .perItem(3), refusals: [Endpoint.Blame(4017, "tracking_number"), Endpoint.Blame(4033, "seal_colour")],
        returns: Returns(schema), examples: ["seal RR555666772CN via china-post colour red"])

    private static let seals = Endpoint(
        "listSeals", verb: "seals", method: .get, path: "/trackings/seals/{seal_colour}", effect: .lookup,
        summary: "Lists the parcels with a seal.",
        parameters: [
            .clause("colour", "seal_colour", .choice([Choice("red", "R"), Choice("blue", "B")]), "Its colour.")
        ],
        returns: Returns(schema, .member("seals")), examples: ["seals colour red"])

    /// Runs a script where these two calls belong to the service and to the shell.
    private func run(_ text: String) async throws -> ScriptRun {
        let dialect = Dialect.v2.with([Self.seal, Self.seals])
        let catalogue = Catalogue(of: dialect, own: LocalVerb.all)
        var configuration = Sandbox.Configuration()
        configuration.catalogue = dialect.endpoints
        let sandbox = try Sandbox(at: nil, configuration)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tms-new-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let runner = SessionRunner(names: .catalogue, catalogue: catalogue) { _ in
            DeclaredWorld(sandbox: sandbox, catalogue: catalogue)
        }
        return await runner.run(SourceFile(name: "new.tms", text: text), in: folder)
    }

    private struct DeclaredWorld: World {
        let sandbox: Sandbox
        let catalogue: Catalogue
        let isLive = false
        let failure: Diagnostic? = nil
        let environment = Environment.standard(now: { 1_795_424_400 }, zoneOffset: { _ in 0 }, zoneName: "UTC")

        func open() async throws(Diagnostic) {}

        func context(for session: SessionHooks) -> EngineContext {
            var path = RequestPath(Client(dialect: .v2, transport: SimulatorTransport(sandbox), key: { Secret("k") }))
            path.limit = nil
            path.report = session.report
            var context = EngineContext(
                path, environment: environment, services: SharedServices(session: session), consent: session.consent)
            context.catalogue = catalogue
            return context
        }
    }

    @Test func `has a working verb, whose answer holds what was asked and what the parcel has`() async throws {
        let ran = try await run(
            """
            let s = seal RB555666772CN via china-post colour red
            print $s.number, $s.via, $s.colour
            let a = account
            print $a.track_number
            seals colour blue | count
            """)
        #expect(ran.diagnostics.isEmpty, "\(ran.diagnostics)")
        let printed = ran.outputs.flatMap(\.lines)
        #expect(printed == ["RB555666772CN china-post R", "477", "1"])
    }

    @Test func `is answered with every declared field, as the parcel has it where it has it`() async throws {
        var configuration = Sandbox.Configuration()
        configuration.catalogue = Dialect.v2.endpoints + [Self.seal, Self.seals]
        let sandbox = try Sandbox(at: nil, configuration)
        let body = #"{"tracking_number":"RB555666772CN","carrier_code":"china-post","seal_colour":"B"}"#
        let request = HTTPRequest(
            method: "POST", url: "https://x/v2/trackings/seal", headers: [("Trackingmore-Api-Key", "k")],
            body: Array(body.utf8))
        let response = try #require(await sandbox.exchange(request).response)
        let data = try #require(try JSON(parsing: response.body)["data"]?.object)
        #expect(data.keys == Self.schema.fields.map(\.wire))
        #expect(data["title"] == "挂号小包 tea set" && data["seal_colour"] == "B")
        #expect(data["seal_count"]?.integer ?? 0 > 0)
    }

    @Test func `is refused as it declares, and by kind`() async throws {
        let parcel = #""tracking_number":"RB555666772CN","carrier_code":"china-post""#
        for (line, code) in [
            ("seal RB555666789CN via china-post colour red", "4017"),
            ("call post \"/trackings/seal\" '{\(parcel),\"seal_colour\":\"X\"}'", "4033"),
            ("call post \"/trackings/seal\" '{\(parcel)}'", "4012"),
            ("call post \"/trackings/seal\" '{\"carrier_code\":\"4px\",\"seal_colour\":\"R\"}'", "4013"),
        ] {
            let ran = try await run("try \(line) otherwise print $error.code")
            #expect(ran.outputs.flatMap(\.lines) == [code], "\(line): \(ran.diagnostics)")
        }
    }
}

extension Dialect {
    /// The same with further calls.
    fileprivate func with(_ more: [Endpoint]) -> Dialect {
        Dialect(
            defaultBaseURL: defaultBaseURL, keyHeader: keyHeader, endpoints: endpoints + more, calls: calls,
            refusals: refusals, expected: expected, fields: fields, largestPage: largestPage)
    }
}
