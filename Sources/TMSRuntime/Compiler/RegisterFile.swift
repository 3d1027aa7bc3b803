/// The registers in the frame of one function, and the names that stand for them while it is being compiled.
final class RegisterFile {
    /// The frame of the program itself, whose outermost names all functions see.
    let isOutermost: Bool
    private var scopes: [[String: Int]] = [[:]]
    /// How the columns of the rows in a register come to be, for names bound to a pipeline.
    var headers: [Int: HeaderPlan] = [:]
    private var next = 0
    private var reserved: Set<Int> = []
    /// How many registers the frame needs.
    private(set) var count = 0
    /// How many objects: collectors, and what `unique` and `join` have met.
    private(set) var objectCount = 0

    init(isOutermost: Bool) { self.isOutermost = isOutermost }

    /// Registers that follow each other and are free until `release(to:)` an earlier mark.
    ///
    /// - Returns: the first.
    func take(_ wanted: Int = 1) -> Int {
        var first = next
        while let taken = reserved.first(where: { (first..<first + wanted).contains($0) }) { first = taken + 1 }
        next = first + wanted
        count = max(count, next)
        return first
    }

    var mark: Int { next }
    func release(to mark: Int) { next = mark }

    func object() -> Int {
        objectCount += 1
        return objectCount - 1
    }
}

// MARK: Names

extension RegisterFile {
    /// Whether what is compiled stands in no block and in no definition.
    var isAtTopLevel: Bool { isOutermost && scopes.count == 1 }

    /// Runs with names of its own.
    func scoped(_ body: () -> Void) {
        let mark = next
        scopes.append([:])
        body()
        scopes.removeLast()
        next = mark
    }

    /// Runs as a definition does: with no names around it but the outermost, and then with names of its own.
    func alone(_ body: () -> Void) {
        let around = scopes
        scopes = [isOutermost ? around[0] : [:], [:]]
        body()
        // What was new among the outermost names stays.
        scopes = (isOutermost ? [scopes[0]] : [around[0]]) + around.dropFirst()
    }

    /// The register of a name declared here; the same again if this scope has it.
    func declare(_ name: String) -> Int {
        if let register = own(name) { return register }
        let register = take()
        scopes[scopes.count - 1][name] = register
        return register
    }

    /// The register of a name if this very scope has it.
    func own(_ name: String) -> Int? { scopes[scopes.count - 1][name] }

    func bind(_ name: String, to register: Int) {
        scopes[scopes.count - 1][name] = register
        headers[register] = nil
    }

    func local(_ name: String) -> Int? {
        for scope in scopes.reversed() {
            if let register = scope[name] { return register }
        }
        return nil
    }

    /// Names of the outermost scope.
    var globals: [String: Int] { scopes[0] }

    /// The register, in the outermost frame, of a name that lives outside of all functions. A name not declared yet
    /// is one from an earlier line of the shell.
    func global(_ name: String) -> Int {
        if let register = scopes[0][name] { return register }
        // Above every temporary so far, and kept from those to come.
        let register = count
        count += 1
        reserved.insert(register)
        scopes[0][name] = register
        return register
    }
}
