/// Where two texts part, told so that it can be read in a test's log.
public struct Difference: Sendable, CustomStringConvertible {
    public let description: String

    public init(expected: String, found: String) {
        let left = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let right = found.split(separator: "\n", omittingEmptySubsequences: false)
        let common = zip(left, right).prefix { $0 == $1 }.count
        let tail = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
        let end = min(tail, left.count - common, right.count - common)
        var lines = left[max(common - 2, 0)..<common].map { "      \($0)" }
        lines += left[common..<(left.count - end)].map { "    - \($0)" }
        lines += right[common..<(right.count - end)].map { "    + \($0)" }
        description =
            "from line \(common + 1) (- as written, + as said; TMS_REWRITE=1 writes it down)\n"
            + lines.joined(separator: "\n")
    }
}
