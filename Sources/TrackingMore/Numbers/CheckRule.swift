/// How a check digit is made of the characters before it.
enum CheckRule: Sendable, Equatable {
    /// GS1's: from the right every second digit counts threefold, and the check digit fills up to a full ten.
    case tens
    /// The same with digits in front that the number itself leaves out.
    case tensBehind(String)
    /// UPS: letters count as A 2, B 3 …, every second character counts double.
    case doubled
    /// The same with a digit in front, unless the number begins with it.
    case doubledBehind(UInt8)
    /// Luhn: from the right every second digit counts double, the digits of what that makes are added.
    case luhn
    /// The remainder by seven.
    case sevens
    /// Weighted, then the remainder by 11, then its last digit.
    case weights([Int])
    /// ISO 7064 MOD 37,36: a digit or a letter.
    case mod37

    static let fedex12 = CheckRule.weights([3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1])
    static let fedex14 = CheckRule.weights([1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1])

    /// The check character that belongs to a serial number; nil where it holds what the rule cannot count.
    func character(for serial: ArraySlice<UInt8>) -> UInt8? {
        switch self {
        case .mod37: return Self.mod37(serial)
        case .doubled: return Self.doubled(serial).map(Self.ascii)
        case .doubledBehind(let digit):
            let whole = serial.first == digit ? Array(serial) : [digit] + serial
            return Self.doubled(whole[...]).map(Self.ascii)
        case .tens: return Self.digits(serial).map { Self.ascii(Self.tens($0)) }
        case .tensBehind(let front):
            return Self.digits(Array(front.utf8) + serial).map { Self.ascii(Self.tens($0)) }
        case .luhn:
            guard let digits = Self.digits(serial) else { return nil }
            let sum = digits.reversed().enumerated().reduce(0) { sum, next in
                let twice = next.element * 2
                return sum + (next.offset % 2 == 0 ? (twice > 9 ? twice - 9 : twice) : next.element)
            }
            return Self.ascii((10 - sum % 10) % 10)
        case .sevens:
            guard let digits = Self.digits(serial) else { return nil }
            return Self.ascii(digits.reduce(0) { ($0 * 10 + $1) % 7 })
        case .weights(let weights):
            guard let digits = Self.digits(serial) else { return nil }
            return Self.ascii(Self.weighted(digits, weights) % 11 % 10)
        }
    }

    /// How the check character comes about, for people.
    func explanation(_ serial: ArraySlice<UInt8>, _ wanted: UInt8) -> String {
        let number = String(decoding: serial, as: UTF8.self)
        let check = String(decoding: [wanted], as: UTF8.self)
        switch self {
        case .tens: return "every second digit from the right times 3, and \(check) is missing to a full ten"
        case .tensBehind(let front):
            return
                "with \(front) in front, every second digit from the right times 3, and \(check) is missing to a full ten"
        case .doubled:
            return "letters count as A 2, B 3 …, every second character double, and \(check) is missing to a full ten"
        case .doubledBehind(let digit):
            let front = String(decoding: [digit], as: UTF8.self)
            return "with \(front) in front, every second digit double, and \(check) is missing to a full ten"
        case .luhn: return "by Luhn's rule \(check) is missing to a full ten"
        case .sevens: return "\(number) mod 7 is \(check)"
        case .weights(let weights):
            let sum = Self.weighted(Self.digits(serial) ?? [], weights)
            let turn = weights.prefix(3).map(String.init).joined(separator: ", ")
            return "weighted \(turn) in turn they make \(sum), and \(sum) mod 11 is \(sum % 11)"
        case .mod37: return "ISO 7064 MOD 37,36 gives \(check)"
        }
    }
}

extension CheckRule {
    static func digits(_ bytes: some Sequence<UInt8>) -> [Int]? {
        var digits: [Int] = []
        for byte in bytes {
            guard (0x30...0x39).contains(byte) else { return nil }
            digits.append(Int(byte - 0x30))
        }
        return digits
    }

    static func weighted(_ digits: some Sequence<Int>, _ weights: [Int]) -> Int {
        zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// The check digit of eight digits under S10 of the Universal Postal Union.
    static func s10(_ digits: some Sequence<Int>) -> Int {
        let rest = 11 - weighted(digits, s10Weights) % 11
        return rest == 10 ? 0 : rest == 11 ? 5 : rest
    }

    static let s10Weights = [8, 6, 4, 2, 3, 5, 9, 7]

    /// The digit that makes the sum a multiple of ten, every second digit from the right weighing three.
    private static func tens(_ digits: [Int]) -> Int {
        var sum = 0
        for (index, digit) in digits.reversed().enumerated() { sum += index % 2 == 0 ? digit * 3 : digit }
        return (10 - sum % 10) % 10
    }

    private static func doubled(_ bytes: ArraySlice<UInt8>) -> Int? {
        var sum = 0
        for (index, byte) in bytes.enumerated() {
            let value: Int
            switch byte {
            case 0x30...0x39: value = Int(byte - 0x30)
            case 0x41...0x5A: value = (Int(byte) - 63) % 10
            default: return nil
            }
            sum += index % 2 == 0 ? value : value * 2
        }
        return (10 - sum % 10) % 10
    }

    private static func mod37(_ bytes: ArraySlice<UInt8>) -> UInt8? {
        var product = 36
        for byte in bytes {
            let value: Int
            switch byte {
            case 0x30...0x39: value = Int(byte - 0x30)
            case 0x41...0x5A: value = Int(byte) - 55
            default: return nil
            }
            product += value
            if product > 36 { product -= 36 }
            product = product * 2 % 37
        }
        let check = (37 - product) % 36
        return UInt8(check < 10 ? check + 0x30 : check + 55)
    }

    private static func ascii(_ digit: Int) -> UInt8 { UInt8(digit + 0x30) }
}
