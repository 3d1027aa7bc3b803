import Foundation
import GRDB
import TMSTestSupport
import Testing

/// The served sandbox against clients that are many, slow, rude or gone.
@Suite struct ServeTests {
    private static let user =
        "GET /v2/trackings/getuserinfo HTTP/1.1\r\nHost: localhost\r\nTrackingmore-Api-Key: k\r\n\r\n"
    private static let list =
        "GET /v2/trackings/get?limit=40 HTTP/1.1\r\nHost: localhost\r\nTrackingmore-Api-Key: k\r\n\r\n"
    private static let rubbish: [[UInt8]] = [
        Array("nonsense\r\n\r\n".utf8), Array("GET / HTTP/9.9\r\n\r\n".utf8),
        Array("GET / HTTP/1.1\r\nno colon here\r\n\r\n".utf8), Array("GET / HTTP/1.1\r\nA: \u{0}\u{1}\r\n\r\n".utf8),
        Array("POST /v2/trackings/post HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\n".utf8),
        Array("POST /v2/trackings/post HTTP/1.1\r\nContent-Length: -4\r\n\r\n{}".utf8),
        Array("POST /v2/trackings/post HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n".utf8),
        (0..<512).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 13) },
    ]

    @Test func `a thousand connections at once are each answered or closed, and leave nothing behind`() async throws {
        try await onThread {
            let program = Program()
            defer { program.remove() }
            let before = program.run("--format", "json", "-c", "list").output
            let server = try #require(ServedProgram(program))
            #expect(Wire(port: server.port)?.asked(Self.user) == .status(200))
            let (descriptors, memory) = (server.descriptors, server.memory)

            let wires = (0..<1000).compactMap { _ in Wire(port: server.port) }
            #expect(wires.count == 1000)
            for (index, wire) in wires.enumerated() {
                switch index % 5 {
                case 0: break
                case 1:
                    wire.send(
                        "POST /v2/trackings/post HTTP/1.1\r\nHost: localhost\r\nTrackingmore-Api-Key: k\r\nContent-Length: 9000\r\n\r\n{"
                    )
                case 2: wire.send(Self.rubbish[index / 5 % Self.rubbish.count])
                case 3: wire.send(Self.list)
                default: wire.send(Self.user + Self.list)
                }
            }
            for (index, wire) in wires.enumerated() {
                switch index % 5 {
                case 2: #expect(wire.isHungUp, "rubbish \(index / 5 % Self.rubbish.count)")
                case 3, 4: #expect(wire.hear() == .status(200))
                // The idle and the slow are left alone while their time has not come.
                default: break
                }
            }
            #expect(server.memory < memory + 150_000, "\(memory) kB, then \(server.memory) kB")
            try Self.expectWhole(server, program, descriptors: descriptors, list: before, closing: wires)
        }
    }

    @Test func `whoever hangs up in the middle is forgotten, and whoever has finished speaking is answered`()
        async throws
    {
        try await onThread {
            let program = Program()
            defer { program.remove() }
            let before = program.run("--format", "json", "-c", "list").output
            let server = try #require(ServedProgram(program))
            #expect(Wire(port: server.port)?.asked(Self.user) == .status(200))
            let descriptors = server.descriptors
            for index in 0..<200 {
                let wire = try #require(Wire(port: server.port))
                wire.send(index % 2 == 0 ? Self.list : String(Self.list.prefix(index)))
            }
            let finished = try #require(Wire(port: server.port))
            finished.send(Self.list)
            finished.finish()
            #expect(finished.hear() == .status(200))
            #expect(finished.isHungUp)
            let broken = try #require(Wire(port: server.port))
            broken.send(
                "POST /v2/trackings/post HTTP/1.1\r\nHost: localhost\r\nTrackingmore-Api-Key: k\r\nContent-Length: 9000\r\n\r\n{"
            )
            broken.finish()
            #expect(broken.isHungUp)
            try Self.expectWhole(server, program, descriptors: descriptors, list: before, closing: [finished, broken])
        }
    }

    @Test func `whoever asks on and on and never listens costs one answer's room`() async throws {
        try await onThread {
            let program = Program()
            defer { program.remove() }
            _ = program.run("sandbox", "reset", "--parcels", "2000")
            let server = try #require(ServedProgram(program))
            #expect(Wire(port: server.port)?.asked(Self.user) == .status(200))
            let memory = server.memory
            let large =
                "GET /v2/trackings/get?limit=2000 HTTP/1.1\r\nHost: localhost\r\nTrackingmore-Api-Key: k\r\n\r\n"
            let deaf = try (0..<3).map { _ in try #require(Wire(port: server.port)) }
            for wire in deaf { wire.send(String(repeating: large, count: 200)) }
            usleep(3_000_000)
            // Six hundred answers of four megabytes would not fit.
            #expect(server.memory < memory + 300_000, "\(memory) kB, then \(server.memory) kB")
            #expect(Wire(port: server.port)?.asked(Self.user) == .status(200))
            withExtendedLifetime(deaf) {}
            #expect(server.stop() == 0)
        }
    }

    @Test func `limits are off unless they are asked for`() async throws {
        try await onThread {
            let program = Program()
            defer { program.remove() }
            func codes(_ server: ServedProgram) -> [Bool] {
                (0..<3).map { _ in
                    let fetch = "exec 3<>/dev/tcp/127.0.0.1/\(server.port); printf '\(Self.closing)' >&3; cat <&3"
                    return program.shell("bash -c \"\(fetch)\"").output.contains("429")
                }
            }
            let free = try #require(ServedProgram(program))
            #expect(codes(free) == [false, false, false])
            #expect(free.stop() == 0)
            let real = try #require(ServedProgram(program, "--limits", "real"))
            #expect(codes(real).last == true)
            #expect(real.stop() == 0)
        }
    }

    @Test func `a failure set in one process befalls the calls of another`() async throws {
        try await onThread {
            let program = Program()
            defer { program.remove() }
            let server = try #require(ServedProgram(program))
            let set = program.run("sandbox", "fail", "4012", "times", "2")
            #expect(set.output == "every call answers 4012, 2 more calls\n")
            let line = ["--base-url", "http://127.0.0.1:\(server.port)/v2", "-c", "account"]
            let key = ["TRACKINGMORE_API_KEY": "any"]
            #expect(program.run(arguments: line, variables: key).errors.contains("4012"))
            #expect(program.run("-c", "account").errors.contains("4012"))
            #expect(program.run(arguments: line, variables: key).status == 0)
            #expect(program.run("sandbox", "fail", "503", "one", "in", "20").status == 0)
            #expect(program.run("sandbox", "status").output.contains("one call in 20 answers 503"))
            #expect(program.run("sandbox", "fail", "nothing").status == 0)
            #expect(program.run("sandbox", "fail", "nonsense").status == 1)
            #expect(server.stop() == 0)
        }
    }

    private static let closing =
        "GET /v2/trackings/getuserinfo HTTP/1.1\\r\\nHost: localhost\\r\\nTrackingmore-Api-Key: k\\r\\nConnection: close\\r\\n\\r\\n"

    /// The server answers, holds what it held, and the account is what it was.
    private static func expectWhole(
        _ server: ServedProgram, _ program: Program, descriptors: Int, list: String, closing wires: [Wire]
    ) throws {
        #expect(Wire(port: server.port)?.asked(user) == .status(200))
        for wire in wires { wire.hangUp() }
        // Connections that were closed on this side are noticed when their turn comes.
        // The store opens its files a few times more when many ask at once.
        for _ in 0..<400 where server.descriptors > descriptors + 16 { usleep(50_000) }
        #expect(server.descriptors <= descriptors + 16)
        #expect(server.isRunning)
        #expect(server.stop() == 0)
        #expect(program.run("--format", "json", "-c", "list").output == list)
        let database = try DatabaseQueue(path: program.home + "/.local/state/tms/sandbox/account.sqlite")
        #expect(try database.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")
    }
}

/// Waiting for sockets on a thread of its own leaves the tests beside it theirs.
private func onThread(_ work: @escaping @Sendable () throws -> Void) async throws {
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
        Thread.detachNewThread { done.resume(with: Swift.Result { try work() }) }
    }
}
