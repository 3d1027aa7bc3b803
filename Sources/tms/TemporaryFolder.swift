import Glibc

/// A folder that is made for something and taken away again.
struct TemporaryFolder {
    let path: String

    /// Where such folders are made.
    static var parent: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

    /// nil where none can be made, which `errno` explains.
    init?(for purpose: String) {
        var pattern = Array("\(Self.parent)/tms-\(purpose)-XXXXXX".utf8CString)
        guard mkdtemp(&pattern) != nil else { return nil }
        path = String(decoding: pattern.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    func remove() { FolderWalk.remove(path) }
}
