/// What kind of thing went wrong: `$error.kind`.
public enum FailureKind: String, Sendable, CaseIterable {
    /// Something was asked for in a way that cannot be done.
    case usage
    /// A value that does not fit.
    case value
    /// The service refused.
    case refused
    /// The service could not be reached, or its answer could not be read.
    case network
    /// A write may have arrived, and nobody knows.
    case doubt
    /// A file could not be read or written.
    case file
    /// The carrier of a parcel is not known, or there are several.
    case carrier
    /// The account has other values than those that were sent or expected.
    case different
    /// An `expect` did not hold.
    case expectation
    /// The script said `fail`.
    case fail
    /// Some rows failed.
    case partial
    /// A bound of the script or of tms was met.
    case limit
    /// It was stopped.
    case cancelled
    /// A person did not say yes.
    case consent
    /// The file says `read only`.
    case promise
    /// What is sent could not be written down.
    case journal
    /// A mistake in tms.
    case `internal`

    /// Nothing was begun because of it, so no row is left over.
    public var isBeforeAll: Bool { self == .consent || self == .promise }
}
