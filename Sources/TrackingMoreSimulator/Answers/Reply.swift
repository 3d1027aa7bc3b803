import TrackingMore

/// What a call answers: the meta, and the data beside it.
struct Reply: Sendable, Equatable {
    var code = 200
    var type = "Success"
    var message = "Success"
    var data: JSON = []
    /// Whether the meta holds the code alone.
    var metaIsBare = false

    static func success(_ data: JSON) -> Reply { Reply(data: data) }

    static func created(_ data: JSON, code: Int) -> Reply {
        guard code == 201 else { return success(data) }
        return Reply(
            code: 201, type: "Created", message: "The request was successful and a resource was created.", data: data)
    }

    static func refused(_ refused: Refused) -> Reply {
        Reply(code: refused.code, type: Dialect.v2.refusal(refused.code).type, message: refused.message)
    }
}

extension Reply {
    func bytes(escapingSlashes: Bool) -> [UInt8] {
        let meta: JSON =
            metaIsBare
            ? ["code": JSON(code)] : ["code": JSON(code), "type": .string(type), "message": .string(message)]
        return Reply.bytes(["meta": meta, "data": data], escapingSlashes: escapingSlashes)
    }

    /// A body as PHP writes it, or as it is.
    static func bytes(_ body: JSON, escapingSlashes: Bool) -> [UInt8] {
        let bytes = body.compactBytes()
        return escapingSlashes ? escapeSlashes(bytes) : bytes
    }

    /// A slash stands only inside texts, so that every one of them can be escaped as PHP does.
    private static func escapeSlashes(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 32)
        for byte in bytes {
            if byte == UInt8(ascii: "/") { result.append(UInt8(ascii: "\\")) }
            result.append(byte)
        }
        return result
    }
}
