import TrackingMore

extension Handlers {
    @Sendable static func account(_ call: Call, _ session: inout Session) throws -> Reply {
        let account = session.account
        return .success([
            "email": .string(account.email), "regtime": .string(String(account.opened)),
            "phone": .string(account.phone), "money": JSON(account.money), "track_number": JSON(account.parcelsLeft),
        ])
    }

    @Sendable static func carriers(_ call: Call, _ session: inout Session) throws -> Reply {
        // The list has one name in Chinese, which serves both scripts.
        let isChinese = ["cn", "tw"].contains(call.fields.text("Lang").lowercased())
        let data = JSON.array(
            Carrier.all.map { carrier in
                let name = isChinese && !carrier.localName.isEmpty ? carrier.localName : carrier.name
                var row: JSONObject = [
                    "name": .string(name), "code": .string(carrier.code), "phone": .string(carrier.phone),
                    "homepage": .string(carrier.homepage), "type": .string(carrier.type.rawValue),
                    "picture": .string("//s.example.test/icons/\(carrier.type.rawValue)/\(carrier.code).png"),
                    "country_code": .string(carrier.country),
                    "track_url": .string(trackingPage(of: carrier)),
                ]
                // Some carriers of the recorded list lack the key.
                if !carrier.localName.isEmpty { row.append("name_cn", .string(carrier.localName)) }
                return .object(row)
            })
        var reply = Reply.success(data)
        reply.metaIsBare = session.behaviour.carriersMetaIsBare
        return reply
    }

    @Sendable static func detectCarrier(_ call: Call, _ session: inout Session) throws -> Reply {
        let codes = TrackingNumber(call.fields.number).carriers
        guard !codes.isEmpty else {
            if session.behaviour.refusesUndetected { throw Refused(4032) }
            return .success([])
        }
        try session.pay(call.endpoint)
        return .success(
            .array(codes.map { ["name": .string(Carrier(code: $0)?.name ?? $0), "code": .string($0)] }))
    }

    /// The service marks the number's place with six stars.
    private static func trackingPage(of carrier: Carrier) -> String {
        guard let place = carrier.trackingPage.firstRange(of: "{number}") else { return carrier.trackingPage }
        return carrier.trackingPage.replacingCharacters(in: place)
    }
}

extension String {
    fileprivate func replacingCharacters(in place: Range<String.Index>) -> String {
        self[..<place.lowerBound] + "******" + self[place.upperBound...]
    }
}
