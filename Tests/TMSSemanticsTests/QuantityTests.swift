import TMSSemantics
import Testing

struct QuantityTests {
    private let rows = Quantity(.rows(of: "a.csv"))
    private let pages = Quantity(.pages(of: "list"))

    @Test func `sums and products read as sentences`() {
        #expect(
            (Quantity(4) + pages + rows).words(.init("call", "calls"))
                == "4 calls, the pages of list and the rows of a.csv")
        #expect((rows * Quantity(2)).words() == "2 for each row of a.csv")
        #expect((rows * pages).words() == "1 for each page of list and row of a.csv")
        #expect(Quantity(1).words(.init("call", "calls")) == "1 call")
        #expect(Quantity.none.words() == "none")
        #expect((rows + pages).batches(of: 40).words() == "1 for every 40 of the pages of list and the rows of a.csv")
    }

    @Test func `the larger is taken thing by thing`() {
        #expect((Quantity(3) + rows).or(Quantity(2) + pages).words() == "3, the pages of list and the rows of a.csv")
    }

    @Test func `what the run counts can be filled in`() {
        let sum = (Quantity(4) + rows * Quantity(3) + rows.batches(of: 40))
        #expect(sum.number { $0 == .rows(of: "a.csv") ? 41 : nil } == 4 + 123 + 2)
        #expect((sum + pages).number { $0 == .rows(of: "a.csv") ? 41 : nil } == nil)
    }

    @Test func `none stays none, and what overflows has no bound`() {
        #expect((rows * .none).isNone)
        #expect((Quantity(.max) + Quantity(1)).boundlessness != nil)
        #expect((Quantity(.max) * Quantity(2)).boundlessness != nil)
        #expect((Quantity(.max) * Quantity(2)).capped(at: 7).number == 7)
        #expect(Quantity(81).batches(of: 40).number == 3)
    }

    @Test func `a sum of very many things is given up rather than told`() {
        var sum = Quantity.none
        for number in 0..<2_000 { sum += Quantity(.rows(of: "\(number).csv")) }
        #expect(sum.boundlessness != nil)
    }
}
