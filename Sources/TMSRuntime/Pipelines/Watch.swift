/// Looks up from work on a whole set of rows to see whether it was interrupted: a step that must see all rows does much
/// between two turns of the program.
struct Watch {
    var interruption: Interruption?
    /// What the host of the machine has to do now and then.
    var meanwhile: (() -> Void)?

    /// - Parameter turn: counts the pieces of work; only one in many is worth a look.
    @inline(__always)
    func look(_ turn: Int) throws(Fault) {
        guard turn & 1_023 == 0 else { return }
        if interruption?.isSet == true { throw .interrupted }
        meanwhile?()
    }

    /// Empties an array that nobody else holds, from its end. Interrupted, it holds what is left.
    func release<Element>(_ elements: inout [Element]) throws(Fault) {
        while !elements.isEmpty {
            try look(0)
            elements.removeLast(min(elements.count, 1_024))
        }
        elements = []
    }

    /// Sorts in place. Interrupted, the elements stand in no order anybody should use.
    func sort<Element>(_ elements: inout [Element], by isBefore: (Element, Element) -> Bool) throws(Fault) {
        var turn = 0
        do {
            try elements.sort { left, right in
                turn &+= 1
                try look(turn)
                return isBefore(left, right)
            }
        } catch {
            // Nothing else can be thrown in there.
            throw .interrupted
        }
    }
}
