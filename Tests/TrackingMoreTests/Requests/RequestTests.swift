import Testing
import TrackingMore

@Suite struct `A request` {
    @Test func `to create stands in declared order, whatever order it was given in`() throws {
        let request = try Endpoint.createTracking.request([
            "lang": "en", "order_id": "#7001", "carrier_code": "singapore-post", "title": "desk lamp",
            "tracking_number": "RR100200300SG", "destination_code": "us", "auto_correct": 1, "comment": "",
        ])
        #expect(request.method == .post)
        #expect(request.path == "/trackings/post")
        #expect(
            request.body?.compact == """
                {"tracking_number":"RR100200300SG","carrier_code":"singapore-post","destination_code":"us",\
                "title":"desk lamp","order_id":"#7001","lang":"en","auto_correct":1}
                """)
    }

    @Test func `for one parcel has carrier, number and language in its path`() throws {
        let bare = try Endpoint.getTracking.request(["tracking_number": "RR1/2 3", "carrier_code": "china-post"])
        #expect(bare.path == "/trackings/china-post/RR1%2F2%203")
        #expect(bare.body == nil)
        let english = try Endpoint.getTracking.request([
            "tracking_number": "1Z00", "carrier_code": "ups", "lang": "en",
        ])
        #expect(english.path == "/trackings/ups/1Z00/en")
    }

    @Test func `for a list has its filters in the query`() throws {
        let request = try Endpoint.listTrackings.request([
            "lang": "en", "status": ["transit"], "limit": 2, "page": 1, "numbers": ["A1 é", "B2"],
            "created_at_min": 1_559_347_200, "archived": "false", "carrier_code": ["ups", "4px"],
        ])
        #expect(
            request.path == "/trackings/get?page=1&limit=2&status=transit&created_at_min=1559347200&lang=en"
                + "&numbers=A1%20%C3%A9,B2&archived=false")
        #expect(throws: RequestError.tooMany(count: 2, limit: 1)) {
            try Endpoint.listTrackings.request(["status": ["transit", "pickup"]])
        }
        #expect(try Endpoint.listTrackings.request([:]).path == "/trackings/get")
    }

    @Test func `to edit clears a field only when blanks are kept`() throws {
        let arguments: JSONObject = [
            "tracking_number": "RR100200300SG", "carrier_code": "singapore-post", "title": "", "status": 7,
            "archived": "true",
        ]
        let kept = try Endpoint.updateTracking.request(arguments, keepingBlanks: true)
        #expect(kept.method == .put)
        #expect(kept.path == "/trackings/singapore-post/RR100200300SG")
        #expect(kept.body?.compact == #"{"title":"","archived":"true","status":7}"#)
        #expect(
            try Endpoint.updateTracking.request(arguments).body?.compact == #"{"archived":"true","status":7}"#)
    }

    @Test func `to delete has no body`() throws {
        let request = try Endpoint.deleteTracking.request(["tracking_number": "A1234", "carrier_code": "ups"])
        #expect(request == APIRequest(endpoint: "deleteTracking", method: .delete, path: "/trackings/ups/A1234"))
    }

    @Test func `for now names order and country as only this call does`() throws {
        let request = try Endpoint.refreshTracking.request([
            "tracking_number": "RR555666777CN", "carrier_code": "china-post", "lang": "en", "order": "#7002",
            "specialNumberDestination": "us",
        ])
        #expect(
            request.body?.compact == """
                {"tracking_number":"RR555666777CN","carrier_code":"china-post","specialNumberDestination":"us",\
                "lang":"en","order":"#7002"}
                """)
    }

    @Test func `to change the carrier has both carriers`() throws {
        let request = try Endpoint.changeCarrier.request([
            "tracking_number": "LK000000000CN", "carrier_code": "china-ems", "update_carrier_code": "usps",
        ])
        #expect(request.path == "/trackings/update")
        #expect(
            request.body?.compact
                == #"{"tracking_number":"LK000000000CN","carrier_code":"china-ems","update_carrier_code":"usps"}"#)
    }

    @Test func `to a call that takes arrays is an array even for one`() throws {
        let stop = try Endpoint.stopUpdating.request(["tracking_number": "A1234", "carrier_code": "ups"])
        #expect(stop.body?.compact == #"[{"tracking_number":"A1234","carrier_code":"ups"}]"#)
        let remote = try Endpoint.remoteArea.request(["country": "nz", "postcode": "Haast", "company": "DHL"])
        #expect(remote.body?.compact == #"[{"country":"NZ","postcode":"Haast","company":"DHL"}]"#)
        let time = try Endpoint.transitTime.request(["carrier_code": "dhl", "original": "cn", "destination": ["us"]])
        #expect(time.body?.compact == #"[{"original":"CN","destination":"US","carrier_code":"dhl"}]"#)
    }

    @Test func `for the carriers asks for their language in a header`() throws {
        let request = try Endpoint.carriers.request(["Lang": "cn", "name": "post"])
        #expect(request.path == "/carriers")
        #expect(request.headers.value(ofHeader: "lang") == "cn")
        #expect(throws: RequestError.unfit(field: "Lang")) { try Endpoint.carriers.request(["Lang": "cn\r\nX: y"]) }
    }

    @Test func `without arguments is its path`() throws {
        #expect(try Endpoint.account.request([:]).path == "/trackings/getuserinfo")
        #expect(try Endpoint.countByStatus.request([:]).path == "/trackings/getstatusnumber")
        #expect(
            try Endpoint.countByStatus.request(["created_at_min": 5, "order_created_time_max": 9]).path
                == "/trackings/getstatusnumber?created_at_min=5&order_created_time_max=9")
        #expect(
            try Endpoint.detectCarrier.request(["tracking_number": "A1234"]).body?.compact
                == #"{"tracking_number":"A1234"}"#)
    }
}

