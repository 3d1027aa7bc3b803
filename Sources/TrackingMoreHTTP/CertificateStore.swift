internal import Glibc

/// The certificate authorities to trust.
enum CertificateStore {
    /// One file with all of them.
    case bundle(String)
    /// A directory with one file each, named by hash: read as needed, where a bundle is parsed whole (45 ms).
    case directory(String)
    /// Whatever libcurl was built with.
    case libraryDefault

    /// What the environment names, else the system's directory where it is hashed.
    static let current: CertificateStore = {
        for name in ["CURL_CA_BUNDLE", "SSL_CERT_FILE"] {
            if let path = environment(name) { return .bundle(path) }
        }
        if let path = environment("SSL_CERT_DIR") { return .directory(path) }
        let system = "/etc/ssl/certs"
        return isHashed(system) ? .directory(system) : .libraryDefault
    }()

    private static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The links named by hash end in `.0`; without them the directory is of no use to OpenSSL.
    private static func isHashed(_ path: String) -> Bool {
        guard let handle = opendir(path) else { return false }
        defer { closedir(handle) }
        while let entry = readdir(handle) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasSuffix(".0") { return true }
        }
        return false
    }
}
