import Glibc
import TMSTestSupport
import Testing

/// Where the names of files begin, and scripts whose bytes are odd.
@Suite struct FileNameTests {
    private let program = Program()

    @Test func `a name given on the command line begins where it was typed`() async {
        defer { program.remove() }
        _ = await program.shell("mkdir -p \"$HOME/dir\"")
        program.write("here.csv", "n\n1\n2\n")
        program.write("dir/of.tms", "param file: file\nopen $file | count\n")
        program.write("dir/text.tms", "param out = \"default.csv\"\nopen \"beside.csv\" | save $out\nprint $out\n")
        program.write("dir/beside.csv", "n\n7\n")
        let result = await program.shell("cd \"$HOME\" && \"$TMS\" dir/of.tms file=here.csv")
        #expect(result.output == "2\n", "\(result.errors)")
        let saved = await program.shell("cd \"$HOME\" && \"$TMS\" dir/text.tms out=typed.csv && cat typed.csv")
        #expect(saved.output == "typed.csv\nn\n7\n", "\(saved.errors)")
        // The name that the script itself has begins beside it.
        let own = await program.shell("cd \"$HOME\" && \"$TMS\" dir/text.tms && cat dir/default.csv")
        #expect(own.output == "default.csv\nn\n7\n", "\(own.errors)")
    }

    @Test func `a mark before the line that names the program is skipped`() async {
        defer { program.remove() }
        program.write("b.tms", "\u{FEFF}#!/usr/bin/env tms\nprint 1\n")
        let result = await program.shell("\"$TMS\" \"$HOME/b.tms\"")
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output == "1\n")
    }

    @Test func `a script that is not UTF-8 is an error with its line before anything is sent`() async {
        defer { program.remove() }
        _ = await program.shell(
            "printf 'print 1\\ntrack RR100200322SG via singapore-post title \"caf\\351\"\\n' > \"$HOME/l.tms\"")
        for words in ["", "check", "fmt"] {
            let result = await program.shell("\"$TMS\" \(words) \"$HOME/l.tms\"")
            #expect(result.status != 0)
            #expect(result.output == "")
            #expect(result.errors.contains("E0818"))
            #expect(result.errors.contains("l.tms:2: the script is not UTF-8 there"), "\(result.errors)")
        }
        _ = await program.shell(
            "printf 'use \"l.tms\"\\nprint 1\\n' > \"$HOME/u.tms\"")
        #expect(await program.shell("\"$TMS\" \"$HOME/u.tms\"").status == 2)
    }

    @Test func `the next save clears the draft of one that was killed`() async {
        defer { program.remove() }
        _ = await program.shell("mkfifo \"$HOME/rows.csv\"")
        let script = """
            cd "$HOME"
            (printf 'n\\n1\\n'; sleep 20) > rows.csv &
            writer=$!
            "$TMS" -c 'open "rows.csv" | save "all.csv"' & run=$!
            for i in $(seq 100); do ls -A | grep -q draft && break; sleep 0.1; done
            kill -9 $run $writer; wait $run 2>/dev/null
            ls -A | grep -c draft
            "$TMS" -c '[[n: 1]] | save "other.csv"'
            ls -A | grep -c draft
            """
        let result = await program.shell(script)
        #expect(result.output == "1\n0\n", "\(result.errors)")
    }
}
