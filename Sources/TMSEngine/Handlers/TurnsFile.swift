import Glibc
import TMSBase

/// The turns of an account in a small file that one process at a time reads and writes.
///
/// A line `pause SECONDS`, a line `margin SECONDS STEPS` and a line `RATE SECONDS` for each rate, on the clock of the
/// machine that runs since its start.
/// Where the file cannot be had, each process keeps to the limit by itself.
struct TurnsFile {
    let path: String
    /// No wait is longer: what lies further ahead was written before the machine was started anew.
    private static let furthest = 3_600.0

    init(_ path: String) { self.path = path }

    /// What the file says while it is held by this process alone.
    struct Held {
        let turns: Turns
        fileprivate let descriptor: Int32
        fileprivate let shift: Double

        /// Lets others go on.
        func close(keeping turns: Turns) {
            TurnsFile.write(turns, shift, to: descriptor)
            Glibc.close(descriptor)
        }
    }

    /// Waits until no other process holds the file.
    ///
    /// - Parameter now: the time on the caller's clock, which the turns handed over are on.
    func open(_ now: Double) -> Held? {
        try? PrivateFolder.make(for: path)
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
        let shift = Self.machineTime() - now
        return Held(turns: Self.read(descriptor, shift, now), descriptor: descriptor, shift: shift)
    }

    private static func read(_ descriptor: Int32, _ shift: Double, _ now: Double) -> Turns {
        var bytes = [UInt8](repeating: 0, count: 1_024)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        var turns = Turns()
        guard count > 0 else { return turns }
        for line in String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count >= 2, let written = Double(words[1]), written.isFinite else { continue }
            let time = written - shift
            guard time <= now + furthest else { continue }
            if words[0] == "margin", words.count == 3, let steps = Int(words[2]) {
                // Clocks of two processes are read one after the other.
                turns.margin = RateMargin(steps: steps, changed: min(time, now), now: now) ?? RateMargin()
            } else if words[0] == "pause" {
                turns.pausedUntil = time
            } else if let rate = Int(words[0]), rate > 0 {
                turns.free[rate] = time
            }
        }
        return turns
    }

    private static func write(_ turns: Turns, _ shift: Double, to descriptor: Int32) {
        var text = turns.pausedUntil.isFinite ? "pause \(turns.pausedUntil + shift)\n" : ""
        let margin = turns.margin
        if margin.changed.isFinite { text += "margin \(margin.changed + shift) \(margin.steps)\n" }
        for (rate, time) in turns.free { text += "\(rate) \(time + shift)\n" }
        let bytes = Array(text.utf8)
        guard ftruncate(descriptor, 0) == 0 else { return }
        _ = pwrite(descriptor, bytes, bytes.count, 0)
    }

    private static func machineTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_BOOTTIME, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
