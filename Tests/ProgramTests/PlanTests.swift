import Foundation
import TMSTestSupport
import Testing

/// What a script would do, told and saved, and done later.
@Suite("A saved plan") struct PlanTests {
    private static let account =
        "list | sort by number | show number, via, title, order, customer, email, phone, to, status, archived"

    private static func account(_ program: Program) async -> String {
        let open = await program.run("-c", account).output
        return open + (await program.run("-c", account.replacing("list |", with: "list archived |")).output)
    }

    /// Plans a script; the path of the plan.
    private static func plan(_ program: Program, _ script: String) async -> String {
        program.write("work.tms", script)
        let path = program.home + "/work.plan"
        let plan = await program.run("plan", program.home + "/work.tms", "-o", path)
        #expect(plan.status == 0, "\(plan)")
        return path
    }

    private static func text(_ path: String) -> String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }

    @Test(arguments: [
        "for n in 100 .. 199 { track \"TT9876500{$n}X\" via 4px title \"lamp {$n}\" to us }",
        "for p in list { edit $p.number via $p.via title \"new {$p.number}\" }",
        "edit 300403513402 title a; edit 300403513402 title b; archive 4819237500; mark 300403513402 delivered",
        "delete 300403513402; stop updating 4819237500; track 300403513402 via 4px title \"lamp \\\"one\\\"\"",
        "change carrier of 4819237500 from dhl to ups\nedit 4819237500 via ups title moved",
        "let p = (show 300403513402)\nedit $p.number title \"{$p.title}, old\"",
        "list | where via is dhl | archive",
    ])
    func `does what the script would have done, and undo takes it back`(script: String) async throws {
        let (planned, run) = (Program(), Program())
        defer {
            planned.remove()
            run.remove()
        }
        let before = await Self.account(planned)
        let path = await Self.plan(planned, script)
        #expect(await Self.account(planned) == before)
        let apply = await planned.run("apply", "--yes", path)
        #expect(apply.status == 0, "\(apply)")
        run.write("work.tms", script)
        let done = await run.run("--yes", run.home + "/work.tms")
        #expect(done.status == 0, "\(done)")
        #expect(await Self.account(planned) == Self.account(run))
        let rows = "run 1 | show verb, number, via, state"
        #expect(await planned.run("-c", rows).output == run.run("-c", rows).output)
        guard !script.contains("delete"), !script.contains("stop updating") else { return }
        #expect(await planned.run("--yes", "-c", "undo").status == 0)
        #expect(await Self.account(planned) == before)
    }

    @Test func `says what it would write, what that costs and what comes back`() async {
        let program = Program()
        defer { program.remove() }
        let script = program.write(
            "a.tms",
            """
            param n = 4
            for i in 1 .. $n { track "TT98765000{$i}X" via 4px title "lamp {$i}" }
            delete 300403513402
            stop updating 4819237500
            let a = (air 172-28891936)
            refresh 4819237500
            print "that was it"

            """)
        let plan = await program.run("plan", script, "n=4")
        #expect(plan.status == 0, "\(plan)")
        #expect(
            plan.output == """
                that was it
                4 to track · 1 to delete · 1 to stop updating
                  TT987650001X · 4px · lamp 1
                  TT987650002X · 4px · lamp 2
                  TT987650003X · 4px · lamp 3
                  … 3 more
                7 calls, 7 s at the account's limit · quota 4 of 480 · undo takes back `track` and `delete` \
                without its id and the events so far · nothing takes back 1 of `stop updating`
                not read, for it is paid for: 1 of `air`, 20 quota
                not read, for it is paid for: 1 of `refresh`, nobody knows what it takes from the quota

                """, "\(plan)")
        #expect(!plan.errors.contains("not sent"), "\(plan)")
        #expect(await program.run("-c", "let s = (sandbox status); print $s.quota").output == "480\n")
        let nothing = await program.run("plan", program.write("b.tms", "print 1\n"))
        #expect(nothing.output == "1\nnothing to write · no call\n", "\(nothing)")
    }

    @Test func `is for its owner, and a line of JSON for each row`() async throws {
        let program = Program()
        defer { program.remove() }
        let path = await Self.plan(program, "edit 300403513402, 4819237500 title lamp\n")
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let lines = Self.text(path).split(separator: "\n")
        #expect(lines.count == 3)
        for line in lines { #expect((try JSONSerialization.jsonObject(with: Data(line.utf8))) is [String: Any]) }
        #expect(lines[0].contains("\"account\":\"sandbox\"") && lines[0].contains("\"rows\":2"), "\(lines[0])")
        #expect(lines[1].contains("\"verb\":\"edit\"") && lines[1].contains("\"number\":\"300403513402\""))
    }

    @Test func `leaves a parcel that has changed since, and does the others`() async throws {
        let program = Program()
        defer { program.remove() }
        let path = await Self.plan(
            program,
            """
            edit 300403513402 title one
            edit 4819237500 title two
            track TT123456789X via 4px
            track TT123456788X via 4px

            """)
        _ = await program.run("-c", "edit 4819237500 title three; track TT123456788X via 4px title mine")
        let apply = await program.run("apply", "--yes", "--failures", program.home + "/left.csv", path)
        #expect(apply.status == 3, "\(apply)")
        #expect(
            apply.errors.contains(
                "error " + "E0753" + ": left as it is: it has changed since the plan was made"), "\(apply)")
        #expect(apply.errors.contains("left as it is: the account follows it by now"), "\(apply)")
        #expect(
            await program.run("-c", "show 300403513402, 4819237500, TT123456789X, TT123456788X | show title").output
                == "title\none\nthree\n\nmine\n")
        let left = Self.text(program.home + "/left.csv")
        #expect(left.contains("4819237500") && left.contains("TT123456788X"), "\(left)")
        #expect(left.split(separator: "\n").count == 3, "\(left)")
        _ = await program.run("--yes", "-c", "delete 300403513402")
        let gone = await program.run("apply", "--yes", "--fresh", path)
        #expect(gone.errors.contains("the account does not follow it any more"), "\(gone)")
    }

    @Test func `needs a yes, and without one nothing is sent`() async throws {
        let program = Program()
        defer { program.remove() }
        let path = await Self.plan(program, "edit 300403513402 title one\n")
        let apply = await program.run("apply", path)
        #expect(apply.status == 8, "\(apply)")
        #expect(await program.run("-c", "show 300403513402 | show title").output == "title\ndesk lamp\n")
    }

    @Test func `goes on where it was stopped`() async throws {
        let program = Program()
        defer { program.remove() }
        let path = await Self.plan(
            program, "for n in 100 .. 199 { track \"TT9876500{$n}X\" via 4px }\nedit TT9876500100X title last\n")
        let line = "limit 3 calls { apply \"\(path)\" }"
        var last = await program.run("--yes", "-q", "-c", line)
        #expect(last.status == 5, "\(last)")
        var attempts = 0
        while last.status != 0, attempts < 10 {
            last = await program.run("--yes", "-q", "-c", line)
            #expect(last.errors.contains("note " + "N0750" + ": going on with run 1"), "\(last)")
            attempts += 1
        }
        #expect(attempts > 0 && last.status == 0, "\(last)")
        #expect(await program.run("-c", "runs | show run, done, failed").output == "run\tdone\tfailed\n1\t101\t0\n")
        #expect(await program.run("-c", "list | where number contains TT98765 | count").output == "100\n")
        #expect(await program.run("-c", "show TT9876500100X | show title").output == "title\nlast\n")
        let quota = await program.run("-c", "let s = (sandbox status); print $s.quota").output
        #expect(quota == "380\n")
    }

    @Test func `after kills does each row once`() async throws {
        let program = Program()
        defer { program.remove() }
        _ = await program.run("-c", "sandbox reset quota 100000")
        let path = await Self.plan(program, "for n in 1000 .. 2999 { track \"TT9876{$n}X\" via 4px }\n")
        for pause in [0.2, 0.3, 0.4, 0.3] {
            let result = await program.shell("timeout -s KILL \(pause) \"$TMS\" apply --yes -q \"$HOME/work.plan\"")
            if result.status == 0 { break }
        }
        let last = await program.run("apply", "--yes", "-q", path)
        let runs = await program.run("-c", "runs | show status, done, failed, doubt").output
        #expect(last.status == 0 || runs.contains("done\t2000"), "\(last)")
        #expect(await program.run("-c", "list | where number contains TT9876 | count").output == "2000\n")
        #expect(await program.run("-c", "let s = (sandbox status); print $s.quota").output == "98000\n")
    }

    @Test func `of an older script is done as it stands, and that is said`() async throws {
        let program = Program()
        defer { program.remove() }
        let path = await Self.plan(program, "edit 300403513402 title one\n")
        program.write("work.tms", "edit 300403513402 title two\n")
        let apply = await program.run("apply", "--yes", path)
        #expect(apply.status == 0, "\(apply)")
        #expect(apply.errors.contains("note " + "N0760" + ": \(program.home)/work.tms has changed"), "\(apply)")
        #expect(await program.run("-c", "show 300403513402 | show title").output == "title\none\n")
    }

    /// Each has its sentence, and nothing is sent.
    @Test(arguments: [
        ("E0764", "the plan was made on the account 0123, and this is sandbox"), ("E0763", "is damaged"),
        ("E0762", "was made by a newer tms"), ("E0761", "is no plan"), ("E0760", "cannot be read"),
    ])
    func `that is not to be done is refused`(code: String, sentence: String) async throws {
        let program = Program()
        defer { program.remove() }
        let path = await Self.plan(program, "edit 300403513402, 4819237500 title one\n")
        let text = Self.text(path)
        let others: [String] =
            switch code {
            case "E0764": [text.replacing("\"account\":\"sandbox\"", with: "\"account\":\"0123\"")]
            case "E0762": [text.replacing("\"version\":1", with: "\"version\":2")]
            case "E0763":
                [
                    text.replacing("one", with: "two"), String(text.dropLast(40)), String(text.dropLast()),
                    text.split(separator: "\n").dropLast().joined(separator: "\n") + "\n",
                    text.replacing("\"quota\":", with: "\"quote\":"),
                    text + "{}\n",
                ]
            case "E0761": ["", "\n", "edit 300403513402 title one\n", "{\"a\":1}\n", "[1]", "\u{FEFF}"]
            default: []
            }
        for other in others {
            program.write("work.plan", other)
            let apply = await program.run("apply", "--yes", path)
            #expect(apply.status == 2, "\(apply)")
            #expect(apply.errors.contains("error \(code): "), "\(apply)")
            #expect(apply.errors.contains(sentence) && apply.errors.contains("nothing was sent"), "\(apply)")
        }
        if others.isEmpty {
            for name in [program.home + "/missing.plan", program.home] {
                let apply = await program.run("apply", "--yes", name)
                #expect(apply.status == 2 && apply.errors.contains("error \(code): "), "\(apply)")
                #expect(apply.errors.contains(sentence), "\(apply)")
            }
        }
        #expect(await program.run("-c", "show 300403513402 | show title").output == "title\ndesk lamp\n")
        #expect(await program.run("-c", "runs | count").output == "0\n")
    }

    @Test func `is not made of a script that fails, or makes calls by hand`() async throws {
        let program = Program()
        defer { program.remove() }
        let path = program.home + "/work.plan"
        program.write("work.tms", "edit 300403513402 title one\nfail \"no\"\n")
        let failed = await program.run("plan", program.home + "/work.tms", "-o", path)
        #expect(failed.status != 0 && failed.errors.contains("error " + "E0766"), "\(failed)")
        program.write("work.tms", "call post \"/trackings/delete\" '[]'\n")
        let byHand = await program.run("plan", program.home + "/work.tms", "-o", path)
        #expect(byHand.status == 1 && byHand.errors.contains("error " + "E0765"), "\(byHand)")
        #expect(byHand.output.contains("made by hand: POST /trackings/delete"), "\(byHand)")
        #expect(!program.exists("work.plan"))
        program.write("work.tms", "edit 300403513402 title one\n")
        let nowhere = await program.run("plan", program.home + "/work.tms", "-o", program.home + "/no/x.plan")
        #expect(nowhere.status == 1 && nowhere.errors.contains("error " + "E0802"), "\(nowhere)")
    }

    @Test func `of rows of which some cannot be holds the others, and each failure is written down`() async throws {
        let program = Program()
        defer { program.remove() }
        program.write("orders.csv", "number,via\nTT123456789X,4px\nTT123456788X,\n300403513402,4px\n")
        program.write("work.tms", "for r in open \"orders.csv\" { track $r.number via $r.via }\n")
        let failures = program.home + "/failed.csv"
        let plan = await program.run(
            "plan", program.home + "/work.tms", "-o", program.home + "/work.plan", "--failures", failures)
        #expect(plan.status == 3, "\(plan)")
        #expect(
            plan.output.hasPrefix("1 to track · 1 already tracked · 1 cannot be: 1 without a carrier\n"), "\(plan)")
        #expect(Self.text(failures).contains("TT123456788X"))
        let apply = await program.run("apply", "--yes", program.home + "/work.plan")
        #expect(apply.status == 0, "\(apply)")
        #expect(await program.run("-c", "list | count").output == "41\n")
    }

    @Test func `of one statement stands beside its rows, and for programs is a note`() async throws {
        let program = Program()
        defer { program.remove() }
        let plan = await program.run("--diagnostics", "json", "-c", "plan edit 300403513402 title one")
        #expect(plan.errors.contains("N0761") && plan.errors.contains("1 to edit · 2 calls"), "\(plan)")
        #expect(!plan.output.contains("1 to edit"), "\(plan)")
    }
}
