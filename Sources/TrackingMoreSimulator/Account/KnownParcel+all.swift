extension KnownParcel {
    /// The forty parcels of a new sandbox, the most telling first; numbers with check digits have right ones.
    /// Documentation and examples may name them: they are the same for every seed, only the scans differ.
    static let all: [KnownParcel] = [
        // On the way, and long silent.
        .init(
            number: "300403513402", carrier: "4px", to: "US", outcome: .silent, start: -504, hours: 216,
            title: "desk lamp", customer: "Ann Miller", email: "ann.miller@example.com", order: "#1001"),
        .init(
            number: "RB555666772CN", carrier: "china-post", to: "DE", outcome: .silent, start: -408, hours: 192,
            title: "挂号小包 tea set", customer: "Jonas Weber", email: "jonas.weber@example.com", order: "#1002"),
        .init(
            number: "1Z999AA10123456784", carrier: "ups", to: "CA", outcome: .silent, start: -192, hours: 48,
            order: "#1003"),

        // One of each of the rest.
        .init(
            number: "LK555123405CN", carrier: "china-post", to: "US", outcome: .delivered, start: -460, hours: 400,
            title: "phone case", customer: "Peter Novak", order: "#1004"),
        .init(
            number: "300403513418", carrier: "4px", to: "US", outcome: .signedFor, start: 3, hours: 260,
            title: "cable set", order: "#1005"),
        .init(
            number: "784837164027", carrier: "fedex", to: "GB", outcome: .notFound, start: -70, hours: 0,
            title: "spare part", customer: "Olivia Hart"),
        .init(
            number: "RR100200305SG", carrier: "singapore-post", to: "AU", outcome: .waiting, start: -330, hours: 290,
            title: "ceramic bowl", customer: "Liam Cook", email: "liam.cook@example.com", order: "#1006"),
        .init(
            number: "9400110200881234567896", carrier: "usps", to: "US", outcome: .undelivered, start: -90, hours: 45,
            title: "garden gloves", customer: "Grace Lee", order: "#1007"),
        .init(
            number: "3005123472", carrier: "dhl", to: "BR", outcome: .heldByCustoms, start: -140, hours: 70,
            title: "drone battery", customer: "Rafael Costa", email: "rafael.costa@example.com", order: "#1008",
            note: "customs asked for the invoice"),
        .init(
            number: "YT2611812345678901", carrier: "yunexpress", to: "FR", outcome: .silent, start: -1900, hours: 200,
            title: "winter scarf", customer: "Chloe Petit", order: "#1009"),

        // Pending: added a moment ago.
        .init(
            number: "RB102030405SG", carrier: "singapore-post", to: "NZ", outcome: .signedFor, start: 1, hours: 300,
            title: "board game"),
        .init(number: "612998173506", carrier: "fedex", to: "US", outcome: .delivered, start: 1, hours: 60),

        // In transit.
        .init(
            number: "300403513427", carrier: "4px", to: "US", outcome: .delivered, start: -150, hours: 290,
            title: "cute pillow", customer: "Ann Miller", email: "ann.miller@example.com", order: "#1010"),
        .init(
            number: "EA300400505CN", carrier: "china-ems", to: "JP", outcome: .signedFor, start: -60, hours: 140,
            title: "camera lens", customer: "Yuki Sato", order: "#1011"),
        .init(
            number: "CP444555662CN", carrier: "china-post", to: "RU", outcome: .collected, start: -240, hours: 520,
            title: "tent", customer: "Ivan Petrov", order: "#1012"),
        .init(
            number: "4819237500", carrier: "dhl", to: "DE", outcome: .signedFor, start: -30, hours: 90,
            title: "server board", customer: "Lena Vogt", email: "lena.vogt@example.com", order: "#1013"),
        .init(
            number: "1Z12345E0205271686", carrier: "ups", to: "US", outcome: .leftAtDoor, start: -40, hours: 110,
            title: "standing desk", customer: "Noah Brown", order: "#1014"),
        .init(
            number: "YT2611898765432109", carrier: "yunexpress", to: "ES", outcome: .delivered, start: -120,
            hours: 260, title: "sneakers", customer: "Marta Ruiz", order: "#1015"),
        .init(
            number: "RX123409873DE", carrier: "deutsche-post", to: "US", outcome: .delivered, start: -100, hours: 300,
            title: "sheet music", customer: "Emma Clark"),
        .init(
            number: "EE900800703JP", carrier: "japan-post", to: "CA", outcome: .signedFor, start: -50, hours: 240,
            title: "fountain pen", customer: "Mia Tremblay", order: "#1016"),
        .init(
            number: "LS777888992CN", carrier: "china-post", to: "GB", outcome: .delivered, start: -200, hours: 430,
            title: "fairy lights", customer: "Harry Shaw", order: "#1017"),
        .init(
            number: "UA700800901HK", carrier: "hong-kong-post", to: "IT", outcome: .collected, start: -180, hours: 410,
            title: "watch strap"),
        .init(
            number: "UM123456789YP", carrier: "yanwen", to: "PL", outcome: .delivered, start: -90, hours: 300,
            customer: "Zofia Kowalska", order: "#1018"),
        .init(
            number: "LP00612345678901", carrier: "cainiao", to: nil, outcome: .delivered, start: -130, hours: 310,
            title: "kitchen scale"),

        // Out for delivery, or waiting to be collected.
        .init(
            number: "1Z4W63903520410051", carrier: "ups", to: "DE", outcome: .waiting, start: -100, hours: 60,
            title: "guitar", customer: "Paul Krause", order: "#1019"),
        .init(
            number: "RN600500405GB", carrier: "royal-mail", to: "FR", outcome: .waiting, start: -300, hours: 265,
            title: "tea sampler", customer: "Louis Bernard"),
        .init(
            number: "9274890299920001234509", carrier: "usps", to: "US", outcome: .waiting, start: -60, hours: 30,
            title: "dog bed", order: "#1020"),

        // Delivered.
        .init(
            number: "300403513433", carrier: "4px", to: "US", outcome: .leftAtDoor, start: -420, hours: 300,
            title: "desk lamp", customer: "Ann Miller", email: "ann.miller@example.com", order: "#1021"),
        .init(
            number: "RC333222119CN", carrier: "china-post", to: "SE", outcome: .collected, start: -700, hours: 480,
            title: "yarn", customer: "Elsa Lind", isArchived: true),
        .init(
            number: "7720341182", carrier: "dhl", to: "US", outcome: .signedFor, start: -200, hours: 85,
            title: "contract", customer: "Smith & Sons", order: "#1022"),
        .init(
            number: "1ZA98F340351200771", carrier: "ups", to: "GB", outcome: .signedFor, start: -260, hours: 100,
            title: "headphones", customer: "Oliver Reed", order: "#1023"),
        .init(
            number: "CX565758592FR", carrier: "colissimo", to: "BE", outcome: .delivered, start: -350, hours: 240,
            title: "cheese board", customer: "Nina Peeters", isArchived: true),
        .init(
            number: "399134022786", carrier: "fedex", to: "JP", outcome: .signedFor, start: -180, hours: 90,
            title: "sensor", customer: "Kenji Mori", order: "#1024"),
        .init(
            number: "LZ203040503US", carrier: "usps", to: "AU", outcome: .deliveredAfterNotice, start: -560, hours: 380,
            title: "baseball cap", customer: "Ruby King", order: "#1025"),

        // A notice was left.
        .init(
            number: "CJ818283848GB", carrier: "parcel-force", to: "IE", outcome: .undelivered, start: -110, hours: 60,
            title: "bicycle helmet", customer: "Sean Byrne", order: "#1026"),

        // In trouble.
        .init(
            number: "LE454545452CN", carrier: "china-post", to: "US", outcome: .returned, start: -900, hours: 760,
            title: "phone case", customer: "Kyle Adams", order: "#1027"),
        .init(
            number: "RM112233447KR", carrier: "korea-post", to: "US", outcome: .unclaimed, start: -600, hours: 560,
            title: "face cream", customer: "Sofia Diaz", order: "#1028"),
        .init(
            number: "SF1234567890123", carrier: "sf-express", to: "SG", outcome: .damaged, start: -220, hours: 200,
            title: "glass vase", customer: "Wei Ling", email: "wei.ling@example.com", order: "#1029",
            note: "photos asked for"),

        // A label without a parcel yet, and one that nobody knows.
        .init(
            number: "LV313233347NL", carrier: "netherlands-post", to: "US", outcome: .delivered, start: 10, hours: 280,
            title: "tulip bulbs", customer: "Jack Hill"),
        .init(number: "15501234567890", carrier: "dpd-uk", to: "GB", outcome: .notFound, start: -100, hours: 0),
    ]
}
