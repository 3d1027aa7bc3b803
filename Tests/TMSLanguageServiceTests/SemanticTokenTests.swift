import TMSLanguageService
import TMSSyntax
import Testing

/// What every word of a line is coloured as.
@Suite struct SemanticTokenTests {
    /// `track:writingVerb 300403513351:number`
    private func classes(_ text: String) -> String {
        let file = SourceFile(name: "test.tms", text: text)
        return service.semanticTokens(in: text).map { "\(file.slice($0.range)):\($0.tokenClass.rawValue)" }
            .joined(separator: " ")
    }

    @Test func `verbs that read, that write and that cannot be undone look different`() {
        #expect(classes("list") == "list:readingVerb")
        #expect(classes("track 300403513351 via 4px") == "track:writingVerb 300403513351:number via:label 4px:carrier")
        #expect(classes("delete 300403513351") == "delete:irreversibleVerb 300403513351:number")
        #expect(classes("call get /carriers").hasPrefix("call:readingVerb"))
        #expect(classes("count by status") == "count:readingVerb by:readingVerb status:readingVerb")
        #expect(classes("300403513351") == "300403513351:number")
    }

    @Test func `values are told by their kind`() {
        #expect(
            classes("list status transit created last 7 days via usps lang en")
                == "list:readingVerb status:label transit:status created:label last:label 7:duration days:duration "
                + "via:label usps:carrier lang:label en:language")
        #expect(
            classes("list | where status is delivered and via in usps, ups and silent over 14 days")
                == "list:readingVerb where:stage status:field is:label delivered:status and:label via:field in:label "
                + "usps:carrier ups:carrier and:label silent:field over:label 14:duration days:duration")
        #expect(
            classes("list | where created before 2026-03-05 14:30")
                == "list:readingVerb where:stage created:field before:label 2026-03-05:date 14:30:date")
    }

    @Test func `statements, names and functions are told`() {
        #expect(
            classes("for p, i one by one in list { print len($p.title), $i }")
                == "for:statement p:variable i:variable one:label by:label one:label in:label list:readingVerb "
                + "print:statement len:function $p:variable title:field $i:variable")
        #expect(
            classes("if true { exit } else if not false { break } else { continue }")
                == "if:statement true:constant exit:statement else:statement if:statement not:label false:constant "
                + "break:statement else:statement continue:statement")
        #expect(
            classes("define late(span: duration = 10 days) { return $span }\nlate 3 days # own")
                == "define:statement late:definition span:variable duration:kind 10:duration days:duration "
                + "return:statement $span:variable late:definition 3:duration days:duration # own:comment")
    }

    @Test func `stages are told, with their words`() {
        #expect(
            classes("list | group by via | count, median silent | sort by count down | as json")
                == "list:readingVerb group:stage by:label via:field count:stage median:stage silent:field sort:stage "
                + "by:label count:field down:label as:stage json:constant")
        #expect(
            classes("list | count by via | chart column")
                == "list:readingVerb count:stage by:label via:field chart:stage column:label")
    }

    @Test func `a string is one, with what fills it told apart`() {
        #expect(
            classes("print \"to {$p.number}!\"")
                == "print:statement \":string to :string $p:variable number:field !:string \":string")
        #expect(classes("print \"open") == "print:statement \"open:string")
        #expect(classes("print \"a {1} b") == "print:statement \":string a :string 1:number  b:string")
    }

    @Test func `a word that is not known is told, and what follows a mistake is plain`() {
        #expect(classes("lsit status transit").hasPrefix("lsit:unknown"))
        #expect(classes("track 300403513351 vai 4px").contains("vai:unknown 4px:carrier"))
        #expect(classes("get 300403513351").hasPrefix("get:unknown"))
        #expect(classes("list status trnsit").hasSuffix("trnsit:unknown"))
        #expect(classes("list | filter silent over 3 days").contains("filter:unknown"))
    }
}
