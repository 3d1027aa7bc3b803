import Foundation
import Synchronization

/// With `TMS_REWRITE=1` the blocks are given what their commands say, in place of a comparison.
enum Rewriting {
    static let isOn = ProcessInfo.processInfo.environment["TMS_REWRITE"] == "1"

    private static let turn = Mutex(())

    /// Puts new content into a block. Blocks of one document come from several tests at once, so that the place is
    /// looked up by the content.
    static func write(_ text: String, into block: Block) throws {
        guard text != block.text else { return }
        try turn.withLock { _ in
            let path = block.document.path
            var document = try String(contentsOfFile: path, encoding: .utf8)
            guard let place = document.range(of: "\n" + block.text + "```") else { return }
            document.replaceSubrange(place, with: "\n" + text + "```")
            try document.write(toFile: path, atomically: true, encoding: .utf8)
        }
    }
}
