extension Endpoint {
    public static let account = Endpoint(
        "account",
        verb: "account", method: .get, path: "/trackings/getuserinfo",
        effect: .read, summary: "Shows the account, its balance and what is left of the quota.",
        returns: Returns(.account),
        examples: ["account"],
        unknowns: ["Whether the phone number comes as text or as a number."])
}
