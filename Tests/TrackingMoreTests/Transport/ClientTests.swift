import Testing
import TrackingMore

@Suite struct `The client` {
    private struct Fixed: Transport {
        let answer: @Sendable (HTTPRequest) throws(TransportError) -> HTTPResponse

        func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse { try answer(request) }
    }

    private let key = Secret("01234567-89ab-cdef-0123-456789abcdef")

    @Test func `sends key, content type and agent, and the body as it was built`() async throws {
        let client = Client(
            dialect: .v2, baseURL: "http://127.0.0.1:1/v2/", userAgent: "tms/0.1",
            transport: Fixed { _ throws(TransportError) in HTTPResponse(status: 200) }
        ) { [key] in key }
        let request = client.httpRequest(
            for: try Endpoint.createTracking.request(["tracking_number": "A1234", "carrier_code": "ups"]))
        #expect(request.method == "POST")
        #expect(request.url == "http://127.0.0.1:1/v2/trackings/post")
        #expect(request.headers.value(ofHeader: "Trackingmore-Api-Key") == "01234567-89ab-cdef-0123-456789abcdef")
        #expect(request.headers.value(ofHeader: "Content-Type") == "application/json")
        #expect(request.headers.value(ofHeader: "User-Agent") == "tms/0.1")
        #expect(String(decoding: request.body, as: UTF8.self) == #"{"tracking_number":"A1234","carrier_code":"ups"}"#)
    }

    @Test func `passes on what the transport says`() async throws {
        let client = Client(
            dialect: .v2, transport: Fixed { _ throws(TransportError) in throw .timedOut(.afterSending) }
        ) { [key] in key }
        await #expect {
            try await client.send(try Endpoint.account.request([:]))
        } throws: { error in
            guard case .transport(let why)? = error as? APIError else { return false }
            return why.mayHaveBeenSent && why.isTransient
        }
    }

    @Test func `never shows the key`() {
        #expect("\(key)" == "••••cdef")
        #expect(String(reflecting: key) == "••••cdef")
        var dumped = ""
        dump(key, to: &dumped)
        #expect(!dumped.contains("0123"))
        #expect("\(Secret("short"))" == "••••")
    }
}
