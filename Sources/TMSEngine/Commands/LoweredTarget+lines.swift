import TMSCommands
import TMSRuntime

extension LoweredTarget {
    /// The line of the file that it was read from.
    fileprivate var line: Int? {
        switch self {
        case .call(let call): call.row?.origin?.line
        case .failed(let failure): failure.row?.origin?.line
        }
    }
}

extension [LoweredTarget] {
    /// The targets of rows that could be read, with those that could not, in the order of their lines.
    func merged(with unreadable: [Failure]) -> [LoweredTarget] {
        guard !unreadable.isEmpty else { return self }
        var merged: [LoweredTarget] = []
        var rest = unreadable.map { LoweredTarget.failed($0) }[...]
        for target in self {
            if let line = target.line {
                while (rest.first?.line).map({ $0 < line }) ?? false { merged.append(rest.removeFirst()) }
            }
            merged.append(target)
        }
        return merged + rest
    }
}
