extension Country {
    /// ISO 3166-1: code, English name, other names by which people and answers call it.
    static let table = """
        AD|Andorra
        AE|United Arab Emirates|UAE;Emirates
        AF|Afghanistan
        AG|Antigua and Barbuda
        AI|Anguilla
        AL|Albania
        AM|Armenia
        AO|Angola
        AQ|Antarctica
        AR|Argentina
        AS|American Samoa
        AT|Austria|Osterreich;Österreich
        AU|Australia
        AW|Aruba
        AX|Aland Islands|Åland
        AZ|Azerbaijan
        BA|Bosnia and Herzegovina
        BB|Barbados
        BD|Bangladesh
        BE|Belgium
        BF|Burkina Faso
        BG|Bulgaria
        BH|Bahrain
        BI|Burundi
        BJ|Benin
        BL|Saint Barthelemy|St Barthelemy
        BM|Bermuda
        BN|Brunei|Brunei Darussalam
        BO|Bolivia|Plurinational State of Bolivia
        BQ|Caribbean Netherlands|Bonaire
        BR|Brazil|Brasil
        BS|Bahamas|The Bahamas
        BT|Bhutan
        BV|Bouvet Island
        BW|Botswana
        BY|Belarus|Byelorussia
        BZ|Belize
        CA|Canada
        CC|Cocos Islands|Keeling Islands
        CD|DR Congo|Democratic Republic of the Congo;Congo Kinshasa;Zaire
        CF|Central African Republic|Central African Rep
        CG|Congo|Republic of the Congo;Congo Brazzaville
        CH|Switzerland|Schweiz;Suisse
        CI|Cote d'Ivoire|Ivory Coast
        CK|Cook Islands
        CL|Chile
        CM|Cameroon
        CN|China|People's Republic of China;PRC;Mainland China
        CO|Colombia
        CR|Costa Rica
        CU|Cuba
        CV|Cape Verde|Cabo Verde
        CW|Curacao|Curaçao
        CX|Christmas Island
        CY|Cyprus
        CZ|Czech Republic|Czechia
        DE|Germany|Deutschland
        DJ|Djibouti
        DK|Denmark
        DM|Dominica
        DO|Dominican Republic
        DZ|Algeria
        EC|Ecuador
        EE|Estonia
        EG|Egypt
        EH|Western Sahara
        ER|Eritrea
        ES|Spain|Espana;España
        ET|Ethiopia
        FI|Finland
        FJ|Fiji
        FK|Falkland Islands|Malvinas
        FM|Micronesia|Federated States of Micronesia
        FO|Faroe Islands
        FR|France
        GA|Gabon
        GB|United Kingdom|UK;Great Britain;Britain;England;Scotland;Wales;Northern Ireland
        GD|Grenada
        GE|Georgia
        GF|French Guiana
        GG|Guernsey
        GH|Ghana
        GI|Gibraltar
        GL|Greenland
        GM|Gambia|The Gambia
        GN|Guinea
        GP|Guadeloupe
        GQ|Equatorial Guinea
        GR|Greece
        GS|South Georgia and the South Sandwich Islands
        GT|Guatemala
        GU|Guam
        GW|Guinea-Bissau
        GY|Guyana
        HK|Hong Kong|Hong Kong [CN];Hong Kong SAR
        HM|Heard Island and McDonald Islands
        HN|Honduras
        HR|Croatia
        HT|Haiti
        HU|Hungary
        ID|Indonesia
        IE|Ireland
        IL|Israel
        IM|Isle of Man
        IN|India|Bharat
        IO|British Indian Ocean Territory
        IQ|Iraq
        IR|Iran|Islamic Republic of Iran
        IS|Iceland
        IT|Italy|Italia
        JE|Jersey
        JM|Jamaica
        JO|Jordan
        JP|Japan|Nippon
        KE|Kenya
        KG|Kyrgyzstan
        KH|Cambodia
        KI|Kiribati
        KM|Comoros
        KN|Saint Kitts and Nevis|St Kitts and Nevis
        KP|North Korea|Democratic People's Republic of Korea
        KR|South Korea|Korea;Republic of Korea
        KW|Kuwait
        KY|Cayman Islands
        KZ|Kazakhstan
        LA|Laos|Lao
        LB|Lebanon
        LC|Saint Lucia|St Lucia
        LI|Liechtenstein
        LK|Sri Lanka
        LR|Liberia
        LS|Lesotho
        LT|Lithuania
        LU|Luxembourg
        LV|Latvia
        LY|Libya|Libyan Arab Jamahiriya
        MA|Morocco
        MC|Monaco
        MD|Moldova|Republic of Moldova
        ME|Montenegro
        MF|Saint Martin|St Martin
        MG|Madagascar
        MH|Marshall Islands
        MK|North Macedonia|Macedonia
        ML|Mali
        MM|Myanmar|Burma
        MN|Mongolia
        MO|Macau|Macao;Macau [CN];Macao [CN]
        MP|Northern Mariana Islands
        MQ|Martinique
        MR|Mauritania
        MS|Montserrat
        MT|Malta
        MU|Mauritius
        MV|Maldives
        MW|Malawi
        MX|Mexico|México
        MY|Malaysia
        MZ|Mozambique
        NA|Namibia
        NC|New Caledonia
        NE|Niger
        NF|Norfolk Island
        NG|Nigeria
        NI|Nicaragua
        NL|Netherlands|Holland;The Netherlands
        NO|Norway
        NP|Nepal
        NR|Nauru
        NU|Niue
        NZ|New Zealand|Aotearoa
        OM|Oman
        PA|Panama
        PE|Peru
        PF|French Polynesia
        PG|Papua New Guinea
        PH|Philippines|The Philippines
        PK|Pakistan
        PL|Poland
        PM|Saint Pierre and Miquelon|St Pierre and Miquelon
        PN|Pitcairn|Pitcairn Islands
        PR|Puerto Rico
        PS|Palestine|Palestinian Territory;Palestinian Territories
        PT|Portugal
        PW|Palau
        PY|Paraguay
        QA|Qatar
        RE|Reunion|Réunion
        RO|Romania
        RS|Serbia
        RU|Russia|Russian Federation
        RW|Rwanda
        SA|Saudi Arabia|KSA
        SB|Solomon Islands
        SC|Seychelles
        SD|Sudan
        SE|Sweden|Sverige
        SG|Singapore
        SH|Saint Helena|St Helena
        SI|Slovenia
        SJ|Svalbard and Jan Mayen
        SK|Slovakia|Slovak Republic
        SL|Sierra Leone
        SM|San Marino
        SN|Senegal
        SO|Somalia
        SR|Suriname
        SS|South Sudan
        ST|Sao Tome and Principe
        SV|El Salvador
        SX|Sint Maarten|St Maarten
        SY|Syria|Syrian Arab Republic
        SZ|Eswatini|Swaziland
        TC|Turks and Caicos Islands
        TD|Chad
        TF|French Southern Territories
        TG|Togo
        TH|Thailand
        TJ|Tajikistan
        TK|Tokelau
        TL|Timor-Leste|East Timor
        TM|Turkmenistan
        TN|Tunisia
        TO|Tonga
        TR|Turkey|Türkiye;Turkiye
        TT|Trinidad and Tobago
        TV|Tuvalu
        TW|Taiwan|Taiwan [CN]
        TZ|Tanzania|United Republic of Tanzania
        UA|Ukraine
        UG|Uganda
        UM|US Minor Outlying Islands
        US|United States|USA;United States of America;America;U.S.A.
        UY|Uruguay
        UZ|Uzbekistan
        VA|Vatican City|Vatican;Holy See
        VC|Saint Vincent and the Grenadines|Saint Vincent;St Vincent
        VE|Venezuela|Bolivarian Republic of Venezuela
        VG|British Virgin Islands|Virgin Islands (UK)
        VI|US Virgin Islands|Virgin Islands (US)
        VN|Vietnam|Viet Nam
        VU|Vanuatu
        WF|Wallis and Futuna
        WS|Samoa|Western Samoa
        YE|Yemen
        YT|Mayotte
        ZA|South Africa
        ZM|Zambia
        ZW|Zimbabwe
        """
}
