extension Region {
    /// The countries the sandbox knows towns of. Anywhere else has one town without a name.
    static let all: [Region] = [
        Region("CN", "china-post", 8, "Shanghai", "Shenzhen", "Guangzhou", "Yiwu", "Hangzhou"),
        Region("HK", "hong-kong-post", 8, "Hong Kong"),
        Region("TW", "taiwan-post", 8, "Taipei", "Taichung", "Kaohsiung"),
        Region("JP", "japan-post", 9, "Tokyo", "Osaka", "Nagoya", "Fukuoka"),
        Region("KR", "korea-post", 9, "Incheon", "Seoul", "Busan"),
        Region("SG", "singapore-post", 8, "Singapore"),
        Region("MY", "malaysia-post", 8, "Kuala Lumpur", "Penang", "Johor Bahru"),
        Region("TH", "thailand-post", 7, "Bangkok", "Chiang Mai"),
        Region("IN", "india-post", 5.5, "Mumbai", "Delhi", "Bengaluru"),
        Region("AE", "emirates-post", 4, "Dubai", "Abu Dhabi"),
        Region("IL", "israel-post", 2, "Tel Aviv", "Haifa"),
        Region("TR", "turkey-post", 3, "Istanbul", "Ankara", "Izmir"),
        Region("RU", "russian-post", 3, "Moscow", "Saint Petersburg", "Kazan"),
        Region("UA", "ukraine-post", 2, "Kyiv", "Lviv", "Odesa"),
        Region("DE", "dhl-germany", 1, "Frankfurt", "Leipzig", "Hamburg", "Munich", "Cologne"),
        Region("AT", "austria-post", 1, "Vienna", "Graz"),
        Region("CH", "swiss-post", 1, "Zurich", "Bern"),
        Region("FR", "colissimo", 1, "Paris", "Lyon", "Marseille", "Lille"),
        Region("BE", "belgium-post", 1, "Brussels", "Antwerp"),
        Region("NL", "postnl-3s", 1, "Amsterdam", "Utrecht", "Eindhoven"),
        Region("GB", "royal-mail", 0, "London", "Birmingham", "Manchester", "Leeds"),
        Region("IE", "an-post", 0, "Dublin", "Cork"),
        Region("ES", "correos-spain", 1, "Madrid", "Barcelona", "Valencia"),
        Region("PT", "ctt", 0, "Lisbon", "Porto"),
        Region("IT", "poste-italiane", 1, "Milan", "Rome", "Bologna"),
        Region("PL", "poczta-polska", 1, "Warsaw", "Krakow", "Poznan"),
        Region("CZ", "czech-post", 1, "Prague", "Brno"),
        Region("SE", "sweden-posten", 1, "Stockholm", "Malmo", "Gothenburg"),
        Region("NO", "posten-norge", 1, "Oslo", "Bergen"),
        Region("DK", "denmark-post", 1, "Copenhagen", "Aarhus"),
        Region("FI", "finland-posti", 2, "Helsinki", "Tampere"),
        Region(
            "US", "usps",
            [
                ("Los Angeles", -8), ("Chicago", -6), ("New York", -5), ("Dallas", -6), ("Atlanta", -5),
                ("Seattle", -8),
            ]),
        Region("CA", "canada-post", [("Toronto", -5), ("Vancouver", -8), ("Montreal", -5), ("Calgary", -7)]),
        Region("MX", "correos-mexico", -6, "Mexico City", "Guadalajara", "Monterrey"),
        Region("BR", "brazil-correios", -3, "Sao Paulo", "Curitiba", "Rio de Janeiro"),
        Region("CL", "correos-chile", -4, "Santiago", "Valparaiso"),
        Region("AU", "australia-post", [("Sydney", 10), ("Melbourne", 10), ("Brisbane", 10), ("Perth", 8)]),
        Region("NZ", "new-zealand-post", 12, "Auckland", "Wellington", "Christchurch"),
        Region("ZA", "south-africa-post", 2, "Johannesburg", "Cape Town"),
    ]

    private static let byCode = Dictionary(all.map { ($0.code, $0) }) { first, _ in first }
    private static let byPost = Dictionary(all.map { ($0.post, $0) }) { first, _ in first }

    /// The country of a code, in either case.
    static func of(_ code: String) -> Region { byCode[code.uppercased()] ?? Region(code.uppercased(), "", 0) }

    static func knows(_ code: String) -> Bool { byCode[code.uppercased()] != nil }

    /// The country whose post this carrier is.
    static func homeOf(carrier: String) -> Region? { byPost[carrier] }
}
