public import TMSRuntime
public import TMSSyntax

/// The paper results are written on.
public struct Presentation: Sendable {
    /// What was asked for with `--format`; `nil` is a table on a terminal and `plain` in a pipe.
    public var format: OutputFormat?
    public var isTerminal: Bool
    /// Columns of the terminal.
    public var width: Int
    public var colors: Bool
    /// Shows no results and no footers; `print` still speaks.
    public var isQuiet: Bool
    /// A person is at the prompt: rows are counted so that `@3` can name them.
    public var isInteractive: Bool
    /// For a screen reader: a line for each row and each field, nothing side by side.
    public var isFlat = false
    public var environment: Environment
    public var names: Names

    public init(
        format: OutputFormat? = nil, isTerminal: Bool = false, width: Int = 80, colors: Bool = false,
        isQuiet: Bool = false, isInteractive: Bool = false, environment: Environment, names: Names = Names()
    ) {
        self.format = format
        self.isTerminal = isTerminal
        self.width = max(width, 20)
        self.colors = colors
        self.isQuiet = isQuiet
        self.isInteractive = isInteractive
        self.environment = environment
        self.names = names
    }

    /// The format of a result that may ask for one of its own (`as card`).
    func format(for description: ResultDescription) -> OutputFormat {
        if let asked = description.format.flatMap({ OutputFormat(word: $0) }) { return asked }
        return format ?? (isTerminal ? .table : .plain)
    }
}

/// What codes are called: `4px` → `4PX`, `us` → `United States`.
public struct Names: Sendable {
    public var carrier: @Sendable (String) -> String?
    public var country: @Sendable (String) -> String?
    /// The page of a carrier that tells of a number; nil where there is none.
    public var page: @Sendable (_ carrier: String, _ number: String) -> String?

    public init(
        carrier: @escaping @Sendable (String) -> String? = { _ in nil },
        country: @escaping @Sendable (String) -> String? = { _ in nil },
        page: @escaping @Sendable (_ carrier: String, _ number: String) -> String? = { _, _ in nil }
    ) {
        self.page = page
        self.carrier = carrier
        self.country = country
    }
}
