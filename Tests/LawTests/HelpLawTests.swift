import Foundation
import TMSCommands
import TMSSemantics
import TMSSyntax
import TMSTestSupport
import Testing
import TrackingMore

@testable import TMSShell
@testable import tms

/// There is help for every word that can be typed, and whoever is sent to help finds it.
struct HelpLawTests {
    private static let vocabulary = Catalogue.standard.vocabulary
    private static let index = HelpIndex(vocabulary)

    private func check(_ text: String) -> CheckedProgram {
        Session.check(
            SourceFile(name: "law.tms", text: text), vocabulary: Self.vocabulary,
            directory: Tree.root + "/examples")
    }

    /// Every word of the language and of the vocabulary.
    private static let words: [String] = {
        var words = StatementWord.allCases.flatMap { [$0.rawValue, $0.phrase] }
        words += StageWord.allCases.flatMap { [$0.rawValue, $0.phrase] } + ["count by"]
        words += InnerWord.operators + InnerWord.constants + InnerWord.statements + InnerWord.stages
        words += InnerWord.sources + InnerWord.files + InnerWord.dates + InnerWord.units
        words += Function.all.map(\.name) + ParameterKind.all.map(\.word)
        words += OutputFormat.allCases.map(\.rawValue) + Status.allWords.map(\.word)
        words += vocabulary.verbs.flatMap { [$0.name, $0.words.first ?? ""] + $0.clauses.map(\.label) }
        words += vocabulary.schemas.flatMap {
            $0.fields.flatMap { [$0.name] + [$0.wireName].compactMap { $0 } + $0.aliases }
        }
        words += [
            "dates", "durations", "fields", "files", "keys", "functions", "statuses", "conditions", "rows", "errors",
        ]
        return Set(words).sorted()
    }()

    @Test func `there is a page for every word that can be typed`() {
        #expect(Self.words.count > 250)
        for word in Self.words {
            #expect(Self.index.page(on: word) != nil, "\(word)")
            #expect(Self.index.page(on: word.uppercased()) != nil, "\(word)")
            #expect(Self.index.page(on: word + "?") != nil, "\(word)")
        }
    }

    @Test func `help and a question mark ask about every name`() {
        for name in Self.index.names {
            let help = parse(SourceFile(name: "law.tms", text: "help \(name)"), vocabulary: Self.vocabulary)
            #expect(help.diagnostics.isEmpty, "help \(name)")
            // What holds a digit is a number, and asks about a parcel.
            guard !name.contains(where: \.isNumber), name.split(separator: " ").count < 5 else { continue }
            let asked = parse(SourceFile(name: "law.tms", text: "\(name)?"), vocabulary: Self.vocabulary)
            guard case .help(let topic)? = asked.program.statements.first?.kind else {
                Issue.record("\(name)?")
                continue
            }
            #expect(Self.index.page(on: topic) != nil, "\(name)? asks about \(topic)")
        }
    }

    @Test func `every line that help shows can be typed`() {
        for name in Self.index.names {
            for topic in Self.index.topics(named: name) {
                for example in topic.examples {
                    // Help is read at the prompt, where verbs of the shell work.
                    let errors = check(example).diagnostics.filter { $0.severity == .error && $0.code != "E0212" }
                    #expect(errors.isEmpty, "\(name): \(example): \(errors.map(\.message))")
                }
            }
        }
    }

    @Test func `every page has a sentence, the form, an example and a place to read on`() {
        for name in Self.index.names {
            for topic in Self.index.topics(named: name) {
                #expect(topic.lines.joined().count > 10, "\(name)")
                #expect(!topic.examples.isEmpty, "\(name) has no example: \(topic.lines)")
            }
            let page = Self.index.page(on: name) ?? ""
            let isList = Self.vocabulary.verbs.count { $0.words.first == name } > 1
            #expect(isList || page.lowercased().contains("see: help "), "\(name): \(page)")
        }
        for verb in Self.vocabulary.verbs {
            let page = Self.index.page(on: verb.name) ?? ""
            #expect(
                !verb.examples.isEmpty && page.contains("  \(verb.examples[0].split(separator: "\n")[0])"),
                "\(verb.name)")
            guard Self.vocabulary.verbs.count(where: { $0.name.hasPrefix(verb.name) }) == 1 else { continue }
            #expect(page.contains(verb.summary), "\(verb.name)")
            #expect(page.contains("API: ") || page.contains("It makes no call"), "\(verb.name): \(page)")
            if verb.calls != nil, verb.byHand == nil { #expect(page.contains("quota: "), "\(verb.name): \(page)") }
        }
        for word in Self.words.filter({ !$0.isEmpty }) {
            #expect(Self.index.page(on: word)?.contains("\n") == true, "\(word)")
        }
    }

