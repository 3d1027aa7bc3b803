extension NumberFamily {
    /// Those whose numbers may have so many characters, in the order of `all`.
    static func all(of length: Int) -> [NumberFamily] {
        byLength.indices.contains(length) ? byLength[length] : []
    }

    /// A number has at most 64 characters.
    private static let byLength: [[NumberFamily]] = (0...64).map { length in
        all.filter { family in
            family.patterns.contains { pattern in
                (family.isRouted ? [0, 8, 12] : [0]).contains { pattern.lengths.contains(length - $0) }
            }
        }
    }

    /// The families that public label data describes, and a few of the carriers' own; S10 and air waybills stand apart.
    static let all: [NumberFamily] = unitedStates + fedex + dhl + europe + northAmerica + asia

    private static let unitedStates: [NumberFamily] = [
        .init("UPS", ["ups"], "1Z and sixteen characters", ["1Z(*{15})!"], .doubled, .certain, telling: true),
        .init("UPS", ["ups"], "a letter and ten digits", ["[AHJKTV](#{9})!"], .doubled, .likely, telling: true),
        .init(
            "USPS", ["usps"], "digits beginning with 94", ["(94#{19})!", "(94#{23})!", "(94#{27})!"], .tens,
            .certain, telling: true, routed: true),
        .init(
            "USPS", ["usps"], "digits beginning with 92, 93 or 95",
            [
                "(92###9#{15})!", "(92###9#{19})!", "(93###[012345678]#{15})!", "(93###[012345678]#{19})!",
                "(95#{19})!", "(95#{23})!",
            ], .tens, .certain, telling: true, routed: true),
        .init(
            "USPS", ["usps"], "22 digits beginning with 92 or 93", ["(92###[012345678]#{15})!", "(93###9#{15})!"],
            .tens, .likely, routed: true),
        .init(
            "USPS", ["usps"], "22 digits beginning with 91", ["(91#{19})!"], .tens, .likely, telling: true,
            routed: true),
        .init(
            "USPS", ["usps"], "20 digits beginning as USPS numbers do", ["(7#{18})!", "(03#{17})!", "(23#{17})!"],
            .tens, .likely),
        .init(
            "USPS", ["usps"], "20 digits beginning as USPS numbers do", ["(7[137]#{17})!", "(81#{17})!"],
            .tensBehind("91"), .likely),
        .init("USPS", ["usps"], "20 digits", ["([12345689]#{18})!"], .tens, .possible),
        .init(
            "OnTrac", ["ontrac"], "C and fourteen digits", ["C(#{13})!"], .doubledBehind(UInt8(ascii: "4")), .likely,
            telling: true),
        .init(
            "OnTrac", ["ontrac"], "D and fourteen digits", ["D(#{13})!"], .doubledBehind(UInt8(ascii: "5")), .likely,
            telling: true),
        .init("LaserShip", ["lasership"], "L, a letter and eight digits", ["L[AEHINX][123](#{7})"], nil, .likely),
        .init("LaserShip", ["lasership"], "1LS7 and eleven digits", ["1LS7[12](#{10})"], nil, .likely),
        .init("LaserShip", ["lasership"], "1LS7, twelve digits and -1", ["1LS7[12]##01[1234](#{6})1"], nil, .likely),
        .init("LaserShip", ["lasership"], "1LSCX and ten characters", ["1LSCX(*{10})"], nil, .likely),
        .init("Spee-Dee", ["speedee"], "SP and eighteen digits", ["SP(#{18})"], nil, .likely),
        .init("GOFO Express", [], "GFUS and fourteen digits", ["GFUS(#{14})"], nil, .likely),
        .init(
            "Old Dominion", ["old-dominion"], "eleven digits beginning with 77, 78 or 072",
            ["(7[78]#{8})!", "(072#{7})!"], .luhn, .likely),
        .init("Old Dominion", ["old-dominion"], "eleven digits beginning with 80", ["(80#{8})!"], .luhn, .likely),
        .init("Amazon", ["amazon"], "TBA, TBC or TBM and twelve digits", ["TB[ACM](#{12})"], nil, .certain),
        .init("Amazon", ["amazon"], "A, C or F and ten digits", ["[ACF](#{10})"], nil, .possible),
    ]

    private static let fedex: [NumberFamily] = [
        .init("FedEx", ["fedex"], "twelve digits", ["(#{11})!"], .fedex12, .likely),
        .init("FedEx Ground", ["fedex"], "fifteen digits", ["(#{14})!"], .tens, .likely),
        .init("FedEx Ground", ["fedex"], "a container type and sixteen digits", ["0[0124](#{15})!"], .tens, .likely),
        .init(
            "FedEx Ground", ["fedex"], "22 digits beginning with 96", ["96#{5}(#{14})!"], .tens, .likely, telling: true),
        .init(
            "FedEx Ground", ["fedex"], "34 digits beginning with 96", ["96#{18}(#{13})!"], .fedex14, .likely,
            telling: true),
        .init("FedEx Express", ["fedex"], "34 digits", ["[012345678]#{19}(#{13})!"], .fedex14, .likely),
        .init("FedEx Express", ["fedex"], "32 digits beginning with 3", ["3#{15}(#{11})!####"], .fedex12, .likely),
    ]

    private static let dhl: [NumberFamily] = [
        .init("DHL Express", ["dhl"], "ten digits", ["(#{9})!"], .sevens, .likely),
        .init("DHL Express", ["dhl"], "eleven digits", ["(#{10})!"], .sevens, .likely),
        .init("DHL", ["dhl"], "JJD and % digits", ["JJD(#{10,20})"], nil, .likely),
        .init("DHL in the Netherlands", ["dhl-nl"], "JVGL and % digits", ["JVGL(#{9,20})"], nil, .likely),
        .init("DHL Express", ["dhl"], "J, letters and % digits", ["J@@(#{9,10})", "J@@@(#{9,10})"], nil, .possible),
        .init("DHL eCommerce", ["dhlglobalmail"], "GM and % characters", ["GM#(*{9,37})"], nil, .likely),
        .init(
            "DHL eCommerce", ["dhlglobalmail"], "two letters and % digits",
            ["LX", "RX", "UV", "CN", "SG", "TH", "IN", "HK", "MY"].map { $0 + "(#{10,39})" }, nil, .possible),
        .init("DHL eCommerce", ["dhlglobalmail"], "fourteen digits", ["(#{14})"], nil, .possible),
        .init("DHL", ["dhl-germany"], "twenty digits beginning with 0034", ["(0034#{15})!"], .tens, .likely),
    ]

    private static let europe: [NumberFamily] = [
        .init("DPD", ["dpd"], "27 digits and a check character", ["(#{27})?"], .mod37, .likely),
        .init("DPD", ["dpd"], "fourteen digits and a check character", ["(#{14})?"], .mod37, .likely),
        .init("Yodel", ["yodel"], "JD or JJD and sixteen digits", ["JJD(#{16})", "JD(#{16})"], nil, .likely),
        .init("Landmark Global", ["landmark-global"], "LTN, eight digits and N1", ["LTN(#{8})N1"], nil, .likely),
        .init("PostNL", ["postnl-3s"], "3S and % digits", ["3S(#{9,15})"], nil, .possible),
    ]

    private static let northAmerica: [NumberFamily] = [
        .init("Canada Post", ["canada-post"], "sixteen digits", ["(#{15})!"], .tens, .likely),
        .init("Canpar", ["canpar"], "a letter and 21 digits", ["[CDKLSUXZ](#{21})"], nil, .likely),
        .init("Purolator", ["purolator"], "twelve digits beginning with 0 to 5", ["([012345]#{10})!"], .luhn, .likely),
        .init("Purolator", ["purolator"], "three letters and nine digits", ["(@@@#{9})"], nil, .possible),
    ]

    private static let asia: [NumberFamily] = [
        .init("4PX", ["4px"], "4PX, % digits and CN", ["4PX(#{10,16})CN"], nil, .certain),
        .init("4PX", ["4px"], "300 and nine digits", ["300(#{9})"], nil, .possible),
        .init("YunExpress", ["yunexpress"], "YT and sixteen digits", ["YT(#{16})"], nil, .likely),
        .init("YTO", ["yto"], "YT and thirteen digits", ["YT(#{13})"], nil, .likely),
        .init("SF Express", ["sf-express"], "SF and % digits", ["SF(#{12,13})"], nil, .likely),
        .init("Cainiao", ["cainiao"], "LP and fourteen digits", ["LP(#{14})"], nil, .likely),
        .init("JD", ["jd"], "JD and thirteen digits", ["JD(#{13})"], nil, .likely),
        .init("Yanwen", ["yanwen"], "UM, nine digits and YP", ["UM(#{9})YP"], nil, .likely),
        .init("Shopee in Vietnam", ["spx-vn"], "SPXVN and % digits", ["SPXVN(#{10,12})"], nil, .likely),
        .init("Shopee in Indonesia", ["spx-id"], "SPXID and % digits", ["SPXID(#{9,14})"], nil, .likely),
        .init("Shopee in Malaysia", ["spx-my"], "SPXMY and % digits", ["SPXMY(#{9,14})"], nil, .likely),
        .init("Shopee in the Philippines", ["spx-ph"], "SPXPH and % digits", ["SPXPH(#{9,14})"], nil, .likely),
    ]
}
