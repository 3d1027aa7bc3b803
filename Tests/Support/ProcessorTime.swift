import Glibc

/// The time that a processor spends on some work of this thread, however busy the machine is with other things: what a
/// test may bound that runs beside others.
public func measured<Result>(_ work: () throws -> Result) rethrows -> (result: Result, time: Duration) {
    let start = threadTime()
    let result = try work()
    return (result, threadTime() - start)
}

public func processorTime(of work: () throws -> Void) rethrows -> Duration { try measured(work).time }

private func threadTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}
