import TMSCommands
import TMSTestSupport
import Testing

@testable import TMSShell

@Suite struct MarkupTests {
    @Test(arguments: [
        (
            "<a href='https://x.example'><span class='arrow'></span>Filiale Musterstadt</a> zur Abholung f&uuml;r Sie",
            "Filiale Musterstadt zur Abholung für Sie"
        ),
        ("Delivered<br>left at the door", "Delivered left at the door"),
        ("Delivered<br/> left", "Delivered left"), ("<p>One</p><p>Two</p>", "One Two"),
        ("<B>Held</B> by <i>customs</i>", "Held by customs"), ("a<!-- no -->b", "ab"),
        ("<img src=\"a>b.png\">scan", "scan"), ("K&ouml;ln &#8211; Bonn &#x2192; Trier", "Köln – Bonn → Trier"),
        ("Lyon&nbsp;Gare", "Lyon Gare"), ("L&#146;Isle", "L’Isle"), ("&lt;b&gt;", "<b>"), ("&amp;uuml;", "&uuml;"),
        ("&#1052;&#1086;&#1089;&#1082;&#1074;&#1072;", "Москва"), ("&Lstrok;&oacute;d&zacute;", "Łódź"),
    ])
    func `tags go and entities become characters`(text: String, plain: String) {
        #expect(MarkupText.plain(text) == plain)
    }

    @Test(arguments: [
        "AT&T", "5 < 6 > 4", "I <3 lamps", "<desk lamp>", "<a href='x", "&uuml", "&nosuch;", "&#;", "&#x;", "&#0;",
        "&#xD800;", "&#99999999999;", "<>", "</>", "a & b; c", "<br", "< br>", "<!x", "&", "<", "",
    ])
    func `what only looks like markup stays as it is`(text: String) {
        #expect(MarkupText.plain(text) == text)
    }

    @Test func `control characters that entities stand for do not reach a terminal`() {
        #expect(CellText.plainLine("&#27;]0;x&#7;") == "\u{FFFD}]0;x\u{FFFD}")
    }

    @Test func `text of any shape is read in time that grows with its length`() {
        for piece in ["<a ", "<a '", "&", "<", "<!--", "&#"] {
            let text = String(repeating: piece, count: 20_000) + ">"
            let time = processorTime { _ = MarkupText.plain(text) }
            #expect(time < .seconds(20), "\(piece)")
        }
    }
}
