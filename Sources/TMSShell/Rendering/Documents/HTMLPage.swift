/// What stands around a table or a chart to make it a whole web page.
struct HTMLPage {
    let head: String
    let tail = "</body>\n</html>\n"

    init(title: String) {
        head = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(Self.escaped(title))</title>
            <style>
            body { font: 15px/1.4 system-ui, sans-serif; margin: 2em; color: #222; background: #fff; }
            h1 { font-size: 1.3em; }
            table { border-collapse: collapse; }
            th, td { padding: 0.3em 0.8em; text-align: left; vertical-align: top; border-bottom: 1px solid #ddd; }
            .number { text-align: right; }
            .bar { width: 30em; }
            .bar div { height: 1em; background: #4a7ebb; }
            </style>
            </head>
            <body>
            <h1>\(Self.escaped(title))</h1>

            """
    }

    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { marks[$0] != nil }) else { return text }
        var escaped = ""
        for scalar in text.unicodeScalars {
            if scalar.isASCII, let reference = marks[UInt8(scalar.value)] {
                escaped += reference
            } else {
                escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    private static let marks: [UInt8: String] = [
        UInt8(ascii: "&"): "&amp;", UInt8(ascii: "<"): "&lt;", UInt8(ascii: ">"): "&gt;",
        UInt8(ascii: "\""): "&quot;", UInt8(ascii: "'"): "&#39;",
    ]
}
