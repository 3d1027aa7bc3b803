internal import NIOCore
import Synchronization

/// The open connections of a server and which of them are answering.
final class Connections: Sendable {
    private struct State {
        var channels: [ObjectIdentifier: any Channel] = [:]
        var busy: Set<ObjectIdentifier> = []
        var bodies = 0
        var isStopping = false
    }

    private let state = Mutex(State())

    var isEmpty: Bool { state.withLock { $0.channels.isEmpty } }
    var isStopping: Bool { state.withLock { $0.isStopping } }

    /// - Returns: false where there are `limit` of them already.
    func add(_ channel: any Channel, limit: Int) -> Bool {
        state.withLock { state in
            guard state.channels.count < limit else { return false }
            state.channels[ObjectIdentifier(channel)] = channel
            return true
        }
    }

    /// Makes room for so many bytes of a body, or gives it back where they are negative.
    ///
    /// - Returns: false, and no room, where all bodies together would exceed the limit.
    func reserve(_ bytes: Int, limit: Int) -> Bool {
        state.withLock { state in
            guard bytes <= 0 || state.bodies + bytes <= limit else { return false }
            state.bodies += bytes
            return true
        }
    }

    func remove(_ channel: any Channel) {
        state.withLock {
            $0.channels[ObjectIdentifier(channel)] = nil
            $0.busy.remove(ObjectIdentifier(channel))
        }
    }

    func setBusy(_ channel: any Channel, _ isBusy: Bool) {
        state.withLock {
            if isBusy { $0.busy.insert(ObjectIdentifier(channel)) } else { $0.busy.remove(ObjectIdentifier(channel)) }
        }
    }

    /// Closes the connections that are not answering; the others close after their answer.
    func beginStopping() {
        let idle = state.withLock { state in
            state.isStopping = true
            return state.channels.filter { !state.busy.contains($0.key) }.map(\.value)
        }
        for channel in idle { channel.close(promise: nil) }
    }

    func closeAll() {
        for channel in state.withLock({ Array($0.channels.values) }) { channel.close(promise: nil) }
    }
}
