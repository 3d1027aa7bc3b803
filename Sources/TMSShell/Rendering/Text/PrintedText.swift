import TMSCommands
import TMSRuntime

/// A value as one cell of text: as `print` shows it, except that what is nested becomes compact JSON.
enum PrintedText {
    /// As a cell for programs: a duration is a number of days.
    static func cell(_ value: Value, _ environment: Environment) -> String {
        if case .duration = value { value.cellText } else { of(value, environment) }
    }

    static func of(_ value: Value, _ environment: Environment) -> String {
        switch value {
        case .text(let text): text.string
        case .list, .record: JSONText.of(value, environment)
        default: value.text(in: environment)
        }
    }
}
