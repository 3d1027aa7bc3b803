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

    @Test(arguments: Dialect.v2.endpoints.flatMap(\.lines).map(\.verb))
    func `a line that calls the service is known to read or write`(verb: String) throws {
        let vocabulary = Catalogue.standard.vocabulary
        #expect(vocabulary[try #require(Catalogue.standard.verb(named: verb))].effect != .none)
    }

    @Test(arguments: ["carriers", "detect RR100200300SG", "remote area jp 1000001"])
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

    @Test(arguments: [
        "let m = 'get'\ncall $m \"/carriers\"", "call post \"/nonsense\"",
        "let p = \"/carriers/detect\"\ncall post $p",
    ])
    func `a call by hand that may be another is a write that nobody knows`(line: String) {
        #expect(check(line).effects.writes && check(line).effects.unknown != nil)
        #expect(check("read only\n" + line).diagnostics.contains { $0.code == "E0213" })
    }

    @Test func `a read that is paid is no part of a promise to only read`() {
        #expect(check("air 172-28891936").effects.reads)
        for line in ["air 172-28891936", "call post \"/trackings/aircargo\" [awb_number: \"172-28891936\"]"] {
            #expect(check("read only\n" + line).diagnostics.contains { $0.code == "E0213" })
        }
    }

    /// `call` is checked like the verb that makes the same call, however its path is written.
    @Test(arguments: Dialect.v2.endpoints)
    func `a call made by hand does what its endpoint does`(endpoint: Endpoint) {
        let vocabulary = Catalogue.standard.vocabulary
        let byHand = vocabulary.verbs.compactMap(\.byHand).first ?? []
        let method = endpoint.method.rawValue.lowercased()
        for form in endpoint.pathForms {
            let path = "/" + form.enumerated().map { $1 ?? "x\($0)" }.joined(separator: "/")
            for text in [
                path, path + "/", "/" + path, path.uppercased(), path.replacing("t", with: "%74"), path + "?a=/b",
            ] {
                let effect = LineEffect(byHand: byHand, method: method, path: CallByHand.Path([text]))
                #expect(effect.isIrreversible == endpoint.needsConsent, "\(text)")
                #expect(effect.effect.isWrite == endpoint.effect.isWrite, "\(text)")
                #expect(!effect.isUnknown, "\(text)")
                #expect(
                    check("call \(method) \"\(text)\"").effects.needsConfirmation == endpoint.needsConsent, "\(text)")
            }
            for text in ["call \(method) $p", "call $m \"\(path)\"", "call \(method) \"/{$p}\""]
            where endpoint.needsConsent {
                #expect(check("let p = \"x\"\nlet m = 'get'\n" + text).effects.needsConfirmation, "\(text)")
            }
        }
    }
}
