public import TMSSyntax

/// How the text of a cell is read where a date or a number is asked of it, as the script says of the file. The text
/// itself stays as it stands, so that no identifier is damaged.
public struct CellReading: Sendable, Hashable {
    public var dates: DateOrder?
    public var decimals: DecimalMark?

    public init(dates: DateOrder? = nil, decimals: DecimalMark? = nil) {
        self.dates = dates
        self.decimals = decimals
    }

    public var isPlain: Bool { dates == nil && decimals == nil }
}
