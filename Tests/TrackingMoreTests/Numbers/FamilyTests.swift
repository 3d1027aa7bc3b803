import Testing

@testable import TrackingMore

@Suite struct `The families of numbers` {
    @Test func `find nineteen of twenty valid numbers, blanks and all`() throws {
        let valid = FamilyTable.rows.filter(\.isValid)
        var missed: [String] = []
        for row in valid {
            let number = try TrackingNumber.read(row.number).number
            let guesses = TrackingNumber(number).guesses
            let isFound = guesses.contains { row.carrier.isEmpty || ($0.carrier ?? "").hasPrefix(row.carrier) }
            if !isFound { missed.append("\(row.family): \(row.number)") }
        }
        #expect(valid.count == 142)
        #expect(missed.count * 20 <= valid.count, "\(missed)")
    }

    @Test func `never call an invalid number of theirs likely or certain`() {
        for row in FamilyTable.rows where !row.isValid && !row.carrier.isEmpty {
            guard let number = try? TrackingNumber.read(row.number).number else { continue }
            // A number may be no one of this family and one of another family of the same carrier.
            for guess in TrackingNumber(number).guesses where (guess.carrier ?? "").hasPrefix(row.carrier) {
                #expect(guess.fits == true || guess.confidence < .likely, "\(row.family): \(row.number)")
                #expect(guess.confidence < .certain, "\(row.family): \(row.number)")
            }
        }
    }

    /// One digit of a number changed: what has a check digit sees it.
    @Test func `see a wrong check digit`() throws {
        for row in FamilyTable.rows where row.isValid {
            let number = try TrackingNumber.read(row.number).number
            for match in TrackingNumber(number).matches where match.fits == true {
                guard let place = match.checkPlace, match.family.isTelling else { continue }
                var plain = TrackingNumber(number).plain
                plain[place] = plain[place] == 0x39 ? 0x30 : plain[place] + 1
                let changed = TrackingNumber(String(decoding: plain, as: UTF8.self))
                let guess = changed.guesses.first { $0.carrier == match.family.carriers.first }
                #expect(guess.map { $0.confidence < .likely } ?? true, "\(changed.text)")
                #expect(guess?.fits != true || !(changed.guesses.contains { $0.fits == false }), "\(changed.text)")
            }
        }
    }

    @Test func `are written in patterns that are understood`() {
        for family in NumberFamily.all {
            #expect(!family.patterns.isEmpty, "\(family.name)")
            #expect(Set(family.carriers).count == family.carriers.count)
        }
        for wrong in ["", "{3}", "#{", "[AB", "#{5,3}", "#{1,2}#{1,2}", "!!"] {
            #expect(NumberPattern(wrong) == nil, "\(wrong)")
        }
    }

    @Test(arguments: [
        ("JJD0002257639032011", ["dhl", "yodel"]), ("320610804900", ["fedex", "purolator"]),
    ])
    func `that all fit are named together as possible`(number: String, carriers: [String]) {
        let guesses = TrackingNumber(number).guesses
        #expect(Set(guesses.compactMap(\.carrier)) == Set(carriers))
        #expect(guesses.allSatisfy { $0.confidence == .possible })
    }

    @Test(arguments: ["9600000000000000000001", "C10000000000000", "C11031500001889", "1LS7119013618127-2"])
    func `do not call a failed check digit likely`(number: String) {
        #expect(TrackingNumber(number).guesses.allSatisfy { $0.confidence < .likely })
    }

    @Test func `of the post name every post of the country to those who ask`() {
        #expect(TrackingNumber("RR100200300SG").carriers.prefix(2) == ["singapore-post", "singapore-speedpost"])
        #expect(TrackingNumber("not a number").carriers.isEmpty)
    }
}
