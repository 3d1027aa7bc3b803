import TMSRuntime

/// One array of all rows, a row a line.
struct JSONWriter: ResultWriter {
    let environment: Environment
    private var count = 0

    init(environment: Environment) {
        self.environment = environment
    }

    mutating func row(_ value: Value, to output: OutputBuffer) -> Bool {
        output.appendForeign { bytes in
            bytes.append(contentsOf: (count == 0 ? "[\n" : ",\n").utf8)
            JSONText.write(value, environment, to: &bytes)
        }
        count += 1
        return true
    }

    mutating func end(_ facts: RunFacts, to output: OutputBuffer) {
        output.write(count == 0 ? "[]\n" : "\n]\n")
    }
}

/// A row a line, written as it comes.
struct JSONLinesWriter: ResultWriter {
    let environment: Environment

    mutating func row(_ value: Value, to output: OutputBuffer) -> Bool {
        output.appendForeign { bytes in
            JSONText.write(value, environment, to: &bytes)
            bytes.append(UInt8(ascii: "\n"))
        }
        return true
    }

    mutating func end(_ facts: RunFacts, to output: OutputBuffer) {}
}
