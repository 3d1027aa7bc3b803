import TMSLanguageService
import TMSSemantics
import TMSSyntax
import Testing

/// Folding, the outline, and where a text goes on.
@Suite struct StructureTests {
    @Test func `blocks, long statements and runs of comments can be folded`() {
        let text = """
            # One
            # Two
            for p in list {
              if true {
                print 1
              } else { print 2 }
              print 3 # behind
              # alone
            }
            list
              | where silent over 3 days
              | count
            print [
              1]
            """
        #expect(
            document(text).foldingRanges.map { "\($0.firstLine)-\($0.lastLine) \($0.kind.rawValue)" } == [
                "0-1 comment",
                "2-8 block",
                "3-5 block",
                "9-11 statement",
                "12-13 statement",
            ])
    }

    @Test func `the outline lists what stands at the top`() {
        let text =
            "param days = 10\ndefine late(a, b: number) {\n  let inner = 1\n}\nlet x = 1\nlet x = 2\nfor p in list { }"
        let outline = document(text).outline
        #expect(outline.map(\.name) == ["days", "late", "x"])
        #expect(outline.map(\.kind) == [.parameter, .definition, .variable])
        #expect(outline[1].children.map(\.name) == ["a", "b"])
        let file = SourceFile(name: "", text: text)
        #expect(outline.map { file.slice($0.nameRange) } == outline.map(\.name))
        #expect(file.slice(outline[1].range).hasSuffix("}"))
    }

    @Test func `a text that must go on says how deep it is`() {
        #expect(service.openBlocks(in: "for p in list { if true {") == 2)
        #expect(service.openBlocks(in: "for p in list { print \"{1}\"\n") == 1)
        #expect(service.openBlocks(in: "list |") == 0)
        #expect(service.openBlocks(in: "list") == nil)
        #expect(service.openBlocks(in: "list }") == nil)
    }

    @Test func `a verb is followed by the forms that it may still be given, which cannot be run`() {
        #expect(service.openParts(after: "track ").prefix(3) == ["NUMBER", "[via CARRIER]", "[to COUNTRY]"])
        let later = service.openParts(after: "track 300403513351 via 4px ")
        #expect(later.first == "[to COUNTRY]" && !later.contains("[via CARRIER]"))
        #expect(service.openParts(after: "track 300403513351 via ") == ["CARRIER"])
        #expect(service.openParts(after: "delete ").first == "NUMBER")
        #expect(service.openParts(after: "track") == [])
        #expect(service.openParts(after: "print ") == [])
    }
}
