/// Which post of the list carries what a country's S10 numbers name.
enum PostalOperators {
    /// - Parameter service: the first letter of the number: `E` express, `C` parcels, `R` registered.
    /// - Returns: nil where the list has no post for the country.
    static func carrier(of country: String, service: UInt8) -> (carrier: String, isOnlyOne: Bool)? {
        if let special = byService[country] {
            let letter = String(decoding: [service], as: UTF8.self)
            return (special[letter] ?? byCountry[country] ?? "", isOnlyOne: country == "CN")
        }
        return byCountry[country].map { ($0, isOnlyOne: true) }
    }

    /// Countries where the service decides between two posts.
    private static let byService: [String: [String: String]] = [
        "CN": ["E": "china-ems"],
        "DE": ["C": "dhl-germany", "E": "dhl-germany"],
        "ES": ["E": "correosexpress"],
        "FR": ["C": "colissimo", "E": "chronopost"],
        "GB": ["C": "parcel-force", "E": "parcel-force"],
        "NL": [:],
        "SG": ["C": "singapore-speedpost", "E": "singapore-speedpost"],
        "UA": ["E": "ukraine-ems"],
        "UZ": ["E": "uzbekistan-ems"],
    ]

    static let byCountry: [String: String] = [
        "AE": "emirates-post", "AF": "afghan-post", "AL": "posta-shqiptare", "AM": "armenia-post",
        "AR": "correo-argentino", "AT": "austria-post", "AU": "australia-post", "AW": "aruba-post", "AX": "aland-post",
        "AZ": "azerbaijan-post", "BA": "bosnia-and-herzegovina-post", "BB": "barbados-post", "BD": "bangladesh-ems",
        "BE": "belgium-post", "BG": "bulgaria-post", "BH": "bahrain-post", "BI": "burundi-post", "BJ": "benin-post",
        "BM": "bermuda-post", "BN": "brunei-post", "BO": "correos-bolivia", "BR": "brazil-correios",
        "BT": "bhutan-post",
        "BW": "botswana-post", "BY": "belpochta", "BZ": "belize-post", "CA": "canada-post", "CH": "swiss-post",
        "CI": "ivory-coast-ems", "CL": "correos-chile", "CN": "china-post", "CO": "colombia-post",
        "CR": "correos-de-costa-rica", "CU": "cuba-post", "CV": "correios-cabo-verde", "CY": "cyprus-post",
        "CZ": "czech-post", "DE": "deutsche-post", "DK": "denmark-post", "DO": "inposdom", "EC": "correos-del-ecuador",
        "EE": "omniva", "EG": "egypt-post", "ER": "eritrea-post", "ES": "correos-spain", "ET": "ethiopia-post",
        "FI": "finland-posti", "FJ": "fiji-post", "FO": "faroe-islands-post", "FR": "laposte", "GB": "royal-mail",
        "GE": "georgian-post", "GG": "guernsey-post", "GH": "ghana-post", "GI": "gibraltar-post", "GL": "tele-post",
        "GR": "greece-post", "GT": "elcorreo", "HK": "hong-kong-post", "HR": "hrvatska-posta", "HU": "magyar-posta",
        "ID": "indonesia-post", "IE": "an-post", "IL": "israel-post", "IN": "india-post", "IR": "iran-post",
        "IS": "iceland-post", "IT": "poste-italiane", "JE": "jersey-post", "JM": "jamaica-post", "JO": "jordan-post",
        "JP": "japan-post", "KE": "kenya-post", "KG": "kyrgyzpost", "KH": "cambodia-post", "KR": "korea-post",
        "KZ": "kazpost", "LA": "laos-post", "LB": "liban-post", "LC": "saint-lucia-post", "LI": "liechtenstein-post",
        "LK": "sri-lanka-post", "LS": "lesotho-post", "LT": "lietuvos-pastas", "LU": "luxembourg-post",
        "LV": "latvijas-pasts", "MA": "poste-maroc", "MC": "la-poste-monaco", "MD": "moldova-post",
        "ME": "posta-crne-gore", "MK": "macedonia-post", "MN": "mongol-post", "MO": "macao-post", "MT": "malta-post",
        "MU": "mauritius-post", "MV": "maldives-post", "MX": "correos-mexico", "MY": "malaysia-post",
        "NA": "namibia-post", "NC": "new-caledonia-post", "NG": "nigeria-post", "NI": "nicaragua-post",
        "NL": "netherlands-post", "NO": "posten-norge", "NZ": "new-zealand-post", "OM": "oman-post",
        "PA": "correos-panama", "PE": "serpost", "PG": "postpng", "PH": "phlpost", "PK": "pakistan-post",
        "PL": "poczta-polska", "PT": "ctt", "PY": "correo-paraguayo", "QA": "qatar-post", "RO": "posta-romana",
        "RS": "serbia-post", "RU": "russian-post", "RW": "iposita-rwanda", "SA": "saudi-post", "SB": "solomon-post",
        "SC": "seychelles-post", "SD": "sudan-post", "SE": "sweden-posten", "SG": "singapore-post",
        "SI": "slovenia-post", "SK": "slovakia-post", "SM": "san-marino-post", "SN": "senegal-post",
        "SV": "el-salvador-post", "SY": "syrian-post", "TG": "togo-post", "TH": "thailand-post",
        "TM": "turkmenistan-post", "TN": "tunisia-post", "TO": "tonga-post", "TR": "turkey-post", "TV": "tuvalu-post",
        "TW": "taiwan-post", "TZ": "tanzania-post", "UA": "ukraine-post", "UG": "uganda-post", "US": "usps",
        "UY": "uruguay-post", "UZ": "uzbekistan-post", "VC": "svgpost", "VN": "vietnam-post", "VU": "vanuatu-post",
        "WS": "samoa-post", "YE": "yemen-post", "ZA": "south-africa-post", "ZM": "zambia-post", "ZW": "zimbabwe-post",
    ]
}
