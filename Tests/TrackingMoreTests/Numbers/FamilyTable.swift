/// Numbers of the families that public label data describes: a line each with the family, what the code of the carrier
/// begins with (nothing for posts, and where the list has none), the number with `_` for a blank, and whether it is one of that family.
enum FamilyTable {
    struct Row: Sendable {
        let family: String
        let carrier: String
        let number: String
        let isValid: Bool
    }

    static let rows: [Row] = table.split(separator: "\n").compactMap { line in
        let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard cells.count == 4 else { return nil }
        return Row(
            family: cells[0], carrier: cells[1], number: String(cells[2].map { $0 == "_" ? " " : $0 }),
            isValid: cells[3] == "valid")
    }

    private static let table = """
        Amazon Logistics|amazon|TBA000000000000|valid
        Amazon Logistics|amazon|TBA010000000000|valid
        Amazon Logistics|amazon|TBM502887274000|valid
        Amazon Logistics|amazon|TBA50288727400A|invalid
        Amazon Logistics|amazon|000000000000000|invalid
        Amazon Logistics|amazon|TBB000000000000|invalid
        Amazon International|amazon|C1004444443|valid
        Amazon International|amazon|C1004444444|valid
        Amazon International|amazon|D1234567890|invalid
        Canada Post (16)|canada-post|0073938000549297|valid
        Canada Post (16)|canada-post|7035114477138472|valid
        Canada Post (16)|canada-post|0073938000549292|invalid
        Canada Post (16)|canada-post|7035114477138471|invalid
        Canpar (22)|canpar|D576002440000001718010|valid
        Canpar (22)|canpar|D576002440000001428004|valid
        Canpar (22)|canpar|L576002440000000001004|valid
        Canpar (22)|canpar|L576002440000000004001|valid
        Canpar (22)|canpar|S576002440000000025001|valid
        Canpar (22)|canpar|1576002440000002510003|invalid
        Canpar (22)|canpar|D57600244000000251000|invalid
        DHL Express|dhl|3318810025|valid
        DHL Express|dhl|73891051146|valid
        DHL Express|dhl|1099255990|valid
        DHL Express|dhl|3821724944|valid
        DHL Express|dhl|3318810014|valid
        DHL Express|dhl|3318810010|invalid
        DHL Express|dhl|3318810034|invalid
        DHL Express (Piece ID)|dhl|JJD0099999999|valid
        DHL Express (Piece ID)|dhl|JVGL0999999990|valid
        DHL Express (Piece ID)|dhl|XJD0099999998|invalid
        DHL E-Commerce|dhl|GM2951173225174494|valid
        DHL E-Commerce|dhl|GM_2_9_5_117_32_25_1_7_44_9_4|valid
        DHL E-Commerce|dhl|GM9E44608A27984866BA2D|valid
        DHL E-Commerce|dhl|GS295117494011169041|invalid
        DHL E-Commerce|dhl|GR295117494011169045|invalid
        DHL E-Commerce|dhl|ABCDEFGHILJKLMNOPQ|invalid
        DHL E-Commerce|dhl|ABCDEFGHILJKLMNOPQRSTU1234567890|invalid
        DHL E-Commerce (14)|dhl|60120172242323|valid
        DHL E-Commerce (14)|dhl|5108_7693037816|valid
        DHL E-Commerce (14)|dhl|A60120172242323|invalid
        DHL E-Commerce (14)|dhl|60120172242323B|invalid
        DHL E-Commerce (14)|dhl|6012017224232301|invalid
        DHL E-Commerce (14)|dhl|601201722X2323|invalid
        DHL E-Commerce (14)|dhl|GR295117494011169045|invalid
        DPD (28)|dpd|00_81827_0998_0000_0200_33_350_276_C|valid
        DPD (28)|dpd|0081_827_0998_0000_0200_45_327_276_N|valid
        DPD (28)|dpd|008182709980000020033350276A|invalid
        DPD (28)|dpd|0081_827_0998_0000_0200_45_000_000_N|invalid
        DPD (14)|dpd|09_9800_0002_0033_F|valid
        DPD (14)|dpd|0998_0000_0200_34D|valid
        DPD (14)|dpd|09980000020033D|invalid
        FedEx Express (12)|fedex|986578788855|valid
        FedEx Express (12)|fedex|477179081230|valid
        FedEx Express (12)|fedex|790535312317|valid
        FedEx Express (12)|fedex|_7_9_0_5_3_5_3_1_2_3_1_7_|valid
        FedEx Express (12)|fedex|996578788855|invalid
        FedEx Express (34)|fedex|1001921334250001000300779017972697|valid
        FedEx Express (34)|fedex|1001921380360001000300639585804382|valid
        FedEx Express (34)|fedex|_1_0_0_1_9_0_1_7_8_1_9_9_0_0_0_1_0_0_0_3_0_0_6_1_7_7_6_7_8_3_9_4_3_7_|valid
        FedEx Express (34)|fedex|1002297871540001000300790695517286|valid
        FedEx Express (34)|fedex|1195266473930007521100871079919940|valid
        FedEx Express (34)|fedex|1_1_9_52_6_64739_3000_75211_00_8710_799_199_40|valid
        FedEx Express (34)|fedex|1195583874210007521100871140316936|valid
        FedEx Express (34)|fedex|1001901781990001000300617767839438|invalid
        FedEx ASTRA (32)|fedex|32971514560102447849175802862014|valid
        FedEx ASTRA (32)|fedex|32971510360102447848540980802018|valid
        FedEx ASTRA (32)|fedex|33810799560000004380417923803212|valid
        FedEx ASTRA (32)|fedex|3_29715_145_6010244_784917580286_2014|valid
        FedEx ASTRA (32)|fedex|32971514560102447849175802852014|invalid
        FedEx ASTRA (32)|fedex|3297151456010244784917580286201|invalid
        FedEx Ground|fedex|0414_4176_0228_964|valid
        FedEx Ground|fedex|5682_8361_0012_000|valid
        FedEx Ground|fedex|5682_8361_0012_734|valid
        FedEx Ground|fedex|5682_8361_0012_732|invalid
        FedEx Ground (SSCC-18)|fedex|00_0123_4500_0000_0027|valid
        FedEx Ground (SSCC-18)|fedex|_0_0___0_1_2_3___4_5_0_0___0_0_0_0___0_0_2_7_|valid
        FedEx Ground (SSCC-18)|fedex|000000000000000001|invalid
        FedEx Ground 96 (22)|fedex|9611020987654312345672|valid
        FedEx Ground 96 (22)|fedex|_9_6_1_1_0_2_0_9_8_7_6_5_4_3_1_2_3_4_5_6_7_2_|valid
        FedEx Ground 96 (22)|fedex|9600000000000000000001|invalid
        FedEx Ground GSN|fedex|9622001900000000000000776632517510|valid
        FedEx Ground GSN|fedex|9622001560000000000000794808390594|valid
        FedEx Ground GSN|fedex|_9_6_2_2_0_0_1_5_6_0_0_0_1_2_3_4_5_6_7_1_0_0_7_9_4_8_0_8_3_9_0_5_9_4_|valid
        FedEx Ground GSN|fedex|9632001560123456789900794808390594|valid
        FedEx Ground GSN|fedex|9622001560001234567100794808390595|invalid
        FedEx Ground GSN|fedex|9622001560001234567100794808390597|invalid
        GOFO Express (US)||GFUS01011884214464|valid
        GOFO Express (US)||GFUS01011884214272|valid
        GOFO Express (US)||GFUS0101188421446|invalid
        Landmark Global LTN|landmark-global|LTN74207623N1|valid
        Landmark Global LTN|landmark-global|LTN74209518N1|valid
        Landmark Global LTN|landmark-global|LSN74209518N2|invalid
        Landmark Global LTN|landmark-global|LSN74209518N1|invalid
        LaserShip LX|lasership|LX17635036|valid
        LaserShip LX|lasership|LX_176_35035|valid
        LaserShip LX|lasership|LI_129_79072|valid
        LaserShip LX|lasership|LI12976442|valid
        LaserShip LX|lasership|LA28372694|valid
        LaserShip LX|lasership|LH13830790|valid
        LaserShip LX|lasership|LH13820469|valid
        LaserShip LX|lasership|LH13831034|valid
        LaserShip LX|lasership|LH13820881|valid
        LaserShip LX|lasership|LH13820881|valid
        LaserShip LX|lasership|LH13800911|valid
        LaserShip LX|lasership|LH13795254|valid
        LaserShip LX|lasership|LE10913900|valid
        LaserShip LX|lasership|LE10913753|valid
        LaserShip LX|lasership|LX9763503N|invalid
        LaserShip LX|lasership|LH9176350N6|invalid
        LaserShip LX|lasership|L_A_9_7_6_3_5_0_3_6_|invalid
        LaserShip 1LS7 (15)|lasership|1LS717793482164|valid
        LaserShip 1LS7 (15)|lasership|1LS724505321754|valid
        LaserShip 1LS7 (15)|lasership|_1_L_S_7_2_0_0_0_0_0_0_0_0_0_0_|valid
        LaserShip 1LS7 (15)|lasership|1LX734505321754|invalid
        LaserShip 1LS7 (18)|lasership|1LS7119013618127-1|valid
        LaserShip 1LS7 (18)|lasership|_1_L_S_7_1_1_9_0_1_3_6_1_8_1_2_7_-_1_|valid
        LaserShip 1LS7 (18)|lasership|1LS7119013618127-2|invalid
        LaserShip 1LSCX (15)|lasership|1LS_CX_VE00_58631Y|valid
        LaserShip 1LSCX (15)|lasership|1LSCXVE005BUEFX|valid
        LaserShip 1LSCX (15)|lasership|1LSCZVE0058631Y|invalid
        Old Dominion|old-dominion|07209562763|valid
        Old Dominion|old-dominion|_0_7_2_0_9_5_6_2_7_6_3_|valid
        Old Dominion|old-dominion|77806528897|valid
        Old Dominion|old-dominion|78045768393|valid
        Old Dominion|old-dominion|07209562773|invalid
        Old Dominion|old-dominion|79927398713|invalid
        Old Dominion Guaranteed Shipment|old-dominion|80003280379|valid
        Old Dominion Guaranteed Shipment|old-dominion|_8_0_0_0_3_2_8_0_3_7_9_|valid
        Old Dominion Guaranteed Shipment|old-dominion|80003280389|invalid
        Old Dominion Guaranteed Shipment|old-dominion|10000000000|invalid
        OnTrac|ontrac|C11031500001879|valid
        OnTrac|ontrac|C_110_31_500_00187_9|valid
        OnTrac|ontrac|C11121552953069|valid
        OnTrac|ontrac|C11121553156000|valid
        OnTrac|ontrac|C10000000000000|invalid
        OnTrac|ontrac|C11031500001889|invalid
        OnTrac D|ontrac|D10011354453707|valid
        OnTrac D|ontrac|D10011345983010|valid
        OnTrac D|ontrac|D10011342332145|valid
        OnTrac D|ontrac|D10011345983012|invalid
        OnTrac D|ontrac|D10011342332144|invalid
        Purolator (12)|purolator|320595463938|valid
        Purolator (12)|purolator|320606146993|valid
        Purolator (12)|purolator|320610804900|valid
        Purolator (12)|purolator|331426749957|valid
        Purolator (12)|purolator|320595463939|invalid
        Purolator (12)|purolator|287809468875|invalid
        Purolator (alpha + 9)|purolator|KYV009956937|valid
        Purolator (alpha + 9)|purolator|CGK002986959|valid
        Purolator (alpha + 9)|purolator|TLR000083964|valid
        Purolator (alpha + 9)|purolator|KY009956937|invalid
        Purolator (alpha + 9)|purolator|331426749957|invalid
        S10||RB123456785GB|valid
        S10||RB123456785US|valid
        S10||RB123456785CF|valid
        S10||RB123456786US|invalid
        S10||RB123456785XX|invalid
        Spee-Dee (20)|speedee|SP029692510000920746|valid
        Spee-Dee (20)|speedee|SP029692510000901479|valid
        Spee-Dee (20)|speedee|SP029692510000279301|valid
        Spee-Dee (20)|speedee|SP029692450001607639|valid
        Spee-Dee (20)|speedee|029692510000920746|invalid
        Spee-Dee (20)|speedee|SX029692510000920746|invalid
        UPS|ups|1Z5R89390357567127|valid
        UPS|ups|1Z879E930346834440|valid
        UPS|ups|1Z8V92A70367203024|valid
        UPS|ups|_1_Z_8_V_9_2_A_7_0_3_6_7_2_0_3_0_2_4_|valid
        UPS|ups|2Z5R89390357567127|invalid
        UPS|ups|1A5R89390357567127|invalid
        UPS Waybill|ups|K1506235620|valid
        UPS Waybill|ups|K_150_623_562_0|valid
        UPS Waybill|ups|J4603636537|valid
        UPS Waybill|ups|V0490119172|valid
        UPS Waybill|ups|K1506235622|invalid
        UPS Waybill|ups|K2479825492|invalid
        UPS Waybill|ups|V0411335627|invalid
        UPS Waybill|ups|V0423305841|invalid
        USPS 20|usps|0307_1790_0005_2348_3741|valid
        USPS 20|usps|_0_3_0_7___1_7_9_0___0_0_0_5___2_3_4_8___3_7_4_1_|valid
        USPS 20|usps|0307_1790_0005_2348_3742|invalid
        USPS IMpb N|usps|420787459400111206206406260787|valid
        USPS IMpb N|usps|9400111206206406260787|valid
        USPS IMpb N|usps|9405803699300124287899|valid
        USPS IMpb N|usps|9434611206206406227577|valid
        USPS IMpb N|usps|9400111206206407628746|valid
        USPS IMpb N|usps|9400111206206407628845|valid
        USPS IMpb N|usps|9434611206206407667131|invalid
        USPS IMpb N|usps|9434611306206407667222|invalid
        USPS Legacy|usps|420_22153_9101026837331000039521|valid
        USPS Legacy|usps|9101_1234_5678_9000_0000_13|valid
        USPS Legacy|usps|9101_1234_5678_9000_0000_14|invalid
        USPS Legacy|usps|7196_9010_7560_0307_7386|invalid
        USPS IMpb C|usps|4201002334249200190132607600833457|valid
        USPS IMpb C|usps|4201028200009261290113185417468510|valid
        USPS IMpb C|usps|9505_5110_6960_5048_6006_24|valid
        USPS IMpb C|usps|92748931507708513018050063|valid
        USPS IMpb C|usps|9361_2898_7870_0317_6337_95|valid
        USPS IMpb C|usps|9261292700768711948021|valid
        USPS IMpb C|usps|92_6129098349792366623_8|valid
        USPS IMpb C|usps|420902459261290336128704042634|valid
        USPS IMpb C|usps|420926029261290336128704067248|valid
        USPS IMpb C|usps|420902729261290336128704124163|valid
        USPS IMpb C|usps|420193809261290336128704280838|valid
        USPS IMpb C|usps|420900469261290336128704216936|valid
        USPS IMpb C|usps|61299998820821171811|invalid
        USPS IMpb C|usps|9200000000000000000000|invalid
        USPS IMpb C|usps|420000009200000000000000000000|invalid
        USPS IMpb C|usps|4201028200009261290113185417468511|invalid
        Yodel|yodel|JJD0002257639032011|valid
        Yodel|yodel|JJD0002255380054291|valid
        Yodel|yodel|JD0002254405060992|valid
        Yodel|yodel|J_J_D_0_0_0_2_2_5_7_6_3_9_0_3_2_0_2_0|valid
        Yodel|yodel|JD000225440506099|invalid
        Yodel|yodel|JC0002254405060992|invalid
        YunExpress|yunexpress|YT2229521272164446|valid
        YunExpress|yunexpress|YT2229521272164447|valid
        YunExpress|yunexpress|YT123456789012345|invalid
        """
}
