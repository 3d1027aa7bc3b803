import Glibc

/// Why a call of the operating system failed.
public struct SystemError: Error, Sendable, Equatable {
    /// As `errno` has it.
    public let code: Int32

    public init(code: Int32) { self.code = code }

    /// That of the call made just before.
    public static var last: SystemError { SystemError(code: errno) }

    /// In words, without a capital: `permission denied`.
    public var reason: String { String(cString: strerror(code)).lowercased() }
}

/// Why a file could not be read.
public struct FileProblem: Error {
    /// `no such file`.
    public var reason: String
    public var isMissing: Bool
}
