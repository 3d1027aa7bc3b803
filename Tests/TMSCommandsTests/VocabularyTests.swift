import TMSCommands
import TMSSyntax
import Testing
import TrackingMore

@Suite struct VocabularyTests {
    let catalogue = Catalogue.standard

    func signature(_ name: String) throws -> Signature {
        catalogue.vocabulary[try #require(catalogue.verb(named: name))]
    }

    @Test func `every line of every endpoint is a verb`() {
        for line in Dialect.v2.endpoints.flatMap(\.lines) {
            #expect(catalogue.verb(named: line.verb) != nil, "\(line.verb)")
        }
    }

    @Test func `track takes a parcel, clauses and a file`() throws {
        let track = try signature("track")
        #expect(track.subjects.map(\.kind) == [.parcel])
        #expect(track.takesFile)
        #expect(track.effect == .create)
        #expect(track.clauses.contains { $0.label == "exact" && $0.isFlag })
        #expect(track.clauses.first { $0.label == "via" }?.kind == .carrier)
    }

    @Test func `mark offers exactly one of three words`() throws {
        let mark = try signature("mark")
        let group = mark.clauses.filter { $0.group != nil }
        #expect(group.map(\.label) == ["delivered", "exception", "restored"])
        #expect(group.allSatisfy { $0.isRequired && $0.isFlag })
    }

    @Test func `edit has no note and no status`() throws {
        let labels = try signature("edit").clauses.map(\.label)
        #expect(!labels.contains("note"))
        #expect(!labels.contains("delivered"))
    }

    @Test func `remote area takes a country and a postcode in order`() throws {
        #expect(try signature("remote area").subjects.map(\.kind) == [.country, .text])
    }

    @Test func `list, find, account and count by status read the whole account`() throws {
        let wide = catalogue.vocabulary.verbs.filter(\.isAccountWide).map(\.name)
        #expect(Set(wide) == ["list", "find", "account", "count by status"])
    }

    @Test func `delete, stop updating, apply, undo and redo need a yes`() {
        let names = catalogue.vocabulary.verbs.filter(\.isIrreversible).map(\.name)
        #expect(Set(names) == ["delete", "stop updating", "apply", "undo", "redo"])
    }

    @Test func `no two clauses of a verb share a word`() {
        for verb in catalogue.vocabulary.verbs {
            #expect(Set(verb.clauses.map(\.label)).count == verb.clauses.count, "\(verb.name)")
        }
    }

    @Test func `near misses lead to verbs that exist`() {
        for (typed, verb) in catalogue.vocabulary.otherWords.verbs {
            #expect(catalogue.verb(named: verb) != nil, "\(typed) leads to \(verb)")
            #expect(catalogue.verb(named: typed) == nil, "\(typed) is a verb itself")
        }
    }

    @Test func `a word alone is known by the kinds in whose tables it stands`() {
        let meanings = Catalogue.standard.vocabulary.meanings
        #expect(meanings("us") == [.country])
        #expect(meanings("de") == [.country, .language])
        #expect(meanings("UPS") == [.carrier])
        #expect(meanings("out-for-delivery") == [.status])
        #expect(meanings("lamp") == [])
    }

    @Test func `every verb has a summary that is a sentence and an example that begins or ends with it`() {
        for verb in catalogue.vocabulary.verbs {
            #expect(verb.summary.first?.isUppercase == true && verb.summary.hasSuffix("."), "\(verb.name)")
            #expect(
                verb.examples.contains { $0.hasPrefix(verb.name) || $0.hasSuffix("| " + verb.name) }, "\(verb.name)")
        }
    }

    @Test func `a parcel is known by friendly and by wire names`() throws {
        let schema = try #require(catalogue.vocabulary.schema(named: "parcel"))
        #expect(schema.field(named: "via")?.wireName == "carrier_code")
        #expect(schema.field(named: "silent")?.kind == .duration)
        #expect(schema.field(named: "to")?.kind == .country)
    }

    @Test func `help on a verb shows its line, its clauses and its examples`() throws {
        let index = HelpIndex(catalogue.vocabulary)
        let page = try #require(index.page(on: "track"))
        #expect(page.hasPrefix("track NUMBER"))
        #expect(page.contains("via CARRIER"))
        #expect(page.contains("more: help track all"))
        #expect(index.page(on: "rm")?.contains("\n\ndelete NUMBER") == true)
        #expect(index.page(on: "track via")?.contains("via CARRIER") == true)
        #expect(index.page(on: "nonsense") == nil)
    }
}
