import TMSBase
import TMSCommands
import TrackingMore

/// Lines of tms that call the service in every way the catalogue knows: one parcel or several, known or not, sound or
/// not. The same seed gives the same lines.
struct RandomLines {
    private var dice: SeededNumbers
    private let choices: [(endpoint: Endpoint, line: VerbLine)]
    /// Numbers that were tracked, with their carrier.
    private var known = [("300403513427", "4px"), ("1Z12345E0205271686", "ups"), ("RX123409873DE", "deutsche-post")]

    private static let carriers = ["4px", "usps", "ups", "china-post", "dhl"]

    init(seed: UInt64) {
        dice = SeededNumbers(seed: seed)
        choices = Dialect.v2.endpoints.flatMap { endpoint in endpoint.lines.map { (endpoint, $0) } }
    }

    /// A statement that fails in words of its own and prints what it was answered.
    mutating func next() -> String {
        switch dice.number(below: 20) {
        case 0: return "try print (\(freeHand())) otherwise print $error.code"
        case 1:
            let (endpoint, line) = pick(choices.filter { ["track", "edit", "refresh"].contains($0.line.verb) })
            let verb = call(endpoint, line, subject: "$n", carrier: nil)
            let numbers = (0...dice.number(below: 5)).map { _ in "\"\(number())\"" }.joined(separator: ", ")
            return "for n in [\(numbers)] { try \(verb) otherwise print \"{$n}: {$error.code}\" }"
        case 2:
            return "for p in list status transit | take \(1 + dice.number(below: 5)) { "
                + "try edit $p title \"\(dice.number(below: 99))\" otherwise print $error.code }"
        case 3: return "sandbox advance \(1 + dice.number(below: 9)) h"
        default:
            let (endpoint, line) = pick(choices)
            let carrier = dice.number(below: 4) > 0
            let isMany = endpoint.bulk != nil && dice.number(below: 3) == 0
            let (first, via) = parcel()
            let more = isMany ? (0...dice.number(below: 3)).map { _ in ", \(number())" }.joined() : ""
            let text = call(endpoint, line, subject: first + more, carrier: carrier ? via : nil)
            // Some of the many rows are as good as all.
            let some = ["list", "carriers"].contains(line.verb) ? " | take \(dice.number(below: 8))" : ""
            return "try print (\(text)\(some)) otherwise print $error.code"
        }
    }
}

extension RandomLines {
    private mutating func call(_ endpoint: Endpoint, _ line: VerbLine, subject: String, carrier: String?) -> String {
        var words = [line.verb]
        for parameter in endpoint.parameters(of: line) {
            let isGiven = parameter.need == .required || dice.number(below: 4) == 0
            switch parameter.role {
            case .subject where parameter.kind == .trackingNumber: words.append(subject)
            case .subject, .argument: words.append(value(parameter))
            case .clause(let label) where parameter.field == "carrier_code" && parameter.need == .guessed:
                // Without a carrier the shell asks for what it does not know, which is a call as well.
                if let carrier { words.append("\(label) \(carrier)") }
            case .clause(let label):
                let clears = line.verb == "edit" && parameter.kind == .text && dice.number(below: 4) == 0
                if isGiven { words.append("\(label) \(clears ? "\"\"" : value(parameter))") }
            case .flag: if isGiven { words.append(value(parameter)) }
            case .hidden: break
            }
        }
        return words.joined(separator: " ")
    }

    private mutating func value(_ parameter: Parameter) -> String {
        if !parameter.kind.choices.isEmpty { return pick(parameter.kind.choices).word }
        switch parameter.kind.element {
        case .trackingNumber: return number()
        case .carrier: return pick(Self.carriers)
        case .country: return pick(["us", "DE", "\"United Kingdom\"", "cn"])
        case .status: return pick(Status.allCases).rawValue
        case .language: return pick(["en", "cn", "de"])
        case .awb: return pick(["172-28891936", "16012345675"])
        case .email: return "a.buyer@example.test"
        case .phone: return "\"+65 5550 0100\""
        case .date: return pick(["2026-11-20", "yesterday", "\"2026-11-02 09:30\""])
        case .dateRange: return pick(["last 7 days", "since 2026-11-01", "before yesterday"])
        case .orderID: return "\"#\(1000 + dice.number(below: 40))\""
        default: return pick(["\"desk lamp\"", "\"挂号小包 & <b>\"", "\"it's 1/2\"", "plain"])
        }
    }

    /// A number that may be there, or was, or never will be.
    private mutating func number() -> String { parcel().0 }

    private mutating func parcel() -> (String, String) {
        if dice.number(below: 3) > 0 { return pick(known) }
        let new = ("\(pick(["RND", "XQ"]))\(10_000 + dice.number(below: 500))", pick(Self.carriers))
        known.append(new)
        return new
    }

    /// Calls the shell itself would never make.
    private mutating func freeHand() -> String {
        let (number, carrier) = parcel()
        return pick([
            "call post \"/trackings/post\" '{\"tracking_number\":\"a b\",\"carrier_code\":\"4px\"}'",
            "call post \"/trackings/post\" '{\"carrier_code\":\"4px\"}'",
            "call post \"/trackings/post\" '{\"tracking_number\":\"\(number)\",\"carrier_code\":\"nope\"}'",
            "call post \"/trackings/batch\" '[{\"tracking_number\":\"\(number)\",\"carrier_code\":\"\(carrier)\"},7]'",
            "call post \"/trackings/batch\" '{}'", "call post \"/trackings/delete\" '[]'",
            "call put \"/trackings/\(carrier)/\(number)\" '{\"status\":5}'",
            "call put \"/trackings/\(carrier)/\(number)\" '{\"archived\":\"true\",\"title\":null}'",
            "call get \"/trackings/get?limit=3&page=2&status=transit\"", "call get \"/trackings/get?status=nonsense\"",
            "call delete \"/trackings/nope/\(number)\"", "call get \"/nothing\"", "call post \"/trackings/realtime\"",
        ])
    }

    private mutating func pick<T>(_ items: [T]) -> T { items[dice.number(below: items.count)] }
}

/// Random numbers that are the same in every run.
struct SeededNumbers {
    private var random: SeededRandom

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    mutating func number(below bound: Int) -> Int { Int(random.next() % UInt64(bound)) }
}
