/// How a piece of text looks on a terminal. The default is the terminal's own look.
public struct Style: Sendable, Hashable {
    public var foreground: Color?
    public var background: Color?
    public var attributes: Attributes

    public static let plain = Style()
    public static let bold = Style(attributes: .bold)
    public static let dim = Style(attributes: .dim)
    public static let underline = Style(attributes: .underline)
    public static let reverse = Style(attributes: .reverse)

    public init(foreground: Color? = nil, background: Color? = nil, attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    public init(_ foreground: Color, _ attributes: Attributes = []) {
        self.init(foreground: foreground, attributes: attributes)
    }

    /// The escape sequence that turns the style on, starting from the plain look; empty for the plain style.
    public var sequence: String {
        var codes = attributes.codes
        if let foreground {
            let color = Background.current?.readable(foreground) ?? foreground
            codes.append(color.code(base: 30, extended: "38"))
        }
        if let background { codes.append(background.code(base: 40, extended: "48")) }
        return codes.isEmpty ? "" : "\u{1B}[\(codes.joined(separator: ";"))m"
    }

    /// `text` in this style, or as it is when `colors` is off.
    public func apply(to text: String, colors: Bool = true) -> String {
        guard colors, self != .plain, !text.isEmpty else { return text }
        return sequence + text + Style.reset
    }

    /// The escape sequence that goes back to the plain look.
    public static let reset = "\u{1B}[0m"

    public struct Attributes: OptionSet, Sendable, Hashable {
        public let rawValue: UInt8

        public init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        public static let bold = Attributes(rawValue: 1)
        public static let dim = Attributes(rawValue: 2)
        public static let italic = Attributes(rawValue: 4)
        public static let underline = Attributes(rawValue: 8)
        public static let reverse = Attributes(rawValue: 16)

        fileprivate var codes: [String] {
            let all: [(Attributes, String)] = [
                (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
            ]
            return all.filter { contains($0.0) }.map(\.1)
        }
    }
}

/// A colour of the terminal's palette, or an exact one.
public enum Color: Sendable, Hashable {
    case black, red, green, yellow, blue, magenta, cyan, white
    case brightBlack, brightRed, brightGreen, brightYellow, brightBlue, brightMagenta, brightCyan, brightWhite
    case palette(UInt8)
    case rgb(UInt8, UInt8, UInt8)

    func code(base: Int, extended: String) -> String {
        switch self {
        case .black: "\(base)"
        case .red: "\(base + 1)"
        case .green: "\(base + 2)"
        case .yellow: "\(base + 3)"
        case .blue: "\(base + 4)"
        case .magenta: "\(base + 5)"
        case .cyan: "\(base + 6)"
        case .white: "\(base + 7)"
        case .brightBlack: "\(base + 60)"
        case .brightRed: "\(base + 61)"
        case .brightGreen: "\(base + 62)"
        case .brightYellow: "\(base + 63)"
        case .brightBlue: "\(base + 64)"
        case .brightMagenta: "\(base + 65)"
        case .brightCyan: "\(base + 66)"
        case .brightWhite: "\(base + 67)"
        case .palette(let index): "\(extended);5;\(index)"
        case .rgb(let red, let green, let blue): "\(extended);2;\(red);\(green);\(blue)"
        }
    }
}