    @Test func `what a message or a document tells to ask help about is there`() throws {
        var texts = Tree.sources()
        for page in [
            "README.md", "docs/language.md", "docs/cookbook.md", "docs/diagnostics.md", "docs/configuration.md",
        ] {
            texts.append((page, try String(contentsOfFile: Tree.root + "/" + page, encoding: .utf8)))
        }
        var found = 0
        for (path, text) in texts {
            let topics =
                text.matches(of: /[Ss]ee: help ([a-z]+)(?:, help ([a-z]+))?/).flatMap {
                    [$0.1] + ($0.2.map { [$0] } ?? [])
                }
                + text.matches(of: /`help ([a-z]+(?: [a-z]+)*|[EWN]?[0-9]{4})`/).map(\.1)
            for topic in topics where !Self.placeholders.contains(String(topic)) {
                found += 1
                let isThere = Self.index.page(on: String(topic)) != nil || CodeHelp(String(topic)) != nil
                #expect(isThere, "\(path) says help \(topic)")
            }
        }
        // Every function may be named by `see: help …`.
        for function in Function.all { #expect(Self.index.page(on: function.name) != nil) }
        #expect(found > 10)
    }

    /// Names of a text's own definitions.
    private static let placeholders: Set<String> = ["slow"]

    @Test func `help alone fits on a small screen and breaks between words`() {
        let page = WordWrap.page(Self.index.page(on: "") ?? "", width: 80).split(
            separator: "\n", omittingEmptySubsequences: false)
        #expect(page.count <= 23, "\(page.count) lines")
        for line in page { #expect(line.count <= 80, "\(line)") }
        let text = page.joined(separator: "\n")
        for word in ["300403513402", "where", "for", "dates", "help WORD"] { #expect(text.contains(word), "\(word)") }
    }

    @Test(arguments: [
        ("this week", "weekday"), ("is empty", "has no value"), ("is not empty", "has no value"), ("all", "join all"),
        ("limit", "quota"), ("quota", "limit"), ("last month", "weekday"),
    ])
    func `a phrase leads to the page of its words`(phrase: String, told: String) {
        #expect(Self.index.page(on: phrase)?.contains(told) == true, "\(Self.index.page(on: phrase) ?? "none")")
    }

    @Test(arguments: [("whree", "where"), ("statuss", "status"), ("silnt", "silent"), ("trakc", "track")])
    func `a topic that is not there has near ones`(typed: String, meant: String) {
        #expect(Self.index.nearest(to: typed).contains(meant), "\(Self.index.nearest(to: typed))")
    }

    /// What can be run: no text tells of a command that does not exist.
    @Test func `every command of tms that a text names is there`() throws {
        var texts = Tree.sources()
        for page in ["README.md"] + (try Tree.documents()) {
            texts.append((page, try String(contentsOfFile: Tree.root + "/" + page, encoding: .utf8)))
        }
        let known = Set(Subcommand.allCases.map(\.rawValue) + ["help"])
        var found = 0
        for (path, text) in texts where !path.contains("/Simulator") {
            // In a code span or a console line, or behind a colon, as remedies are written; no fence of a block.
            for match in text.replacing("```", with: "").replacing("`tms fails`", with: "").matches(
                of: /(?:`|\$ |: )tms ([a-z][a-z\-]+)(?![a-z\-]*[.\/=])/)
            {
                found += 1
                #expect(known.contains(String(match.1)), "\(path): tms \(match.1)")
            }
        }
        #expect(found > 10)
    }
}
