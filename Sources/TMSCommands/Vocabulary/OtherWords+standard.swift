import TMSSyntax

extension OtherWords {
    /// The one table of other words.
    static let standard = OtherWords(
        verbs: verbs, absentVerbs: absentVerbs, searching: ["search", "look for", "search for", "lookup"],
        fields: fields, statuses: statuses, sets: sets, fillers: fillers, nameField: "customer",
        timeField: "created")

    private static let verbs: [String: String] = [
        "get": "show", "status": "show", "where": "show", "where is": "show", "where's": "show",
        "look": "show", "lookup": "show", "trace": "show", "check": "show", "status of": "show", "view": "show",
        "show me": "show", "open parcel": "show",
        "add": "track", "create": "track", "follow": "track", "new": "track", "import": "track", "register": "track",
        "rm": "delete", "remove": "delete", "del": "delete", "forget": "delete", "untrack": "delete",
        "update": "edit", "modify": "edit", "rename": "edit", "change": "edit",
        "ls": "list", "search": "list", "all": "list", "trackings": "list", "parcels": "list", "shipments": "list",
        "packages": "list", "orders": "list", "show all": "list", "list all": "list", "list parcels": "list",
        "reload": "refresh", "fetch": "refresh", "sync": "refresh", "update now": "refresh",
        "whoami": "account", "quota": "account", "balance": "account", "credits": "account",
        "couriers": "carriers", "list carriers": "carriers", "list couriers": "carriers", "man": "help",
        "pause": "stop updating", "stop tracking": "stop updating", "unsubscribe": "stop updating",
        "change courier of": "change carrier of", "change via of": "change carrier of",
        "change the carrier of": "change carrier of", "set carrier of": "change carrier of",
        "set courier of": "change carrier of", "correct carrier of": "change carrier of",
        "change carrier for": "change carrier of", "change courier for": "change carrier of",
        "count by state": "count by status", "count statuses": "count by status", "count status": "count by status",
    ]

    private static let absentVerbs: [String: String] = [
        "undelete": "nothing takes a delete back; `track` would follow the number anew, as a new entry",
        "restore": "nothing takes a delete back; `track` would follow the number anew, as a new entry",
        "recover": "nothing takes a delete back; `track` would follow the number anew, as a new entry",
        "undo": "a write is not taken back by a word; `help` lists the verbs",
    ]

    /// The names of fields on other screens and in other files.
    private static let fields: [String: String] = [
        "courier": "via", "carrier": "via", "carriers": "via", "shipper": "via", "company": "via", "provider": "via",
        "tracking": "number", "tracking-number": "number", "trackingnumber": "number", "tracking_no": "number",
        "parcel": "number", "waybill": "number", "destination": "to", "country": "to", "dest": "to", "origin": "from",
        "state": "status", "phase": "status", "sub-status": "substatus", "sub_status": "substatus",
        "name": "customer", "buyer": "customer", "client": "customer", "recipient": "customer", "consignee": "customer",
        "mail": "email", "e-mail": "email", "telephone": "phone", "mobile": "phone", "comment": "note",
        "remark": "note",
        "remarks": "note", "notes": "note", "order_id": "order", "orderid": "order", "order-number": "order",
        "product": "title", "item": "title", "subject": "title", "added": "created", "registered": "created",
        "age": "travelling", "quiet": "silent", "inactive": "silent", "changed": "updated", "modified": "updated",
    ]

    /// The statuses as other screens, and tms itself for people, print them.
    private static let statuses: [String: String] = [
        "failed attempt": "undelivered", "failed-attempt": "undelivered", "delivery failed": "undelivered",
        "failed delivery": "undelivered", "attempt failed": "undelivered", "delivery attempt": "undelivered",
        "attempted": "undelivered", "not home": "undelivered", "failed": "undelivered",
        "ready-for-pickup": "pickup", "ready for pickup": "pickup", "ready for pick-up": "pickup",
        "available for pickup": "pickup", "ready for collection": "pickup",
        "ready to collect": "pickup", "ready": "pickup", "pick-up": "pickup", "pick up": "pickup",
        "out for delivery": "pickup", "out-for-delivery": "pickup", "on delivery": "pickup",
        "in transit": "transit", "in-transit": "transit", "intransit": "transit", "on the way": "transit",
        "under way": "transit", "underway": "transit", "shipped": "transit", "moving": "transit",
        "arrived": "delivered", "received": "delivered", "done": "delivered", "complete": "delivered",
        "completed": "delivered", "exceptions": "exception", "problem": "exception", "problems": "exception",
        "returned": "exception", "alert": "exception", "not found": "notfound", "not-found": "notfound",
        "not_found": "notfound", "unknown": "notfound", "waiting": "pending", "expire": "expired",
        "info received": "pending", "pre-transit": "pending",
    ]

    private static let late = SetOfRows("status transit", where: "silent over 5 days")

    private static let sets: [String: SetOfRows] = [
        "late": late, "delayed": late, "overdue": late, "stuck": late, "stalled": late, "silent": late, "slow": late,
        "lost": SetOfRows("status transit", where: "silent over 30 days"),
        "open": SetOfRows("", where: "status is not delivered"),
        "undelivered parcels": SetOfRows("", where: "status is not delivered"),
        "active": SetOfRows("unarchived"), "everything": SetOfRows(""), "all": SetOfRows(""),
        "*": SetOfRows(""),
    ]

    private static let fillers: Set<String> = [
        "a", "an", "the", "my", "our", "your", "all", "please", "me", "parcel", "parcels", "package", "packages",
        "shipment", "shipments", "tracking", "trackings", "number", "numbers", "order", "no", "nr", "is", "are", "that",
        "which", "with", "every", "any", "for", "of", "items", "ones", "now", "currently",
    ]
}
