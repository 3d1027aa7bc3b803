import Testing
import TrackingMore

@Suite struct `An answer` {
    @Test(arguments: Samples.all.filter { $0.contains(#""meta": {"#) && $0.contains(#""code": 20"#) })
    func `of every sample decodes and keeps its body`(sample: String) throws {
        let answer = try Answer(decoding: HTTPResponse(status: 200, body: Array(sample.utf8)), in: .v2)
        #expect(answer.raw == (try JSON(parsing: sample)))
        #expect(answer.code == 200 || answer.code == 201)
    }

    @Test func `may lack type and message`() throws {
        let answer = try decode(#"{"meta":{"code":200},"data":[{"code":"dhl","name":"DHL","new":1}]}"#)
        #expect(answer.message == nil)
        #expect(Endpoint.carriers.rows(of: answer.data).first?["new"] == 1)
    }

    @Test func `with another code is a refusal in the service's words`() {
        let body = #"{"meta":{"code":4016,"type":"Bad Request","message":"Tracking already exists."},"data":[]}"#
        #expect { try decode(body) } throws: { error in
            guard case .refused(let refusal, let message)? = error as? APIError else { return false }
            return refusal.isAlreadyThere && message == "Tracking already exists."
        }
    }

    @Test(arguments: [(429, "Too Many"), (502, "<html>"), (401, "")])
    func `that is no envelope is taken by its HTTP status`(status: Int, body: String) {
        #expect { try decode(body, status) } throws: { error in
            guard case .refused(let refusal, _)? = error as? APIError else { return false }
            return refusal.code == status || (status == 502 && refusal.isInDoubt)
        }
    }

    @Test func `that is not JSON is shown by its beginning`() {
        #expect { try decode("<html>maintenance</html>") } throws: { error in
            guard case .notJSON(let snippet)? = error as? APIError else { return false }
            return snippet.hasPrefix("<html>")
        }
        #expect { try decode("[]") } throws: { error in
            guard case .unexpectedShape? = error as? APIError else { return false }
            return true
        }
    }

    @Test func `of a list has a total written as text or as a number`() {
        let page = Page(["page": 1, "limit": 2, "total": "5", "count": 2, "items": []])
        #expect(page.total == 5 && page.pages == 3)
        #expect(Page(["total": 0, "limit": 100]).pages == 0)
        #expect(Page([]).total == nil)
    }

    @Test(
        arguments: [
            (["customer_email": ["a@b.test"]], "a@b.test"), (["customer_email": "a@b.test"], "a@b.test"),
            (["customer_email": ""], ""), (["customer_email": []], ""), (["customer_email": nil], nil),
        ] as [(JSON, JSON)])
    func `has an address of one form, whichever it came in`(row: JSON, email: JSON) {
        #expect(Endpoint.getTracking.rows(of: row).first?["customer_email"] == email)
    }

    @Test func `that is an empty array says there are no rows, but never that there is no record`() {
        for endpoint in Dialect.v2.endpoints {
            #expect(endpoint.rows(of: []).isEmpty)
            let isOneRecord = endpoint.returns.rows == .data
            #expect((endpoint.shapeProblem(of: []) == "data is a list, not an object") == isOneRecord, "\(endpoint.id)")
        }
        #expect(Endpoint.listTrackings.meansNoRows(4031))
        #expect(!Endpoint.getTracking.meansNoRows(4031))
    }

    @Test func `about waybills has each number in its row`() throws {
        let rows = Endpoint.airCargo.rows(of: ["172-00000001": ["airline_info": ["name": "Cargo Air"]]])
        #expect(rows == [["awb": "172-00000001", "airline_info": ["name": "Cargo Air"]]])
    }

    @Test func `has an order time of 0 that says nothing`() {
        let field = RecordSchema.createdTracking.field("ordered")
        #expect(field?.isEmpty(0) == true)
        #expect(field?.isEmpty("2018/04/01 10:08") == false)
        #expect(RecordSchema.account.field("quota")?.isEmpty(0) == false)
    }

    private func decode(_ body: String, _ status: Int = 200) throws -> Answer {
        try Answer(decoding: HTTPResponse(status: status, body: Array(body.utf8)), in: .v2)
    }
}

@Suite struct `A bulk answer` {
    private let items: [JSONObject] = [
        ["tracking_number": "rr100200300sg", "carrier_code": "singapore-post"],
        ["tracking_number": "1Z00000000000000AA", "carrier_code": "ups"],
        ["tracking_number": "LOST1", "carrier_code": "ups"],
    ]

