/// Words people type for a verb that is called otherwise, from other tools and from everyday speech.
enum NearMiss {
    static let words: [String: String] = [
        "get": "show", "status": "show", "where": "show", "where is": "show", "find": "show", "look": "show",
        "add": "track", "create": "track", "follow": "track", "new": "track", "import": "track",
        "rm": "delete", "remove": "delete", "del": "delete", "forget": "delete", "untrack": "delete",
        "update": "edit", "modify": "edit", "rename": "edit",
        "ls": "list", "search": "list", "all": "list", "trackings": "list", "parcels": "list",
        "reload": "refresh", "fetch": "refresh", "sync": "refresh",
        "whoami": "account", "quota": "account", "balance": "account",
        "couriers": "carriers", "man": "help",
    ]
}
