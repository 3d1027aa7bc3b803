import TMSCommands
import TMSSemantics
import TMSShell
import TMSSyntax
import TMSTestSupport
import Testing

/// Conditions behind `list` joined as people join them: the line that is proposed has all of them, and nothing else.
struct JoinedListLawTests {
    private static let vocabulary = Catalogue.standard.vocabulary

    /// What is typed, with the clause or the condition that it means.
    fileprivate struct Phrase {
        let typed: String
        var clause: String?
        var condition: String?
    }

    private static let phrases = [
        Phrase(typed: "status transit", clause: "status transit"),
        Phrase(typed: "delivered", clause: "status delivered"),
        Phrase(typed: "status not expired", condition: "status is not expired"),
        Phrase(typed: "not delivered", condition: "status is not delivered"),
        Phrase(typed: "status not found", clause: "status notfound"),
        Phrase(typed: "via ups", clause: "via ups"), Phrase(typed: "courier dhl", clause: "via dhl"),
        Phrase(typed: "silent over 5 days", condition: "silent over 5 days"),
        Phrase(typed: "created last month", clause: "created last month"),
        Phrase(typed: "created under 14 days ago", clause: "created last 14 days"),
        Phrase(typed: "created less than 14 days ago", clause: "created last 14 days"),
        Phrase(typed: "created more than 30 days ago", clause: "created before 30 days ago"),
        Phrase(typed: "updated last 7 days", clause: "updated last 7 days"),
        Phrase(typed: "to us", condition: "to is us"), Phrase(typed: "from germany", condition: "from is germany"),
        Phrase(typed: "customer Miller", condition: "customer contains Miller"),
    ]

    private static let joints = [" and ", ", ", ", and ", " , ", " but ", " "]

    @Test func `joined conditions are all kept, and no word between them becomes a country`() {
        for (place, first) in Self.phrases.enumerated() {
            for second in Self.phrases[(place + 1)...] + Self.phrases[..<place]
            where first.field != second.field {
                for joint in Self.joints where joint != " " || first.field != "customer" {
                    expectSame("list \(first.typed)\(joint)\(second.typed)", [first, second])
                }
            }
            for third in Self.phrases where first.field != "via" && third.field != "via" && third.field != first.field {
                expectSame(
                    "list \(first.typed) and via ups and \(third.typed)",
                    [first, Phrase(typed: "via ups", clause: "via ups"), third])
            }
        }
    }

    private func expectSame(_ line: String, _ parts: [Phrase]) {
        let clauses = parts.compactMap(\.clause)
        let conditions = parts.compactMap(\.condition)
        var meant = (["list"] + clauses).joined(separator: " ")
        if !conditions.isEmpty { meant += " | where " + conditions.joined(separator: " and ") }
        let file = SourceFile(name: "law.tms", text: line)
        let diagnostics = Session.check(file, vocabulary: Self.vocabulary).diagnostics.filter { $0.severity == .error }
        let proposed = diagnostics.flatMap(\.fixIts).map {
            applying($0.edits, to: file, in: SourceRange(0, file.utf8.count))
        }
        if diagnostics.isEmpty {
            #expect(line == meant)
        } else {
            #expect(diagnostics.count == 1 && proposed.first == meant, "\(line)\n→ \(proposed)\nmeant \(meant)")
        }
        for text in proposed {
            #expect(!text.contains(" is and") && !text.contains(" is ago"), "\(line)\n→ \(text)")
        }
    }
}

extension JoinedListLawTests.Phrase {
    /// What it is said of; two of one field contradict each other, or make a list.
    fileprivate var field: String { (clause ?? condition ?? "").split(separator: " ").first.map(String.init) ?? "" }
}
