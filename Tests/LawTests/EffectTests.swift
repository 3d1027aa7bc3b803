import TMSCommands
import TMSSemantics
import TMSShell
import TMSSyntax
import Testing
import TrackingMore

struct EffectTests {
    private func check(_ text: String) -> CheckedProgram {
        Session.check(SourceFile(name: "test.tms", text: text), vocabulary: Catalogue.standard.vocabulary)
    }

    @Test(arguments: Endpoint.all.flatMap(\.lines).map(\.verb))
    func `a line that calls the service is known to read or write`(verb: String) throws {
        let vocabulary = Catalogue.standard.vocabulary
        #expect(vocabulary[try #require(Catalogue.standard.verb(named: verb))].effect != .none)
    }

    @Test(arguments: ["carriers", "detect RR100200300SG", "remote area jp 1000001", "air 172-28891936"])
    func `asking what the service knows is a read`(line: String) {
        #expect(check(line).effects.reads)
        #expect(!check("read only\n" + line).hasErrors)
    }

    @Test(arguments: ["call get \"/carriers\"", "call GET \"/carriers\""])
    func `a free-hand get is a read`(line: String) {
        #expect(check(line).effects.reads)
        #expect(!check(line).effects.writes)
        #expect(!check("read only\n" + line).hasErrors)
    }

    @Test(arguments: ["call post \"/trackings/post\"", "let m = 'get'\ncall $m \"/carriers\""])
    func `a free-hand call that may be another is a write`(line: String) {
        #expect(check(line).effects.updates)
        #expect(check("read only\n" + line).diagnostics.contains { $0.code == "E0213" })
    }
}
