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
        let data = JSON.array(
            Carrier.all.map { carrier in
                [
                    "name": .string(carrier.name), "code": .string(carrier.code), "phone": .string(carrier.phone),
                    "homepage": .string(carrier.homepage), "type": .string(carrier.type.rawValue),
                    "picture": .string("//s.example.test/icons/\(carrier.type.rawValue)/\(carrier.code).png"),
                ]
            })
        var reply = Reply.success(data)
        reply.metaIsBare = session.behaviour.carriersMetaIsBare
        return reply
    }

    @Sendable static func detectCarrier(_ call: Call, _ session: inout Session) throws -> Reply {
        var codes: [String] = []
        for guess in TrackingNumber(call.fields.number).guesses {
            guard let code = guess.carrier, !codes.contains(code) else { continue }
            codes.append(code)
        }
        guard !codes.isEmpty else {
            if session.behaviour.refusesUndetected { throw Refused(4032) }
            return .success([])
        }
        try session.pay(call.endpoint)
        return .success(
            .array(codes.map { ["name": .string(Carrier($0)?.name ?? $0), "code": .string($0)] }))
    }
}
