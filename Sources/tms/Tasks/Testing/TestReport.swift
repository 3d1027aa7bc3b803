import TMSBase
import TMSShell

/// What `tms test` says, in one of three forms.
struct TestReport {
    private let form: Options.TestPlan.Form
    private let output: OutputBuffer

    init(_ form: Options.TestPlan.Form, _ output: OutputBuffer) {
        self.form = form
        self.output = output
    }

    func begin(count: Int) {
        guard form == .tap else { return }
        output.foreignLine("TAP version 14")
        output.foreignLine("1..\(count)")
    }

    /// Told as it ends; JUnit has to know all first.
    func add(_ outcome: ScriptOutcome, number: Int) {
        switch form {
        case .text:
            output.foreignLine("\(outcome.passed ? "ok  " : "FAIL")  \(outcome.path)  \(outcome.seconds.asSeconds) s")
            if !outcome.passed {
                output.foreignLine("      \(outcome.reason)")
                for line in lines(outcome.output) { output.foreignLine("      \(line)") }
            }
        case .tap:
            output.foreignLine("\(outcome.passed ? "ok" : "not ok") \(number) - \(outcome.path.escapedForTAP)")
            if !outcome.passed {
                output.foreignLine("  ---")
                output.foreignLine("  message: \"\(outcome.reason)\"")
                output.foreignLine("  status: \(outcome.status)")
                // The number says how far the block is set in, whatever its first line begins with.
                output.foreignLine("  output: |2")
                for line in lines(outcome.output) { output.foreignLine("    \(line.withoutControls)") }
                output.foreignLine("  ...")
            }
        case .junit: break
        }
        output.flush()
    }

    func end(_ outcomes: [ScriptOutcome]) {
        let failed = outcomes.count { !$0.passed }
        let seconds = outcomes.reduce(0) { $0 + $1.seconds }.asSeconds
        switch form {
        case .text:
            let noun = outcomes.count == 1 ? "script" : "scripts"
            output.foreignLine(
                "\(outcomes.count) \(noun): \(outcomes.count - failed) passed, \(failed) failed · \(seconds) s")
        case .tap: break
        case .junit:
            output.foreignLine("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
            let counts = "tests=\"\(outcomes.count)\" failures=\"\(failed)\" time=\"\(seconds)\""
            output.foreignLine("<testsuites \(counts)>")
            output.foreignLine("  <testsuite name=\"tms\" \(counts)>")
            outcomes.forEach(element)
            output.foreignLine("  </testsuite>")
            output.foreignLine("</testsuites>")
        }
    }

    private func element(_ outcome: ScriptOutcome) {
        let name = outcome.path.escapedForXML
        let head = "    <testcase classname=\"tms\" name=\"\(name)\" time=\"\(outcome.seconds.asSeconds)\""
        guard !outcome.passed else { return output.foreignLine(head + "/>") }
        output.foreignLine(head + ">")
        let message = outcome.reason.escapedForXML
        output.foreignLine("      <failure message=\"\(message)\">\(outcome.output.escapedForXML)</failure>")
        output.foreignLine("    </testcase>")
    }

    private func lines(_ text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(text.hasSuffix("\n") ? 1 : 0)
    }
}

extension Double {
    /// Seconds with three digits behind the point.
    fileprivate var asSeconds: String {
        let thousandths = Int((self * 1000).rounded())
        let rest = String(thousandths % 1000)
        return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
    }
}

extension Substring {
    /// Without what YAML cannot hold as it stands.
    fileprivate var withoutControls: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0.value < 0x20 && $0 != "\t" ? "\u{FFFD}" : $0 }))
    }
}

extension String {
    /// `#` and `\` mean something in a TAP line.
    fileprivate var escapedForTAP: String {
        replacing("\\", with: "\\\\").replacing("#", with: "\\#")
    }

    /// Without the control characters that XML cannot hold.
    fileprivate var escapedForXML: String {
        var result = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
            default:
                let isAllowed = scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
                result.unicodeScalars.append(isAllowed ? scalar : "\u{FFFD}")
            }
        }
        return result
    }
}
