/// Requests and answers of every call, as documents and captures print them; the values are invented.
enum Samples {
    static let all: [String] = [
        #"""
        { "meta": { "code": 200, "type": "Success", "message": "Success" }, "data": { } }
        """#,
        #"""
        { "tracking_number": "RR100200300SG", "carrier_code": "singapore-post", "title": "desk lamp",
          "customer_name": "A. Buyer", "customer_email": "a.buyer@example.test", "customer_phone": "+65 5550 0100",
          "order_id": "#7001", "order_create_time": "2019/05/02 09:30", "destination_code": "us", "lang": "en" }
        """#,
        #"""
        { "meta": { "code": 200, "type": "Success", "message": "Success" },
          "data": { "id": "0f4c1d2e3b5a69788796a5b4c3d2e1f0", "tracking_number": "RR100200300SG",
            "carrier_code": "singapore-post", "order_create_time": "2019/05/02 09:30", "status": "pending",
            "created_at": "2019-05-02T09:31:04+08:00", "customer_email": "a.buyer@example.test",
            "customer_name": "A. Buyer", "order_id": "#7001", "comment": "", "title": "desk lamp",
            "logistics_channel": "" } }
        """#,
        #"""
        { "meta": { "code": 4016, "type": "Bad Request", "message": "Tracking already exists." }, "data": [] }
        """#,
        #"""
        [ { "tracking_number": "1Z00000000000000AA", "carrier_code": "ups" },
          { "tracking_number": "RR100200300SG", "carrier_code": "singapore-post" } ]
        """#,
        #"""
        { "meta": { "code": 201, "type": "Created", "message": "The request was successful and a resource was created." },
          "data": { "submitted": 2, "added": 1,
            "trackings": [ { "id": "aa00bb11cc22dd33ee44ff5566778899", "tracking_number": "1Z00000000000000AA",
              "carrier_code": "ups", "order_create_time": 0, "status": "pending", "created_at": "2019-05-02T10:00:00+08:00",
              "customer_email": null, "customer_name": null, "customer_phone": null, "order_id": null, "comment": null,
              "title": null, "logistics_channel": null, "destination": "" } ],
            "errors": [ { "tracking_number": "RR100200300SG", "carrier_code": "singapore-post", "code": 4016,
              "message": "Tracking already exists." } ] } }
        """#,
        #"""
        { "meta": { "code": 200, "type": "Success", "message": "Success" },
          "data": { "page": 1, "limit": 2, "total": "1", "count": 1, "items": [ {
            "id": "aa00bb11cc22dd33ee44ff5566778899", "tracking_number": "RR555666777CN", "carrier_code": "china-post",
            "status": "transit", "track_update": true, "created_at": "2019-06-01T08:00:00+08:00",
            "updated_at": "2019-06-08T10:00:00+08:00", "order_create_time": null, "customer_email": "", "title": "",
            "order_id": null, "comment": null, "customer_name": null, "archived": false, "original_country": "China",
            "destination_country": "United States", "itemTimeLength": 7, "stayTimeLength": 2, "service_code": null,
            "status_info": null, "substatus": "transit001",
            "origin_info": { "ReferenceNumber": null, "ItemReceived": "2019-06-01 11:10:00", "ItemDispatched": null,
              "DepartfromAirport": "2019-06-06 21:05:00", "ArrivalfromAbroad": null, "CustomsClearance": null,
              "DestinationArrived": null, "weblink": "http://www.example.test/", "phone": "11183",
              "carrier_code": "china-post", "trackinfo": [
                { "Date": "2019-06-06 21:05:00", "StatusDescription": "Left the airport", "Details": "Shanghai",
                  "checkpoint_status": "transit", "substatus": "transit001", "ItemNode": "DepartfromAirport" },
                { "Date": "2019-06-01 11:10:00", "StatusDescription": "Accepted", "Details": "",
                  "checkpoint_status": "transit", "substatus": "transit001", "ItemNode": "ItemReceived" } ] },
            "lastEvent": "Left the airport,Shanghai,2019-06-06 21:05:00", "lastUpdateTime": "2019-06-06 21:05:00" } ] } }
        """#,
        #"""
        { "meta": { "code": 200, "type": "Success", "message": "Success" },
          "data": { "id": "…", "tracking_number": "RR555666777CN", "carrier_code": "china-post", "status": "delivered",
            "created_at": "2019-06-01T00:00:00+00:00", "updated_at": "2019-06-20T02:00:00+00:00",
            "order_create_time": "2019-05-30 10:08", "customer_email": ["a.buyer@example.test"], "…": "as §5.1" } }
        """#,
        #"""
        { "meta": { "code": 4031, "type": "No Content", "message": "…" }, "data": [] }
        """#,
        #"""
        { "title": "lamp, blue", "archived": "true", "status": 7, "destination_code": "CN" }
        """#,
        #"""
        { "meta": { "code": 200, "type": "Success", "message": "Success" },
          "data": { "id": "…", "tracking_number": "RR100200300SG", "carrier_code": "singapore-post",
            "created_at": "2019-05-02T09:31:04+08:00", "updated_at": "2019-05-03T10:00:00+08:00",
            "customer_email": "a.buyer@example.test", "customer_name": "A. Buyer", "customer_phone": "+65 5550 0100",
            "order_id": "#7001", "comment": "", "title": "lamp, blue", "logistics_channel": "",
            "destination": "CN", "destination_code": "CN", "archived": true } }
        """#,
        #"""
        [ { "tracking_number": "RR100200300SG", "carrier_code": "singapore-post", "title": "lamp, red", "status": "4" } ]
        """#,
        #"""
        { "meta": { "code": 200, "type": "Success", "message": "Success" },
          "data": { "submitted": 2, "delete": 2, "trackings": [
            { "meta": { "tracking_number": "1Z00000000000000AA", "carrier_code": "ups" } },
            { "meta": { "tracking_number": "RR100200300SG", "carrier_code": "singapore-post" } } ] } }
        """#,
        #"""
        { "tracking_number": "RR555666777CN", "carrier_code": "china-post", "lang": "en", "order": "#7002" }
        """#,
        #"""
        { "meta": { "code": 200, "type": "Success", "message": "Success" },
          "data": { "items": [ { "id": "…", "tracking_number": "RR555666777CN", "carrier_code": "china-post",
            "status": "transit", "original_country": "China", "destination_country": "United States",
            "origin_info": { "…": "§5.2" }, "destination_info": { "…": "§5.2" }, "lastEvent": "…", "lastUpdateTime": "…" } ] } }
        """#,
        #"""
        { "tracking_number": "LK000000000CN", "carrier_code": "china-ems", "update_carrier_code": "usps" }
        """#,
        #"""
        { "meta": { "code": 200, "type": "Success", "message": "Success" }, "data": { "Usertag": "" } }
        """#,
        #"""
        { "meta": { "code": 200, "type": "Success", "message": "Success" },
          "data": { "email": "ops@example.test", "regtime": "1469097290", "phone": "+8613500000000", "money": 12, "track_number": 480 } }
        """#,
        #"""
        { "meta": { "code": 200, "type": "Success", "message": "Success" },
          "data": { "pending": 1, "notfound": 0, "transit": 3, "pickup": 1, "delivered": 9, "undelivered": 0, "exception": 1, "expired": 0 } }
        """#,
        #"""
        { "meta": { "code": 200, "type": "Success", "message": "Success" },
          "data": { "submitted": 1, "change": 1, "trackings": [ { "tracking_number": "RR100200300SG", "carrier_code": "singapore-post" } ] } }
        """#,
        #"""
        [ { "country": "Japan", "postcode": "1000001" }, { "country": "NZ", "postcode": "Haast", "company": "DHL" } ]
        """#,
        #"""
        { "meta": { "code": 200, "type": "Success", "message": "The request was successful." },
          "data": { "submitted": 2, "other": [], "remote": [
            { "far_express_company": "ups", "two_code": "JP", "far_country": "Japan", "far_city_postcode": "1000001" },
            { "far_express_company": "tnt", "two_code": "JP", "far_country": "Japan", "far_city_postcode": "1000001" } ] } }
        """#,
        #"""
        [ { "original": "CN", "destination": "US", "carrier_code": "dhl" } ]
        """#,
        #"""
        { "meta": { "code": 200, "type": "Success", "message": "Success" },
          "data": [ { "carrier_code": "dhl", "original": "CN", "destination": "US", "total": 1000, "delivered": 940,
            "range1": 0.71, "range3": 0.18, "range4": 0.04, "range5": 0.01 } ] }
        """#,
        #"""
        { "track_number": ["172-00000001"], "lang": "en" }
        """#,
        #"""
        { "meta": { "code": 200, "type": "Success", "message": "Success" },
          "data": { "172-00000001": {
            "return_data": { "weight": "120K", "piece": "4", "origin": "HKG", "destination": "LUX", "status_number": 4,
              "last_event": "Delivered", "track_info": [ { "plan_date": "2020-05-01 16:30", "actual_date": "2020-05-01 16:42",
                "event": "Departed", "station": "HKG", "flight_number": "CV7000", "status": "DEP", "piece": "4", "weight": "120K" } ],
              "flight_info": { "CV7000": { "depart_station": "HKG", "arrival_station": "LUX", "plan_depart_time": "2020-05-01 16:30",
                "depart_time": "2020-05-01 16:42", "plan_arrival_time": "2020-05-02 04:00", "arrival_time": "2020-05-02 03:51" } } },
            "airline_info": { "name": "Cargo Air", "url": "https://www.example.test/", "track_url": "https://www.example.test/track" } } } }
        """#,
        #"""
        { "meta": { "code": 200 },
          "data": [ { "name": "DHL", "code": "dhl", "phone": "1 800 225 5345", "homepage": "//www.dhl.com/",
                      "type": "express", "picture": "//s.example.test/icons/express/dhl.png" } ] }
        """#,
        #"""
        { "meta": { "code": 200, "type": "Success", "message": "Success" },
          "data": [ { "name": "Singapore Post", "code": "singapore-post" }, { "name": "Singapore Speedpost", "code": "singapore-speedpost" } ] }
        """#,
        #"""
        { "meta": { "code": 200, "type": "Success", "message": "Success" },
          "data": { "id": "…", "tracking_number": "RR555666777CN", "carrier_code": "china-post", "status": "transit",
            "created_at": "2019-06-01T08:00:00+08:00", "updated_at": "2019-06-08T10:00:00+08:00", "title": "", "order_id": null,
            "customer_name": null, "customer_email": "", "original_country": "China", "itemTimeLength": 7,
            "origin_info": { "weblink": "http://www.example.test/", "phone": null, "carrier_code": "china-post",
              "trackinfo": [ { "Date": "2019-06-06 21:05", "StatusDescription": "Left the airport", "Details": "Shanghai" } ] },
            "destination_info": { "weblink": null, "phone": null, "carrier_code": null, "trackinfo": null },
            "lastUpdateTime": "2019-06-06 21:05", "lastEvent": "Left the airport,Shanghai,2019-06-06 21:05" },
          "verifyInfo": { "timeStr": 1700000000, "signature": "86b6b97c9cdeb2e07d7d79129995410fcc12b2b5dbc5e7477b7ec19274e0de99" } }
        """#,
    ]
}
