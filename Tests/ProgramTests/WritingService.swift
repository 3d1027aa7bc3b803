import Foundation
import TMSTestSupport

/// A service that takes everything, and answers the second write when it may.
final class WritingService: Sendable {
    private let gate = DispatchSemaphore(value: 0)
    private let recorder: RecordingServer

    init?(isOpen: Bool) {
        let (gate, count) = (gate, Counter())
        if isOpen { gate.signal() }
        let recorder = RecordingServer { request in
            guard request.method == "POST", count.next() == 2 else { return .json(Self.answer(request.body)) }
            gate.wait()
            return .json(Self.answer(request.body))
        }
        guard let recorder else { return nil }
        self.recorder = recorder
    }

    var baseURL: String { recorder.baseURL }
    func open() { gate.signal() }
    var writes: Int { recorder.requests.count { $0.method == "POST" } }

    /// What the service says of rows that it takes.
    static func answer(_ body: String) -> String {
        let rows = (try? JSONSerialization.jsonObject(with: Data(body.utf8))) as? [[String: Any]] ?? []
        let data: [String: Any] = ["submitted": rows.count, "added": rows.count, "trackings": rows, "errors": []]
        let answer = try? JSONSerialization.data(withJSONObject: ["meta": ["code": 200], "data": data])
        return String(decoding: answer ?? Data(), as: UTF8.self)
    }
}

final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var count = 0

    func next() -> Int {
        lock.withLock {
            count += 1
            return count
        }
    }
}
