import TMSSyntax

// `plan`, `explain` and `curl` belong to a fiber while it runs: the program is the same under each of them.
extension Machine {
    /// A statement under a word begins: the word holds until its end, in what is called too.
    ///
    /// - Returns: what is asked for where no other word holds, so that the calls it makes are gathered.
    func beginPrefix(_ i: Instruction, _ registers: Registers) -> Effect? {
        let outer = fiber.prefix
        registers[Int(i.a)] = outer.map { .integer($0.place) } ?? .nothing
        fiber.prefix = StatementSyntax.Prefix(at: Int(i.b))
        return outer == nil && i.flag == 1 ? .prefixBegins : nil
    }

    /// A statement under a word is over: the word around it holds again.
    ///
    /// - Parameters:
    ///   - outer: what the register of the statement keeps.
    ///   - isOutside: it stands outside of loops and definitions.
    func endPrefix(_ outer: Value, _ isOutside: Bool) -> Effect? {
        fiber.prefix = if case .integer(let place) = outer { StatementSyntax.Prefix(at: place) } else { nil }
        return isOutside && fiber.prefix == nil ? .prefixEnds : nil
    }

    /// How a result of the program looks, under the word that holds.
    func description(_ place: Int) -> ResultDescription {
        var description = program.descriptions[place]
        guard let prefix = fiber.prefix else { return description }
        description.prefix = prefix
        description.isToBeDone = false
        return description
    }
}

extension StatementSyntax.Prefix {
    /// Its index among all of them, which stands in instructions and registers.
    var place: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.endIndex }

    init?(at place: Int) {
        guard Self.allCases.indices.contains(place) else { return nil }
        self = Self.allCases[place]
    }

    /// Rows of the service are not read under it; a plan reads them.
    var onlyDescribes: Bool { self != .plan }
}
