extension Endpoint {
    public static let carriers = Endpoint(
        "carriers",
        verb: "carriers", method: .get, path: "/carriers",
        effect: .lookup, summary: "Lists the carriers the service knows.",
        parameters: [
            .clause("matching", "name", .text, "Part of a name or a code.").optional.at(.local),
            .clause("lang", "Lang", .language, "The language of the names.").optional.at(.header),
        ],
        returns: Returns(.carrier, .array),
        examples: ["carriers", "carriers matching post"])
}
