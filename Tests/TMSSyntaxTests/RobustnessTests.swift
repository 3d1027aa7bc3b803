import Glibc
import TMSSyntax
import TMSTestSupport
import Testing

@Suite struct RobustnessTests {
    @Test(arguments: Line.all)
    func `every prefix of a line is read without a trap`(_ line: Line) {
        for length in 0...line.text.unicodeScalars.count {
            let prefix = String(String.UnicodeScalarView(line.text.unicodeScalars.prefix(length)))
            let result = Sample.parse(prefix)
            if result.isIncomplete { #expect(result.hasErrors) }
        }
    }

    @Test func `changed programs are read without a trap`() {
        var random = Numbers(seed: 7)
        let whole = (Line.all.map(\.text) + Mistakes.all).joined(separator: "\n")
        let pieces = [
            "{", "}", "(", ")", "[", "]", "\"", "'", "|", ",", "$", "$a", "\n", ";", "=", "..", "-", "else", "\\", "“",
            "＂", "{{", "#",
        ]
        for _ in 0..<300 {
            var bytes = Array(whole.utf8)
            let start = random.next(bytes.count)
            bytes = Array(bytes[start..<min(bytes.count, start + 400)])
            for _ in 0...random.next(6) where !bytes.isEmpty {
                let place = random.next(bytes.count)
                switch random.next(3) {
                case 0: bytes.remove(at: place)
                case 1: bytes.insert(contentsOf: pieces[random.next(pieces.count)].utf8, at: place)
                default: bytes[place] = UInt8(random.next(256))
                }
            }
            let text = String(decoding: bytes, as: UTF8.self)
            let result = Sample.parse(text)
            _ = printed(result.program, vocabulary: Sample.vocabulary)
            for diagnostic in result.diagnostics {
                let range = diagnostic.location?.range ?? .none
                #expect(range.lower <= range.upper && range.upper <= text.utf8.count)
                _ = DiagnosticRenderer(width: 40).render(diagnostic)
                _ = diagnostic.json
            }
        }
    }

    @Test func `random bytes are read quickly and without a trap`() {
        var random = Numbers(seed: 3)
        let bytes = (0..<200_000).map { _ in UInt8(random.next(256)) }
        let result = Sample.parse(String(decoding: bytes, as: UTF8.self))
        #expect(result.diagnostics.count <= 200)
        let printable = (0..<200_000).map { _ in UInt8(32 + random.next(95)) }
        #expect(Sample.parse(String(decoding: printable, as: UTF8.self)).diagnostics.count <= 200)
    }

    @Test(arguments: [
        "print (", "print [", "while $a { ", "f(", "delete (", "list | where (a is ", "plan ", "try ", "not ", "[a: ",
        "$a[$b", "\"{", "if $a { try { for p in (list) { ", "(not f([list | where $a[", "- (", "-(", "not (",
        "(list | where a in (", "limit 1 calls { ", "define f() { ", "for p in (list) { ", "try print 1 otherwise ",
        "if true { } else { ", "[[a: ", "print \"{len(\"{", "(1 + ", "explain curl ", "show ($a[", "let a = (", "- ",
    ])
    func `a text nested too deeply gets one diagnostic on a small stack`(_ opening: String) {
        let text = "print " + String(repeating: opening, count: 100_000)
        onSmallStack {
            let result = Sample.parse(text)
            #expect(result.diagnostics.count { $0.severity == .error } <= 2)
            #expect(result.hasErrors)
            _ = result.program.outline
        }
    }

    @Test(arguments: [" + 1", " ?? 1", " * $a", ".b", "[0]"])
    func `a chain too long gets one diagnostic on a small stack`(_ link: String) {
        let text = "print $a" + String(repeating: link, count: 100_000)
        onSmallStack { #expect(Sample.parse(text).diagnostics.count == 1) }
    }

    @Test func `a hundred thousand branches are no nesting`() {
        let text = "if $a { print 1 }" + String(repeating: " else if $a { print 1 }", count: 100_000)
        onSmallStack {
            let result = Sample.parse(text)
            #expect(result.diagnostics.isEmpty)
            #expect(printed(result.program, vocabulary: Sample.vocabulary) == text + "\n")
        }
    }

    @Test func `what is not too deep is read`() {
        let depth = 60
        let text = "print " + String(repeating: "(", count: depth) + "1" + String(repeating: ")", count: depth)
        onSmallStack { #expect(Sample.parse(text).diagnostics.isEmpty) }
        let sum = "print 1" + String(repeating: " + 1", count: 150)
        #expect(Sample.parse(sum).diagnostics.isEmpty)
    }

    @Test func `long lists and many conditions are no nesting`() {
        let numbers = "show 300403513351" + String(repeating: ", 300403513351", count: 5_000)
        #expect(Sample.parse(numbers).diagnostics.isEmpty)
        let tests = "list | where a is b" + String(repeating: " and a is b", count: 5_000)
        #expect(Sample.parse(tests).diagnostics.isEmpty)
    }

    @Test func `a long script is read in little time`() {
        let block = Line.all.filter { !$0.text.hasPrefix("|") && !$0.text.hasPrefix("#") }.map(\.text).joined(
            separator: "\n")
        let text = Array(repeating: block, count: 20).joined(separator: "\n")
        let file = SourceFile(name: "long", text: text)
        let time = processorTime { #expect(parse(file, vocabulary: Sample.vocabulary).diagnostics.isEmpty) }
        // A debug build, some 5,000 lines.
        #expect(time < .seconds(20))
    }
}

/// Runs on a thread with 512 KB of stack, as secondary threads have on some systems.
private func onSmallStack(_ body: @escaping () -> Void) {
    final class Box {
        let body: () -> Void
        init(_ body: @escaping () -> Void) { self.body = body }
    }
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, 512 * 1_024)
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Box(body)).toOpaque()
    pthread_create(
        &thread, &attributes,
        { pointer in
            if let pointer { Unmanaged<Box>.fromOpaque(pointer).takeRetainedValue().body() }
            return nil
        }, box)
    pthread_join(thread, nil)
}

/// Numbers that are the same in every run.
struct Numbers {
    private var state: UInt64
    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(max(bound, 1)))
    }
}
