import TMSSemantics
import TMSSyntax
import Testing

/// The names of a text: where each is declared, what is known of it, where it is used.
@Suite struct SymbolTests {
    private func symbols(_ text: String) -> [Symbol] { checked(text).symbols.symbols }

    private func symbol(_ name: String, _ text: String) throws -> Symbol {
        try #require(symbols(text).first { $0.name == name })
    }

    @Test(arguments: [
        ("let late = 3\nprint $late", "late", Symbol.Kind.variable),
        ("for p in list { print $p }", "p", .loopVariable),
        ("for p, i in list { print $p, $i }", "i", .loopVariable),
        ("param days = 10\nprint $days", "days", .parameter),
        ("define slow(span) { print $span }\nslow 3", "slow", .definition),
        ("define slow(span) { print $span }\nslow 3", "span", .definitionParameter),
        ("try list otherwise print $error.message", "error", .given),
    ])
    func `every kind of name is told`(text: String, name: String, kind: Symbol.Kind) throws {
        let found = try symbol(name, text)
        #expect(found.kind == kind)
        #expect(found.references.count == 1)
        #expect((found.declaration == nil) == (kind == .given))
    }

    @Test func `every use leads to the declaration, and the declaration to every use`() throws {
        let text = "let n = 1\n$n = $n + 1\nprint \"{$n}\"\ndefine f(a) { return $a }\nprint f($n)\nlist | f"
        let file = SourceFile(name: "test.tms", text: text)
        let table = checked(text).symbols
        for symbol in table.symbols {
            let declaration = try #require(symbol.declaration)
            let slice = file.slice(declaration)
            #expect(slice == symbol.name)
            for range in symbol.references {
                #expect(file.slice(range).hasSuffix(symbol.name))
                #expect(table.symbol(at: range.lower)?.declaration == declaration)
                #expect(table.symbol(at: range.upper)?.declaration == declaration)
            }
            #expect(table.symbol(at: declaration.lower)?.references == symbol.references)
        }
        #expect(try symbol("n", text).references.count == 4)
        #expect(try symbol("f", text).references.count == 2)
    }

    @Test func `an inner name hides an outer one`() throws {
        let text = "let p = 1\nfor p in list { print $p }\nprint $p"
        let found = symbols(text).filter { $0.name == "p" }
        #expect(found.map(\.references.count) == [1, 1])
        #expect(found.map(\.kind) == [.variable, .loopVariable])
        #expect(found.map { $0.references[0].lower } == [43, 32])
    }

    @Test func `what is certain of a value is told`() throws {
        #expect(try symbol("n", "let n = 1\nprint $n").type.phrase == "a number")
        #expect(try symbol("n", "let n = 1\n$n = \"a\"\nprint $n").type.phrase == "a value")
        let row = try symbol("p", "for p in list { print $p }").type
        #expect(row.phrase == "a parcel")
        #expect(row.schema == "parcel")
        #expect(row.fields.contains { $0.name == "silent" && $0.phrase == "a duration" })
        let rows = try symbol("all", "let all = list\nprint $all").type
        #expect(rows.phrase == "rows, each a parcel")
        #expect(rows.fields.isEmpty)
    }

    @Test func `a mistaken name is no symbol, and a let with a mistake in its value is one`() throws {
        #expect(symbols("print $nothing").isEmpty)
        #expect(try symbol("n", "let n = $nothing\nprint $n").kind == .variable)
    }
}
