internal import CCurl
internal import Glibc
internal import Synchronization
internal import TrackingMore

/// The thread that owns libcurl's multi handle, and the mailbox through which others hand it work.
final class TransferLoop: Sendable {
    typealias Completion = @Sendable (Result<HTTPResponse, TransportError>) -> Void

    private struct Mailbox: ~Copyable {
        var starting: [(Transfer, Completion)] = []
        var cancelling: [Transfer] = []
        var isStopping = false
        var multi: MultiHandle?
    }

    /// libcurl allows `curl_multi_wakeup` from any thread; everything else is called by the loop's own.
    private struct MultiHandle: @unchecked Sendable {
        let pointer: UnsafeMutableRawPointer
    }

    private let mailbox = Mutex(Mailbox())

    func start(_ transfer: Transfer, completion: @escaping Completion) {
        let refusal: TransportError? = mailbox.withLock { box in
            guard !transfer.isCancelled, !box.isStopping else { return .cancelled }
            if box.multi == nil {
                guard let multi = ccurl_multi_init(), launch(multi) else {
                    return .other("the network thread could not be started", sent: false)
                }
                box.multi = MultiHandle(pointer: multi)
            }
            box.starting.append((transfer, completion))
            wake(box.multi)
            return nil
        }
        if let refusal { completion(.failure(refusal)) }
    }

    func cancel(_ transfer: Transfer) {
        mailbox.withLock { box in
            transfer.isCancelled = true
            box.cancelling.append(transfer)
            wake(box.multi)
        }
    }

    /// Ends the thread once the transfers under way have been cancelled.
    func stop() {
        mailbox.withLock { box in
            box.isStopping = true
            wake(box.multi)
        }
    }

    private func wake(_ multi: MultiHandle?) {
        if let multi { _ = ccurl_multi_wakeup(multi.pointer) }
    }

    private func launch(_ multi: UnsafeMutableRawPointer) -> Bool {
        let context = Unmanaged.passRetained(Launch(loop: self, multi: multi))
        var thread = pthread_t()
        let status = pthread_create(
            &thread, nil,
            { raw in
                guard let raw else { return nil }
                let launch = Unmanaged<Launch>.fromOpaque(raw).takeRetainedValue()
                launch.loop.run(launch.multi)
                return nil
            }, context.toOpaque())
        guard status == 0 else {
            context.release()
            _ = ccurl_multi_cleanup(multi)
            return false
        }
        pthread_detach(thread)
        return true
    }

    private final class Launch {
        let loop: TransferLoop
        let multi: UnsafeMutableRawPointer
        init(loop: TransferLoop, multi: UnsafeMutableRawPointer) {
            self.loop = loop
            self.multi = multi
        }
    }
}

extension TransferLoop {
    /// The thread's whole life.
    private func run(_ multi: UnsafeMutableRawPointer) {
        var active: [UnsafeMutableRawPointer: (transfer: Transfer, completion: Completion)] = [:]

        func finish(_ easy: UnsafeMutableRawPointer, _ result: (Transfer) -> Result<HTTPResponse, TransportError>) {
            guard let (transfer, completion) = active.removeValue(forKey: easy) else { return }
            let outcome = result(transfer)
            _ = ccurl_multi_remove(multi, easy)
            transfer.tearDown(easy)
            completion(outcome)
        }

        while true {
            let (starting, cancelling, isStopping) = mailbox.withLock { box in
                defer {
                    box.starting = []
                    box.cancelling = []
                }
                return (box.starting, box.cancelling, box.isStopping)
            }
            for (transfer, completion) in starting {
                guard !isStopping, let easy = transfer.setUp() else {
                    completion(.failure(.other("the request could not be prepared", sent: false)))
                    continue
                }
                active[easy] = (transfer, completion)
                _ = ccurl_multi_add(multi, easy)
            }
            let doomed =
                isStopping
                ? Array(active.keys)
                : active.filter { entry in
                    cancelling.contains { $0 === entry.value.transfer }
                }.map(\.key)
            for easy in doomed { finish(easy) { _ in .failure(.cancelled) } }
            if isStopping { break }

            var running: CInt = 0
            _ = ccurl_multi_perform(multi, &running)
            var code = CURLE_OK
            while let easy = ccurl_multi_next_done(multi, &code) {
                let ended = code
                finish(easy) { $0.result(of: easy, code: ended) }
            }
            // Idle connections need no attention; a wake-up ends the wait at once.
            _ = ccurl_multi_poll(multi, active.isEmpty ? 60_000 : 1_000)
        }
        mailbox.withLock { $0.multi = nil }
        _ = ccurl_multi_cleanup(multi)
    }
}
