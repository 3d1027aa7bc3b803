import TMSLanguageService
import TMSSyntax
import Testing

/// From a name to its declaration, to its uses, and from a mistake to the line that was meant.
@Suite struct SymbolPlaceTests {
    private let text = "let late = list status transit\nfor p in $late { print $p.number }\nprint len($late)\n"

    @Test func `a use leads to its declaration`() throws {
        let document = document(text)
        let place = try #require(document.definition(at: text.offset(of: "$late)") + 2))
        #expect(place.range == SourceRange(4, 8))
        #expect(place.file == document.file)
        #expect(document.definition(at: text.offset(of: "$p") + 1)?.range == SourceRange(35, 36))
        #expect(document.definition(at: text.offset(of: "status")) == nil)
    }

    @Test func `a declaration leads to its uses, and each of them to all`() {
        let document = document(text)
        let expected = [4, text.offset(of: "$late {"), text.offset(of: "$late)")]
        for place in expected { #expect(document.references(at: place).map(\.lower) == expected) }
    }

    @Test func `what the session gave has no declaration and has uses`() {
        let text = "try list otherwise print $error.message, $error.code"
        let document = document(text)
        #expect(document.definition(at: text.offset(of: "$error")) == nil)
        #expect(document.references(at: text.offset(of: "$error")).count == 2)
    }

    @Test func `a mistaken line has the line that was meant`() throws {
        let text = "print 1\ntrack 300403513351 vai 4px\nprint 2"
        let repair = try #require(document(text).repairs.first)
        #expect(repair.correctedLine == "track 300403513351 via 4px")
        #expect(SourceFile(name: "", text: text).slice(repair.mistake) == "vai")
        #expect(document("print 1").repairs.isEmpty)
    }
}
