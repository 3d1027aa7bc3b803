import Foundation
import Glibc
import TMSBase
import TMSTestSupport
import Testing

/// An import over HTTP that is killed at any moment and begun again, by a service that fails in every way it knows.
///
/// `make crash` sets `TMS_CRASH` to the number of kills, and prints the seed; `make crash SEED=…` gives the same faults and
/// pauses again.
@Suite struct CrashTests {
    private static let variables = ProcessInfo.processInfo.environment
    private static let kills = variables["TMS_CRASH"].flatMap { Int($0) }
    private static let seed =
        variables["TMS_CRASH_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 1...999_999)

    @Test func `an import that is killed at any moment ends with every row there once, as it was asked for`()
        async throws
    {
        let campaign = try #require(await Campaign(seed: Self.seed, rows: Self.kills == nil ? 600 : 5_000))
        defer { campaign.end() }
        if Self.kills != nil { print("seed \(Self.seed): make crash KILLS=\(Self.kills ?? 0) SEED=\(Self.seed)") }
        try await campaign.run(kills: Self.kills ?? 6)
    }
}

/// Kills, faults and a file that changes, drawn from a seed.
private final class Campaign {
    private let program = Program()
    private let seed: UInt64
    private var random: SeededRandom
    private var server: ServedProgram
    private let port: Int
    private let script: String
    /// What the file holds now: the numbers of its rows.
    private var orders: [Int]

    init?(seed: UInt64, rows: Int) async {
        self.seed = seed
        random = SeededRandom(seed: seed)
        _ = await program.run("-c", "sandbox reset seed \(seed % 1_000) quota 100000")
        guard let server = ServedProgram(program) else { return nil }
        self.server = server
        port = server.port
        orders = Array(0..<rows)
        script = program.write(
            "import.tms", "for r in open \"orders.csv\" { track $r.number via $r.via title $r.title }\n")
        write()
    }

    func end() {
        _ = server.stop()
        program.remove()
    }

    private var place: Comment { "seed \(seed)" }

    private func write() {
        program.write(
            "orders.csv",
            "number,via,title\n" + orders.map { "TT\(100_000_000 + $0)X,4px,lamp \($0)\n" }.joined())
    }

    private var options: [String] {
        ["--base-url", "http://127.0.0.1:\(port)/v2", "--no-limit", "--timeout", "1s", script]
    }

    private func command(killedAfter seconds: Double) -> String {
        let words = ["timeout", "-s", "KILL", String(seconds), "\"$TMS\""] + options
        return "cd \"$HOME\"; TRACKINGMORE_API_KEY=k " + words.joined(separator: " ")
    }

    func run(kills: Int) async throws {
        for kill in 0..<kills {
            await setFaults()
            let pause = 0.1 + Double(random.below(1_400)) / 1_000
            switch random.below(8) {
            case 0 where kill > 0: try await killServer(after: pause)
            case 1: try await runTwo(killedAfter: pause)
            case 2:
                orders = orders.shuffled(using: &random)
                write()
                fallthrough
            default: _ = await program.shell(command(killedAfter: pause))
            }
            if kill == kills / 2 {
                orders += orders.count..<(orders.count + orders.count / 10)
                orders = orders.shuffled(using: &random)
                write()
            }
        }
        _ = await program.run("-c", "sandbox fail nothing")
        try await settle()
    }

    /// Faults of the service, each by chance.
    private func setFaults() async {
        let faults = ["503", "429", "garbage", "half batch", "timeout", "500"].filter { _ in random.below(3) == 0 }
        var lines = ["sandbox fail nothing"]
        lines += faults.map { "sandbox fail \($0) always one in \(5 + random.below(20))" }
        let result = await program.run("-c", lines.joined(separator: "; "))
        #expect(result.status == 0, "\(place): \(result)")
    }

    /// The server is gone in the middle of it, and comes back.
    private func killServer(after seconds: Double) async throws {
        let whole = command(killedAfter: seconds + 1)
        let program = program
        async let run = program.shell(whole)
        try await Task.sleep(for: .seconds(seconds))
        server.crash()
        // The port is free as soon as the system has cleared away what the dead server had open.
        var again = ServedProgram(program, at: port)
        for _ in 0..<50 where again == nil {
            try await Task.sleep(for: .milliseconds(100))
            again = ServedProgram(program, at: port)
        }
        server = try #require(again, place)
        _ = await run
    }

    /// Two processes want the same work; the one that comes second says so, or goes on with what the first has left.
    private func runTwo(killedAfter seconds: Double) async throws {
        let one = command(killedAfter: seconds)
        let both = await program.shell("(\(one)) & (\(one)) 2>/dev/null; echo status $?; wait")
        #expect(both.output.contains("status"), place)
    }

    /// Whether every row is there once, with its values, and the account of the run is true.
    private func settle() async throws {
        var last = await program.run(arguments: options, variables: ["TRACKINGMORE_API_KEY": "k"])
        for _ in 0..<10 where last.status != 0 {
            last = await program.run(arguments: options, variables: ["TRACKINGMORE_API_KEY": "k"])
        }
        #expect(last.status == 0, "\(place): \(last)")
        let rows = await program.run(
            "--sandbox", "--format", "csv", "-c",
            "list | where number contains TT1 | show number, via, title | sort by number")
        let wanted = orders.sorted().map { "TT\(100_000_000 + $0)X,4px,lamp \($0)\n" }.joined()
        #expect(rows.output == "number,via,title\n" + wanted, "\(place): \(rows.errors)")
        // Whatever was sent twice would have been paid for twice.
        let quota = await program.run("-c", "let s = (sandbox status); print $s.quota").output
        #expect(quota == "\(100_000 - orders.count)\n", place)
        let told = last.errors.matches(of: /([0-9,]+) (?:already )?tracked/).compactMap {
            Int($0.1.replacing(",", with: ""))
        }
        #expect(told.reduce(0, +) == orders.count, "\(place): \(last.errors)")
        let runs = await program.run(
            arguments: [
                "--base-url", "http://127.0.0.1:\(port)/v2", "-c", "runs | take 1 | show status, failed, doubt",
            ],
            variables: ["TRACKINGMORE_API_KEY": "k"])
        #expect(runs.output == "status\tfailed\tdoubt\ndone\t0\t0\n", "\(place): \(runs)")
    }
}
