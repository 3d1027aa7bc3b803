/// A page for `man`, in the macros of man(7).
struct Roff {
    private(set) var lines: [String] = []

    init(name: String, section: Int, source: String, manual: String) {
        lines = [".TH \(name.uppercased()) \(section) \"\" \"\(source)\" \"\(manual)\""]
    }

    var text: String { lines.joined(separator: "\n") + "\n" }

    mutating func comment(_ text: String) { lines.insert(".\\\" " + text, at: 0) }

    mutating func section(_ title: String) { lines.append(".SH \(title)") }

    mutating func subsection(_ title: String) { lines.append(".SS \(Self.escaped(title))") }

    /// A line of the page as it is written.
    mutating func line(_ text: String) { lines.append(text) }

    /// A blank line in it begins a paragraph; its other lines stay lines.
    mutating func prose(_ text: String) {
        for paragraph in text.split(separator: "\n\n") {
            for (index, line) in paragraph.split(separator: "\n").enumerated() {
                lines += [index == 0 ? ".PP" : ".br", Self.line(String(line))]
            }
        }
    }

    /// Lines that are typed, as they are.
    mutating func example(_ text: String) {
        lines += [".PP", ".RS 4", ".nf"] + text.split(separator: "\n").map { Self.line(String($0)) } + [".fi", ".RE"]
    }

    /// A term in bold and what it is; `value` is what stands for a value of it.
    mutating func entry(_ term: String, value: String? = nil, _ text: String) {
        let placeholder = value.map { " \\fI\(Self.escaped($0))\\fR" } ?? ""
        lines += [".TP", "\\fB\(Self.escaped(term))\\fR\(placeholder)", Self.line(text)]
    }

    /// What stands between backquotes is bold.
    private static func line(_ text: String) -> String {
        let parts = text.split(separator: "`", omittingEmptySubsequences: false).map { escaped(String($0)) }
        let styled = parts.enumerated().map { $0.isMultiple(of: 2) ? $1 : "\\fB\($1)\\fR" }.joined()
        return styled.hasPrefix(".") || styled.hasPrefix("'") ? "\\&" + styled : styled
    }

    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "\\": "\\e"
            case "-": "\\-"
            case "'": "\\(aq"
            case "^": "\\(ha"
            case "~": "\\(ti"
            case "…": "..."
            case _ where scalar.isASCII: String(scalar)
            default: "\\[u\(String(scalar.value, radix: 16, uppercase: true))]"
            }
        }.joined()
    }
}
