import Synchronization
import TMSCommands
import TMSEngine
import TMSRuntime
import TMSSyntax
import TMSTestSupport
import TrackingMore

/// A service that answers from a script of responses and remembers what was asked.
final class FakeTransport: Transport {
    enum Reply: Sendable {
        case json(String)
        case error(TransportError)
    }

    struct Request: Sendable, Equatable {
        let line: String
        let body: String
    }

    private struct State {
        var replies: [Reply]
        var requests: [Request] = []
        var rule: (@Sendable (Request) -> Reply?)?
    }

    private let state: Mutex<State>

    /// - Parameter replies: in order; an empty success when they run out.
    init(_ replies: [Reply] = [], rule: (@Sendable (Request) -> Reply?)? = nil) {
        state = Mutex(State(replies: replies, rule: rule))
    }

    var requests: [Request] { state.withLock { $0.requests } }
    var lines: [String] { requests.map(\.line) }

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let reply = state.withLock { state in
            let path = request.url.replacing("https://api.trackingmore.com/v2", with: "")
            let seen = Request(
                line: "\(request.method) \(path)", body: String(decoding: request.body, as: UTF8.self))
            state.requests.append(seen)
            if let reply = state.rule?(seen) { return reply }
            return state.replies.isEmpty ? .json("[]") : state.replies.removeFirst()
        }
        switch reply {
        case .error(let error): throw error
        case .json(let text):
            let whole =
                text.hasPrefix("{\"meta\"") || text.hasPrefix("<")
                ? text : #"{"meta":{"code":200,"type":"Success","message":"Success"},"data":\#(text)}"#
            return HTTPResponse(status: 200, body: Array(whole.utf8))
        }
    }

    static func refusal(_ code: Int) -> Reply {
        .json(#"{"meta":{"code":\#(code),"type":"Bad Request","message":"no"},"data":[]}"#)
    }
}

/// A clock on which sleeping takes no time.
final class FakeClock: EngineClock {
    private let time = Mutex(0.0)
    private let slept = Mutex<[Double]>([])

    var sleeps: [Double] { slept.withLock { $0 } }

    func now() -> Double { time.withLock { $0 } }

    func sleep(seconds: Double) async throws(CancellationError) {
        if Task.isCancelled { throw CancellationError() }
        slept.withLock { $0.append(seconds) }
        time.withLock { $0 += seconds }
    }
}

struct NoServices: SessionServices {
    func perform(_ request: SessionRequest) async throws(SessionRefusal) -> Value {
        switch request {
        case .advanceSandbox(let seconds): .string("advanced \(seconds)")
        default: throw SessionRefusal("there is no sandbox here")
        }
    }
}

/// An engine on a fake service, and everything it said.
final class Bench {
    let transport: FakeTransport
    let clock = FakeClock()
    let statistics = CallStatistics()
    let notices = NoticeLog()
    private(set) var events: [OutputEvent] = []
    var context: EngineContext
    private(set) var driver: EffectDriver!

    init(
        _ replies: [FakeTransport.Reply] = [], rule: (@Sendable (FakeTransport.Request) -> FakeTransport.Reply?)? = nil,
        directory: String = ".", takesGuesses: Bool = false, consents: Bool = true, isLimited: Bool = false
    ) {
        transport = FakeTransport(replies, rule: rule)
        let client = Client(dialect: .v2, transport: transport, key: { Secret("a-secret-key-1234") })
        let notices = notices
        var path = RequestPath(client)
        path.clock = clock
        path.statistics = statistics
        if !isLimited { path.limit = nil }
        path.jitter = { 0 }
        path.report = { notices.add($0) }
        context = EngineContext(
            path, environment: .standard(now: { 1_700_000_000 }), services: NoServices(),
            consent: { _ in consents ? .given : .nobodyThere })
        context.directory = directory
        context.takesGuesses = takesGuesses
        driver = EffectDriver(context: context) { [unowned self] in events.append($0) }
    }

    func answer(_ line: Line) async -> TMSRuntime.Answer { await driver.answer(.command(line.call)) }

    /// All rows of a command, and the failure it ended with.
    func rows(_ effect: Effect) async -> (rows: [Value], failure: Failure?) {
        var rows: [Value] = []
        var answer = await driver.answer(effect)
        while true {
            switch answer {
            case .value(let value): return (rows + [value], nil)
            case .failed(let failure): return (rows, failure)
            case .rows(let more, let cursor, _, _):
                rows += more
                guard let cursor else { return (rows, nil) }
                answer = await driver.answer(.next(cursor))
            case .done, .writer, .kept: return (rows, nil)
            }
        }
    }

    func rows(_ line: Line) async -> (rows: [Value], failure: Failure?) { await rows(.command(line.call)) }

    var failedRows: [Failure] { events.compactMap { if case .rowFailed(let failure) = $0 { failure } else { nil } } }
    var diagnostics: [Diagnostic] { events.compactMap { if case .diagnostic(let it) = $0 { it } else { nil } } }

    /// Answers everything that is wanted at a time.
    func answers(to effects: [Effect]) async -> [TMSRuntime.Answer] {
        var answers = await driver.answers(to: WantedEffects(new: effects))
        while answers.count < effects.count {
            let more = await driver.answers(to: WantedEffects())
            if more.isEmpty { break }
            answers += more
        }
        return answers.sorted { $0.number < $1.number }.map(\.answer)
    }
}

final class NoticeLog: Sendable {
    private let log = Mutex<[EngineNotice]>([])
    var all: [EngineNotice] { log.withLock { $0 } }
    func add(_ notice: EngineNotice) { log.withLock { $0.append(notice) } }
}

extension Value {
    subscript(_ key: String) -> String? {
        guard case .record(let record) = self, case .slot(let slot) = record.shape.lookup(key) else { return nil }
        return record.values[slot].plainText
    }
}
