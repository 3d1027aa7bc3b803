/// Where bytes stop being UTF-8, and what they may be.
public struct TextFault {
    /// From 1.
    public let line: Int
    public let notes: [String]

    /// - Parameter bytes: some that are not UTF-8.
    public init(_ bytes: [UInt8]) {
        (line, notes) = bytes.withUnsafeBufferPointer { buffer in
            let fault = UTF8Text.firstFault(in: buffer, from: 0, to: buffer.count) ?? 0
            let line = 1 + buffer[..<fault].count { $0 == UInt8(ascii: "\n") }
            let guess = EncodingGuess(buffer, at: fault)
            guard let name = guess.names.first, let reading = guess.reading else { return (line, []) }
            return (line, ["in \(name) the line reads: \(reading)"])
        }
    }
}