    @Test func `to a create says of each item what became of it`() {
        let data: JSON = [
            "submitted": 3, "added": 1,
            "trackings": [["tracking_number": "1Z00000000000000AA", "carrier_code": "ups", "id": "aa"]],
            "errors": [
                [
                    "tracking_number": "RR100200300SG", "carrier_code": "singapore-post", "code": 4016,
                    "message": "Tracking already exists.",
                ]
            ],
        ]
        #expect(
            outcomes(.createTracking, data) == [
                .refused(Dialect.v2.refusal(4016), message: "Tracking already exists."),
                .done([["tracking_number": "1Z00000000000000AA", "carrier_code": "ups", "id": "aa"]]),
                .refused(Dialect.v2.refusal(4012), message: nil),
            ])
    }

    @Test func `to a delete looks inside meta and tolerates a row without its carrier`() {
        let data: JSON = ["trackings": [["meta": ["tracking_number": "LOST1"]]]]
        #expect(
            outcomes(.deleteTracking, data) == [
                .refused(Dialect.v2.refusal(4017), message: nil), .refused(Dialect.v2.refusal(4017), message: nil),
                .done([["tracking_number": "LOST1"]]),
            ])
    }

    @Test func `to an edit without lists is taken as done`() {
        #expect(outcomes(.updateTracking, []) == [.done([]), .done([]), .done([])])
    }

    @Test func `to a read gives a number tracked with two carriers both rows`() {
        let rows: [JSON] = [
            ["tracking_number": "LOST1", "carrier_code": "ups"], ["tracking_number": "LOST1", "carrier_code": "dhl"],
        ]
        let answer = Answer(code: 200, message: nil, data: ["items": .array(rows)], raw: .null)
        #expect(
            Endpoint.getTracking.outcomes(
                of: answer, for: [["tracking_number": "lost1"], ["tracking_number": "X1"]], in: .v2)
                == [.done(rows), .refused(Dialect.v2.refusal(4031), message: nil)])
    }

    @Test func `about places gives each its carriers, and none where it is not remote`() {
        let row: JSON = [
            "far_express_company": "ups", "two_code": "JP", "far_country": "Japan", "far_city_postcode": "1000001",
        ]
        let answer = Answer(code: 200, message: nil, data: ["other": [], "remote": [row]], raw: .null)
        let places: [JSONObject] = [
            ["country": "jp", "postcode": "1000001"], ["country": "nz", "postcode": "Haast", "company": "DHL"],
        ]
        #expect(Endpoint.remoteArea.outcomes(of: answer, for: places, in: .v2) == [.done([row]), .done([])])
    }

    @Test func `about waybills is found under the dashed number`() {
        let answer = Answer(code: 200, message: nil, data: ["172-00000001": ["airline_info": []]], raw: .null)
        #expect(
            Endpoint.airCargo.outcomes(of: answer, for: [["track_number": "17200000001"]], in: .v2)
                == [.done([["awb": "172-00000001", "airline_info": []]])])
    }

    private func outcomes(_ endpoint: Endpoint, _ data: JSON) -> [Outcome] {
        endpoint.outcomes(of: Answer(code: 200, message: nil, data: data, raw: .null), for: items, in: .v2)
    }
}

@Suite struct `A refusal` {
    @Test func `is known for every meta code`() {
        let codes = [
            202, 401, 402, 403, 404, 405, 409, 429, 500, 503, 4001, 4002, 4012, 4013, 4014, 4015, 4016, 4017, 4018,
            4019, 4020, 4021, 4031, 4032, 4033,
        ]
        #expect(Dialect.v2.refusals.map(\.code).sorted() == codes)
    }

    @Test func `dooms every row exactly when key, payment or quota is the cause`() {
        #expect(
            Set(Dialect.v2.refusals.filter(\.doomsEveryRow).map(\.code)) == [401, 402, 403, 4001, 4002, 4019, 4021])
        #expect(Set(Dialect.v2.refusals.filter(\.isTransient).map(\.code)) == [429, 500, 503])
    }

    @Test func `of a code nobody listed keeps the code`() {
        #expect(Dialect.v2.refusal(4999).code == 4999)
    }

    @Test func `says cause and remedy as parts of a sentence`() {
        for refusal in Dialect.v2.refusals {
            #expect(!refusal.cause.hasSuffix(".") && !refusal.remedy.hasSuffix("."))
            #expect(refusal.cause.first?.isLowercase == true && refusal.remedy.first?.isLowercase == true)
        }
    }
}
