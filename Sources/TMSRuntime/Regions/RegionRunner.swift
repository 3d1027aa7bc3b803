/// Runs the integer regions of a program, for one machine.
final class RegionRunner {
    private let regions: [IntegerRegion]
    private let integers: UnsafeMutablePointer<Int>
    private let capacity: Int
    /// Turns of the loop before a region is tried again, one a region: a loop that goes round a few times only, or
    /// holds other values than integers, should not pay for trying.
    private let patience: UnsafeMutablePointer<Int>
    private static let turnsBeforeTrying = 16
    private static let turnsBeforeTryingAgain = 256

    init(_ regions: [IntegerRegion]) {
        self.regions = regions
        capacity = (regions.compactMap(\.registers.last).max() ?? 0) + 1
        integers = .allocate(capacity: capacity)
        integers.initialize(repeating: 0, count: capacity)
        patience = .allocate(capacity: max(1, regions.count))
        patience.initialize(repeating: Self.turnsBeforeTrying, count: max(1, regions.count))
    }

    deinit {
        integers.deallocate()
        patience.deallocate()
    }

    /// Runs region `number`, counted from 1, from its beginning, if it is worth trying and every register it touches
    /// holds an integer.
    ///
    /// - Parameter budget: backward jumps that may be taken.
    /// - Returns: The instruction at which the machine goes on, or `nil` if the region was not entered.
    @inline(__always)
    func run(_ number: UInt16, _ registers: UnsafeMutablePointer<Value>, _ budget: inout Int) -> Int? {
        let place = Int(number) - 1
        if patience[place] > 0 {
            patience[place] &-= 1
            return nil
        }
        return enter(place, registers, &budget)
    }

    @inline(never)
    private func enter(_ place: Int, _ registers: UnsafeMutablePointer<Value>, _ budget: inout Int) -> Int? {
        let region = regions[place]
        for register in region.registers {
            guard case .integer(let number) = registers[register] else {
                patience[place] = Self.turnsBeforeTryingAgain
                return nil
            }
            integers[register] = number
        }
        let end = execute(region, integers, &budget)
        for register in region.registers { registers[register] = .integer(integers[register]) }
        if region.code[end].operation.isArithmetic { patience[place] = Self.turnsBeforeTryingAgain }
        return region.origins[end]
    }

    /// Returns the place of the instruction that the machine has to do itself.
    private func execute(_ region: IntegerRegion, _ x: UnsafeMutablePointer<Int>, _ steps: inout Int) -> Int {
        region.code.withUnsafeBufferPointer { code in
            var budget = steps
            defer { steps = budget }
            var pc = 0
            // Every `break` out of the switch leaves before the instruction at `pc - 1`.
            execution: while true {
                let i = code[pc]
                pc &+= 1
                switch i.operation {
                case .move: x[Int(i.a)] = x[Int(i.b)]
                case .constant: x[Int(i.a)] = region.constants[Int(i.b)]
                case .add:
                    let (sum, overflow) = x[Int(i.b)].addingReportingOverflow(x[Int(i.c)])
                    if overflow { break execution }
                    x[Int(i.a)] = sum
                case .subtract:
                    let (difference, overflow) = x[Int(i.b)].subtractingReportingOverflow(x[Int(i.c)])
                    if overflow { break execution }
                    x[Int(i.a)] = difference
                case .multiply:
                    let (product, overflow) = x[Int(i.b)].multipliedReportingOverflow(by: x[Int(i.c)])
                    if overflow { break execution }
                    x[Int(i.a)] = product
                case .remainder:
                    let divisor = x[Int(i.c)]
                    if divisor <= 0 { break execution }
                    x[Int(i.a)] = x[Int(i.b)] % divisor
                case .remainderImmediate: x[Int(i.a)] = x[Int(i.b)] % Int(i.c)
                case .addImmediate:
                    let (sum, overflow) = x[Int(i.b)].addingReportingOverflow(Int(i.c))
                    if overflow { break execution }
                    x[Int(i.a)] = sum

                case .jump: pc = Int(i.a)
                case .jumpIfLess: if x[Int(i.b)] < x[Int(i.c)] { pc = Int(i.a) }
                case .jumpIfLessOrEqual: if x[Int(i.b)] <= x[Int(i.c)] { pc = Int(i.a) }
                case .jumpIfEqual: if x[Int(i.b)] == x[Int(i.c)] { pc = Int(i.a) }
                case .jumpUnlessEqual: if x[Int(i.b)] != x[Int(i.c)] { pc = Int(i.a) }
                case .jumpIfAtMost: if x[Int(i.b)] <= Int(i.c) { pc = Int(i.a) }
                case .jumpIfAtLeast: if x[Int(i.b)] >= Int(i.c) { pc = Int(i.a) }
                case .jumpIfNumber: if x[Int(i.b)] == Int(i.c) { pc = Int(i.a) }
                case .jumpUnlessNumber: if x[Int(i.b)] != Int(i.c) { pc = Int(i.a) }

                case .loop:
                    guard budget > 1 else { break execution }
                    budget &-= 1
                    pc = Int(i.a)
                case .loopIfLess:
                    guard budget > 1 else { break execution }
                    if x[Int(i.b)] < x[Int(i.c)] { (pc, budget) = (Int(i.a), budget &- 1) }
                case .loopIfLessOrEqual:
                    guard budget > 1 else { break execution }
                    if x[Int(i.b)] <= x[Int(i.c)] { (pc, budget) = (Int(i.a), budget &- 1) }
                case .loopIfEqual:
                    guard budget > 1 else { break execution }
                    if x[Int(i.b)] == x[Int(i.c)] { (pc, budget) = (Int(i.a), budget &- 1) }
                case .loopUnlessEqual:
                    guard budget > 1 else { break execution }
                    if x[Int(i.b)] != x[Int(i.c)] { (pc, budget) = (Int(i.a), budget &- 1) }
                case .loopIfAtMost:
                    guard budget > 1 else { break execution }
                    if x[Int(i.b)] <= Int(i.c) { (pc, budget) = (Int(i.a), budget &- 1) }
                case .loopIfAtLeast:
                    guard budget > 1 else { break execution }
                    if x[Int(i.b)] >= Int(i.c) { (pc, budget) = (Int(i.a), budget &- 1) }
                case .loopIfNumber:
                    guard budget > 1 else { break execution }
                    if x[Int(i.b)] == Int(i.c) { (pc, budget) = (Int(i.a), budget &- 1) }
                case .loopUnlessNumber:
                    guard budget > 1 else { break execution }
                    if x[Int(i.b)] != Int(i.c) { (pc, budget) = (Int(i.a), budget &- 1) }

                case .rangeStart:
                    let range = x + Int(i.b)
                    range[2] = range[0]
                    x[Int(i.c)] = range[0]
                    if range[0] > range[1] { pc = Int(i.a) }
                case .rangeNext:
                    let at = x[Int(i.b)]
                    if at < x[Int(i.b) + 1] {
                        guard budget > 1 else { break execution }
                        budget &-= 1
                        x[Int(i.b)] = at &+ 1
                        x[Int(i.c)] = at &+ 1
                        pc = Int(i.a)
                    }
                case .endLoop: if x[Int(i.a)] != 0 { break execution }
                case .leave: break execution
                }
            }
            return pc - 1
        }
    }
}
