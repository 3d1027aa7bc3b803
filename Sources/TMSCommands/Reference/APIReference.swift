public import TrackingMore

/// docs/api.md: every call of the API as it is declared, with the lines that make it.
public struct APIReference {
    public let text: String

    public init(_ dialect: Dialect) {
        let endpoints = dialect.endpoints
        var parts = [
            "# The API, call by call",
            """
            Every call of TrackingMore's API v2, as tms knows it: the lines that make it, the words of those lines beside \
            the fields on the wire, what it costs, what it answers, how it is refused, and what nobody outside the \
            service can tell. `explain` in front of a line shows which calls it would make, `curl` the requests themselves.
            """,
            "<!-- Written by `tms docs api`; a test compares it. -->",
            contents(endpoints),
        ]
        parts += endpoints.flatMap { EndpointReference($0, in: dialect).parts }
        parts.append("## The records of the answers")
        parts.append("Fields a record has beside these are kept and shown under their name on the wire.")
        parts += RecordReference.parts(endpoints)
        parts.append("## Refusals")
        parts.append("The meta codes of the service. A row that fails carries its code in `$error.code`.")
        parts.append(refusals(dialect))
        text = parts.joined(separator: "\n\n") + "\n"
    }
}

private func contents(_ endpoints: [Endpoint]) -> String {
    MarkdownTable.text(
        ["call", "lines", "what it does"],
        endpoints.map { endpoint in
            let lines = endpoint.lines.map { "`\($0.verb)`" }.joined(separator: ", ")
            return ["[\(endpoint.id)](#\(endpoint.id.lowercased()))", lines, endpoint.summary]
        })
}

private func refusals(_ dialect: Dialect) -> String {
    MarkdownTable.text(
        ["code", "type", "what happened", "what can be done"],
        dialect.refusals.map { [String($0.code), $0.type, $0.cause, $0.remedy] })
}
