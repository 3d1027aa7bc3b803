import TMSBase
public import TMSEngine
public import TMSRuntime
import TMSSyntax

/// Writes one result in one format.
protocol ResultWriter {
    /// One row. Answers whether further rows are wanted.
    mutating func row(_ value: Value, to output: OutputBuffer) -> Bool
    /// All rows have come.
    mutating func end(_ facts: RunFacts, to output: OutputBuffer)
    /// What is to be said of the result beside it; asked for at the end.
    var remark: Diagnostic? { get }
    /// Whether each row stands beside a number by which a person names it; asked for at the end.
    var numbersRows: Bool { get }
    /// Lines at the top and cells at the left that stay when it is read in a pager; asked for at the end.
    var margins: (headings: Int, fixed: Int) { get }
}

extension ResultWriter {
    var remark: Diagnostic? { nil }
    var numbersRows: Bool { false }
    var margins: (headings: Int, fixed: Int) { (0, 0) }
}

/// What is known of a result beside its rows, for the footer.
public struct RunFacts: Sendable {
    /// Calls the result cost; `nil` says nothing about calls.
    public var calls: Int?
    /// The list it comes from, if it is one.
    public var listing: CallStatistics.Listing?
    /// Seconds since the oldest answer was fetched.
    public var age: Int?
    /// What the run says of the result's rows.
    public var end: ResultEnd
    /// The zone of the dates the query speaks of.
    public var zone: String?

    public init(
        calls: Int? = nil, listing: CallStatistics.Listing? = nil, age: Int? = nil, end: ResultEnd = ResultEnd(),
        zone: String? = nil
    ) {
        self.calls = calls
        self.listing = listing
        self.age = age
        self.end = end
        self.zone = zone
    }
}

extension ResultEnd {
    /// `2 of 15 shown`, where a write was done for more rows than are looked at.
    func shown(_ count: Int, _ choice: ColumnChoice) -> String? {
        guard let written, written > count, choice.isWrite else { return nil }
        return "\(Count.text(count)) of \(Count.text(written)) shown"
    }
}
