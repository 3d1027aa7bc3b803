extension Refusal {
    /// Every meta code of API v2 that is not a success.
    static let all: [Refusal] = [
        Refusal(202, "Bad Request", "more was asked for than one call allows", "ask for less at a time"),
        Refusal(401, "Unauthorized", "the key was not accepted", "check the key and its permissions", .dooms),
        Refusal(
            4001, "Unauthorized", "the API key is not valid",
            "check the key, and that it is one for version 2 of the API", .dooms),
        Refusal(4002, "Unauthorized", "the API key was deleted", "make a new key in the account's settings", .dooms),
        Refusal(4012, "Bad Request", "the request was not understood, or lacks something", "check the line"),
        Refusal(4013, "Bad Request", "the tracking number is missing", "give the number"),
        Refusal(4014, "Bad Request", "the tracking number is not well formed", "check the number on the label"),
        Refusal(4015, "Bad Request", "the service does not know this carrier", "find its code: carriers matching …"),
        Refusal(4016, "Bad Request", "the account already tracks it", "show it, or edit it", .alreadyThere),
        Refusal(4017, "Bad Request", "the account does not track it", "track it first", .notThere),
        Refusal(4018, "Bad Request", "this feature is not switched on", "ask the service's support for it"),
        Refusal(4019, "Bad Request", "the balance is used up", "top up the account", .dooms),
        Refusal(4020, "Bad Request", "more than 200 were sent at a time", "send fewer at a time"),
        Refusal(4021, "Bad Request", "the quota is used up, or the trial is over", "add quota to the account", .dooms),
        Refusal(4031, "No Content", "the account does not track it", "track it first", .notThere),
        Refusal(4032, "No Content", "the carrier could not be told from the number", "name it: via CARRIER"),
        Refusal(4033, "No Content", "the service does not know this status", "choose one of the eight statuses"),
        Refusal(402, "Payment Required", "the account has to be paid for", "settle the account's payment", .dooms),
        Refusal(403, "Forbidden", "the account may not do this", "check the account's permissions", .dooms),
        Refusal(404, "Not Found", "the service does not know this call", "check the path and the base address"),
        Refusal(405, "Method Not Allowed", "the service does not take this method here", "check the method"),
        Refusal(409, "Conflict", "it was changed by somebody else meanwhile", "look at it again, then repeat"),
        Refusal(
            429, "Too Many Requests", "too many requests", "wait two minutes, then go on", .transient, pause: 120),
        Refusal(500, "Server error", "the service failed", "try again later", [.transient, .inDoubt]),
        Refusal(
            503, "Service Unavailable", "the service is not available", "try again later", [.transient, .untouched]),
    ]
}
