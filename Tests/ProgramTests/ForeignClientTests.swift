import Foundation
import TMSTestSupport
import Testing

/// A client of the service that somebody else wrote, installed as anybody would install it.
private struct ForeignClient: Sendable {
    let python: String
    let folder: String

    /// `trackingmore` 0.2 of PyPI in a virtual environment of its own; nil where Python or PyPI is out of reach.
    static let installed: ForeignClient? = {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tms-venv-\(UUID().uuidString)").path
        let client = ForeignClient(python: folder + "/bin/python3", folder: folder)
        guard run("python3", ["-m", "venv", folder])?.status == 0,
            run(
                client.python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "trackingmore==0.2"])?
                .status == 0
        else {
            print("skipped: the client of PyPI could not be installed")
            client.remove()
            return nil
        }
        atexit { ForeignClient.installed?.remove() }
        return client
    }()

    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    /// Runs a script with every request steered to a port of this machine.
    func run(_ script: String, proxy port: Int) -> (output: String, status: Int)? {
        let proxy = "http://127.0.0.1:\(port)"
        return ForeignClient.run(
            python, ["-c", script],
            variables: ["http_proxy": proxy, "HTTP_PROXY": proxy, "no_proxy": "", "NO_PROXY": ""])
    }

    private static func run(
        _ program: String, _ arguments: [String], variables: [String: String] = [:]
    ) -> (output: String, status: Int)? {
        let environment = ProcessInfo.processInfo.environment.merging(variables) { _, own in own }
        return ChildProcess(program, arguments, environment: environment, errors: .output)?.hearAll()
    }
}

/// Clients that others wrote run unchanged against `tms sandbox serve`.
@Suite struct ForeignClientTests {
    @Test(.enabled("PyPI or Python is out of reach") { ForeignClient.installed != nil })
    func `the client of PyPI creates, lists, reads, edits, asks, detects and deletes through a proxy`() async throws {
        let client = try #require(ForeignClient.installed)
        let program = Program()
        defer { program.remove() }
        let server = try #require(ServedProgram(program, "--log", program.home + "/log"))
        let port = server.port
        let ran = try await onThread { client.run(Self.script, proxy: port) }
        let result = try #require(ran)
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output == Self.expected)
        let log = try String(contentsOfFile: program.home + "/log", encoding: .utf8)
        #expect(log.split(separator: "\n").count == 13 && !log.contains("my-api-key"))
        #expect(server.stop() == 0)
    }

    private static let script = """
        import datetime, time
        import requests
        import trackingmore as t
        try:
            t.get_all_trackings()
        except ValueError as e:
            print("no key")
        t.set_api_key("my-api-key")
        first = t.create_tracking_data("4px", "300403513351", title="lamp", customer_email="a@b.example", lang="en")
        made = t.create_tracking_item(first)
        print(made["status"], made["title"], made["customer_name"], made["customer_email"], len(made["id"]))
        batch = [t.create_tracking_data(c, n) for c, n in
                 [("ups", "1Z12345E1512345676"), ("dhl", "3318810025"), ("poste-italiane", "RR123456785IT"),
                  ("4px", "300403513351")]]
        done = t.create_tracking_items_batch(batch)
        print(done["submitted"], done["added"], len(done["trackings"]), done["errors"][0]["code"])
        print(t.get_tracking_item("4px", "300403513351")["tracking_number"])
        now = datetime.datetime.now()
        page = t.get_all_trackings(created_at_max=now, update_time_max=now, limit=100)["data"]
        print(page["total"], page["count"], len(page["items"]))
        # The windows with the defaults of the reference written out, as the client would send them if it did.
        base, headers = t.trackingmore.BASE_URL, t.trackingmore.headers
        windows = {w + e: v for w in ("created_at_", "update_time_", "order_created_time_")
                   for e, v in (("min", 0), ("max", time.time()))}
        print(requests.get(base + "/trackings/get", headers=headers, params=windows).json()["data"]["total"])
        print(sum(requests.get(base + "/trackings/getstatusnumber", headers=headers, params=windows).json()["data"].values()))
        print(t.realtime_tracking(first)["items"][0]["tracking_number"])
        print(t.update_tracking_item(first)["title"])
        print([c["code"] for c in t.detect_carrier_from_code(" 1Z12345E1512345676 ")][0])
        try:
            t.create_tracking_item(first)
        except t.TrackingMoreAPIException as e:
            print(e.err_code, e.err_type, e)
        print(t.delete_tracking_item("4px", "300403513351"))
        try:
            t.delete_tracking_item("4px", "300403513351")
        except t.TrackingMoreAPIException as e:
            print(e.err_code)
        t.set_api_key("")
        try:
            t.get_all_trackings()
        except t.TrackingMoreAPIException as e:
            print(e.err_code, e)
        """

    private static let expected = """
        no key
        pending lamp None a@b.example 32
        4 3 3 4016
        300403513351
        44 44 44
        44
        44
        300403513351
        lamp
        ups
        4016 Bad Request Tracking already exists.
        []
        4017
        4001 The header `Trackingmore-Api-Key` is empty.

        """
}

/// Waiting for other programs on a thread of its own leaves the tests beside it theirs.
private func onThread<T: Sendable>(_ work: @escaping @Sendable () -> T) async throws -> T {
    await withCheckedContinuation { done in Thread.detachNewThread { done.resume(returning: work()) } }
}