@Suite struct `A bulk request` {
    private let pair: [JSONObject] = [
        ["tracking_number": "1Z00000000000000AA", "carrier_code": "ups"],
        ["tracking_number": "RR100200300SG", "carrier_code": "singapore-post"],
    ]

    @Test(arguments: ["createTracking", "updateTracking", "deleteTracking", "stopUpdating"])
    func `of an array puts an object each`(id: String) throws {
        let request = try #require(Dialect.v2.endpoint(id)).bulkRequest(pair, in: .v2)
        #expect(
            request.body?.compact == """
                [{"tracking_number":"1Z00000000000000AA","carrier_code":"ups"},\
                {"tracking_number":"RR100200300SG","carrier_code":"singapore-post"}]
                """)
    }

    @Test func `for reading joins the numbers, each once`() throws {
        let english = (pair + pair).map { item in
            var item = item
            item["lang"] = "en"
            return item
        }
        let request = try Endpoint.getTracking.bulkRequest(english, in: .v2)
        #expect(request.path == "/trackings/get?lang=en&numbers=1Z00000000000000AA,RR100200300SG")
    }

    @Test func `of waybills is one object with a list`() throws {
        let request = try Endpoint.airCargo.bulkRequest([["track_number": "172-00000001", "lang": "en"]], in: .v2)
        #expect(request.body?.compact == #"{"track_number":["172-00000001"],"lang":"en"}"#)
    }

    @Test func `is refused when empty, too long, or of a call that has none`() {
        #expect(throws: RequestError.nothing) { try Endpoint.createTracking.bulkRequest([], in: .v2) }
        #expect(throws: RequestError.tooMany(count: 42, limit: 40)) {
            try Endpoint.createTracking.bulkRequest(Array(repeating: pair, count: 21).flatMap { $0 }, in: .v2)
        }
        #expect(throws: RequestError.notBulk) { try Endpoint.account.bulkRequest([[:]], in: .v2) }
        #expect(throws: RequestError.unknown(field: "customer_phone")) {
            try Endpoint.updateTracking.bulkRequest(
                [["tracking_number": "A1234", "carrier_code": "ups", "customer_phone": "1"]], in: .v2)
        }
    }
}

@Suite struct `Percent encoding` {
    @Test(arguments: ["", "plain-._~", "a/b?c=d&e#f%", "挂号 小包", "\u{1F4E6}\n\u{0}"])
    func `is undone by decoding`(text: String) {
        #expect(PercentEncoding.decode(PercentEncoding.encode(text)) == text)
    }

    @Test func `refuses broken escapes and bytes that are no text`() {
        #expect(PercentEncoding.decode("%4") == nil)
        #expect(PercentEncoding.decode("%zz") == nil)
        #expect(PercentEncoding.decode("%FF") == nil)
        #expect(PercentEncoding.decode("a+b", plusIsBlank: true) == "a b")
    }
}
