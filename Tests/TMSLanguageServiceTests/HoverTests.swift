import TMSLanguageService
import TMSSemantics
import TMSSyntax
import Testing

/// What is said of the word under the pointer.
@Suite struct HoverTests {
    private func hover(_ text: String, _ word: String) -> Hover? { document(text).hover(at: text.offset(of: word)) }

    @Test func `every verb tells how it is written, on each of its words`() {
        for verb in service.vocabulary.verbs {
            let text = verb.examples.first { $0.hasPrefix(verb.name) } ?? verb.name
            for word in verb.words {
                let hover = hover(text, word)
                #expect(hover?.lines.contains(verb.summary) ?? false, "\(text): \(word)")
            }
        }
    }

    @Test func `every clause tells what it takes`() {
        for verb in service.vocabulary.verbs {
            for clause in verb.clauses {
                // Before the label stands what the verb must be given: nothing has to be right for a hover text.
                let value = clause.kind == nil ? "" : " x"
                let text = "\(verb.name) \(clause.label)\(value)"
                let offset = verb.name.utf8.count + 1
                let lines = document(text).hover(at: offset)?.lines ?? []
                #expect(lines.contains(clause.summary), "\(text): \(lines)")
            }
        }
    }

    @Test func `every field of what a verb answers tells what it holds`() {
        var count = 0
        for schema in service.vocabulary.schemas {
            guard let verb = service.vocabulary.verbs.first(where: { $0.returns == schema.name }) else { continue }
            for field in schema.fields {
                let text = "\(verb.name) | show \(field.name)"
                let lines = document(text).hover(at: text.utf8.count)?.lines ?? []
                #expect(lines.contains(field.summary), "\(text): \(lines)")
                count += 1
            }
        }
        #expect(count > 50)
    }

    @Test(arguments: StageWord.allCases) func `every stage tells how it is written`(stage: StageWord) throws {
        let example = try #require(stage.examples.first { $0.contains("| " + stage.rawValue) })
        let hover = document(example).hover(at: example.offset(of: "| " + stage.rawValue) + 2)
        #expect(hover?.lines.first == "… | " + stage.usage)
    }

    @Test(arguments: StatementWord.allCases) func `every statement tells how it is written`(word: StatementWord) throws
    {
        let example = try #require(word.examples.first)
        #expect(hover(example, word.rawValue)?.lines.first == word.usage)
    }

    @Test(arguments: Function.all.map(\.name)) func `every function tells what it gives`(name: String) {
        let text = "print \(name)(1)"
        #expect(hover(text, name)?.lines.last == Function.named(name)?.summary)
    }

    @Test func `a variable tells what is certain of it`() {
        let text = "for p in list { print $p }"
        #expect(hover(text, "$p")?.lines == ["$p: a parcel", "The variable of a loop, declared in line 1."])
        #expect(hover("let n = 3\nprint $n", "$n")?.lines.first == "$n: a number")
        #expect(hover("print $nobody", "$nobody")?.lines == ["$nobody"])
    }

    @Test func `a member tells what it is of its own record`() {
        #expect(hover("try list otherwise print $error.number", "number")?.lines == ["number: text"])
        let text = "let n = [silent: 3]\nprint $n.silent"
        #expect(document(text).hover(at: text.utf8.count)?.lines == ["silent: a number"])
        #expect(hover("for p in list { print $p.silent }", "silent")?.lines.first == "silent: a duration")
    }

    @Test func `values and definitions tell what they stand for`() {
        #expect(hover("track 300403513351 via 4px", "4px")?.text == "4px: 4PX")
        #expect(hover("track 300403513351 to us", "us")?.text == "us: United States")
        #expect(hover("define slow(n: number, to = us) { }\nslow 3", "slow 3")?.text == "define slow(n: number, [to])")
        #expect(hover("define slow(n: number) { }", "number")?.text == "number\nA number.")
    }

    @Test func `irreversible work is told`() {
        #expect(hover("delete 300403513351", "delete")?.text.contains("cannot be taken back") ?? false)
    }

    @Test func `where nothing is to be said there is no text`() {
        #expect(hover("# list", "list") == nil)
        #expect(document("list  ").hover(at: 6) == nil)
        #expect(document("").hover(at: 0) == nil)
    }
}
