import Synchronization

/// What colour a terminal writes on. The palette of eight colours is made for dark ones: on white yellow and cyan cannot be
/// read, and dark blue cannot on black.
public enum Background: String, Sendable, CaseIterable {
    case dark, light

    /// That of the terminal of this process; nil where nobody knows, and colours are as the terminal has them.
    public static var current: Background? {
        get { known.withLock { $0 } }
        set { known.withLock { $0 = newValue } }
    }

    private static let known = Mutex<Background?>(nil)

    /// What some terminals say in `COLORFGBG`: `15;0`, the number of the colour last.
    public init?(colorVariable text: String) {
        guard let number = text.split(separator: ";").last.flatMap({ Int($0) }) else { return nil }
        switch number {
        case 0...6, 8: self = .dark
        case 7, 9...15: self = .light
        default: return nil
        }
    }

    /// A colour of the palette that can be read on this background.
    func readable(_ color: Color) -> Color {
        switch (self, color) {
        case (.light, .yellow), (.light, .brightYellow): .palette(94)
        case (.light, .cyan), (.light, .brightCyan): .palette(30)
        case (.light, .green), (.light, .brightGreen): .palette(28)
        case (.light, .magenta), (.light, .brightMagenta): .palette(90)
        case (.light, .white), (.light, .brightWhite): .black
        case (.dark, .blue): .palette(75)
        case (.dark, .black): .brightBlack
        default: color
        }
    }
}
