import Glibc

/// Whole files, read at once.
public enum FileReading {
    /// Larger texts are no scripts.
    public static let limit = 64 << 20

    /// The bytes of a file; `-` is standard input.
    public static func bytes(_ path: String, limit: Int = limit) throws(FileProblem) -> [UInt8] {
        guard path != "-" else { return try bytes(from: STDIN_FILENO, limit: limit) }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw problem(errno) }
        defer { close(descriptor) }
        return try bytes(from: descriptor, limit: limit)
    }

    public static func bytes(from descriptor: Int32, limit: Int = limit) throws(FileProblem) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw problem(errno)
            }
            bytes.append(contentsOf: chunk.prefix(count))
            guard bytes.count <= limit else {
                throw FileProblem(reason: "it is larger than \(limit >> 20) MB", isMissing: false)
            }
        }
    }

    private static func problem(_ code: Int32) -> FileProblem {
        switch code {
        case ENOENT, ENOTDIR: FileProblem(reason: "there is no such file", isMissing: true)
        case EACCES: FileProblem(reason: "reading it is not allowed", isMissing: false)
        case EISDIR: FileProblem(reason: "it is a folder", isMissing: false)
        default: FileProblem(reason: String(cString: strerror(code)).lowercased(), isMissing: false)
        }
    }
}
