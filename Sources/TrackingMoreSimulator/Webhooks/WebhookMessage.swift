import TMSBase
import TrackingMore

/// What the service posts about a parcel that has news.
enum WebhookMessage {
    /// The parcel as pushes carry it: less of it than lists do, its keys in another order.
    static func data(_ parcel: Parcel, account: AccountRecord, behaviour: Behaviour) -> JSON {
        let answer = TrackingAnswer(
            seed: account.seed, now: account.now, request: [:], form: .list, behaviour: behaviour)
        let listed = answer.json(parcel)
        return .object(JSONObject(keys.compactMap { key in listed[key].map { (key, $0) } }))
    }

    /// The whole body. The signature covers the time alone, as the service has it, and not what is said of the parcel.
    ///
    /// - Parameters:
    ///   - email: the account's address, which is the key of the signature.
    ///   - time: when it is sent, in seconds since 1970 by the clock of this machine: receivers compare it with theirs.
    static func body(_ data: JSON, email: String, time: Int) -> JSON {
        [
            "meta": ["code": 200, "type": "Success", "message": "Success"], "data": data,
            "verifyInfo": ["timeStr": JSON(time), "signature": .string(signature(email: email, time: time))],
        ]
    }

    static func signature(email: String, time: Int) -> String {
        SHA256.signature(of: Array(String(time).utf8), key: Array(email.utf8)).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    private static let keys = [
        "id", "tracking_number", "carrier_code", "status", "created_at", "updated_at", "title", "order_id",
        "customer_name", "customer_email", "original_country", "destination_country", "itemTimeLength",
        "stayTimeLength", "service_code", "status_info", "substatus", "origin_info", "destination_info",
        "lastUpdateTime", "lastEvent",
    ]
}
