import Glibc
import Synchronization
import TMSBase

/// The way to a terminal on which a line may be edited at the moment: what is emitted appears above the prompt, or at
/// once while no line is edited. From any thread.
public final class TerminalOutput: Sendable {
    private struct State {
        var isEditing = false
        var waiting: [UInt8] = []
    }

    let wakeUp: WakeUpPipe
    private let descriptor: Int32
    private let state = Mutex(State())

    init?(descriptor: Int32) {
        guard let wakeUp = WakeUpPipe() else { return nil }
        self.wakeUp = wakeUp
        self.descriptor = descriptor
    }

    /// Shows whole lines. A missing newline at the end is added.
    public func emit(_ text: String) {
        let bytes = Array(text.utf8) + (text.utf8.last == 0x0A ? [] : [0x0A])
        let isEditing = state.withLock { state in
            if state.isEditing {
                state.waiting += bytes
            } else {
                FileBytes.write(bytes, to: descriptor)
            }
            return state.isEditing
        }
        if isEditing { wakeUp.send(0) }
    }

    func beginEditing() {
        state.withLock { $0.isEditing = true }
    }

    /// Writes what came too late for the editor.
    func endEditing() {
        state.withLock { state in
            state.isEditing = false
            if !state.waiting.isEmpty { FileBytes.write(state.waiting, to: descriptor) }
            state.waiting = []
        }
    }

    func takeWaiting() -> [UInt8] {
        state.withLock { state in
            defer { state.waiting = [] }
            return state.waiting
        }
    }
}
