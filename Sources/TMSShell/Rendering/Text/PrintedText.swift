import TMSRuntime

/// A value as one cell of text: as `print` shows it, except that what is nested becomes compact JSON.
enum PrintedText {
    static func of(_ value: Value, _ environment: Environment) -> String {
        switch value {
        case .text(let text): text.string
        case .list, .record: JSONText.of(value, environment)
        default: value.text(in: environment)
        }
    }
}
