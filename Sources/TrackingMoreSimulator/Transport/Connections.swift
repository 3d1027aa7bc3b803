internal import NIOCore
import Synchronization

/// The open connections of a server and which of them are answering.
final class Connections: Sendable {
    private struct State {
        var channels: [ObjectIdentifier: any Channel] = [:]
        var busy: Set<ObjectIdentifier> = []
        var isStopping = false
    }

    private let state = Mutex(State())

    var isEmpty: Bool { state.withLock { $0.channels.isEmpty } }
    var isStopping: Bool { state.withLock { $0.isStopping } }

    func add(_ channel: any Channel) {
        state.withLock { $0.channels[ObjectIdentifier(channel)] = channel }
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
