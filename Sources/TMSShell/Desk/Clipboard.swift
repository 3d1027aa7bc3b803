import Glibc
import TMSBase
public import TMSCommands

/// The clipboard of the person at the terminal: through the terminal itself, which works over a remote connection too, or
/// else by the first program for it that is there.
public struct Clipboard {
    /// The terminal, where there is one that can be told.
    private let terminal: Int32?
    private let variable: (String) -> String?

    /// Terminals drop what is longer.
    private static let mostForTerminal = 74_994

    /// That of the process.
    public init() {
        self.init(terminals: [STDOUT_FILENO, STDERR_FILENO]) { name in getenv(name).map { String(cString: $0) } }
    }

    /// - Parameter terminals: where a terminal may be; the first that is one is told.
    init(terminals: [Int32], variable: @escaping (String) -> String?) {
        self.variable = variable
        let speaks = !["", "dumb", "linux"].contains(variable("TERM") ?? "")
        terminal = speaks ? terminals.first { isatty($0) == 1 } : nil
    }

    public func put(_ text: String) throws(SessionRefusal) {
        let sequence = Array("\u{1B}]52;c;".utf8) + Base64.encoded(Array(text.utf8)) + [0x07]
        if let terminal, sequence.count <= Clipboard.mostForTerminal {
            guard Clipboard.write(sequence, to: terminal) else {
                throw SessionRefusal("the terminal cannot be written to")
            }
            return
        }
        guard let program = program else {
            throw SessionRefusal(
                terminal == nil ? "there is no clipboard here" : "this is too long for the clipboard of a terminal",
                hint: "in a terminal it goes through the terminal; elsewhere wl-copy, xclip or pbcopy is needed")
        }
        // A program that stays to hold the clipboard must not hold the output of tms open.
        guard let pipe = popen("\(program) >/dev/null 2>&1", "we") else {
            throw SessionRefusal("\(program) cannot be started")
        }
        let isWritten = Clipboard.write(Array(text.utf8), to: fileno(pipe))
        guard pclose(pipe) == 0, isWritten else { throw SessionRefusal("\(program) has failed") }
    }

    private var program: String? {
        func isSet(_ name: String) -> Bool { !(variable(name) ?? "").isEmpty }
        if isSet("WAYLAND_DISPLAY"), isThere("wl-copy") { return "wl-copy" }
        if isSet("DISPLAY"), isThere("xclip") { return "xclip -selection clipboard" }
        return isThere("pbcopy") ? "pbcopy" : nil
    }

    private func isThere(_ name: String) -> Bool {
        (variable("PATH") ?? "").split(separator: ":").contains { access("\($0)/\(name)", X_OK) == 0 }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var offset = 0
        return bytes.withUnsafeBytes { buffer in
            while offset < buffer.count {
                let sent = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
                if sent > 0 { offset += sent } else if errno != EINTR { return false }
            }
            return true
        }
    }
}

/// Bytes as text of 64 letters (RFC 4648).
enum Base64 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func encoded(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits = group.reduce(0) { $0 << 8 | Int($1) }
            bits <<= (3 - group.count) * 8
            for place in 0..<4 {
                let isFilled = place <= group.count
                text.append(isFilled ? letters[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return text
    }
}
