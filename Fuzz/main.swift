// Feeds made-up bytes to one part of the program, chosen by TMS_FUZZ: parser, csv or json. Scripts/fuzz runs it.

import Glibc

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// A law was broken: says which, and ends in the way the fuzzer takes for a finding.
func finding(_ words: String) -> Never {
    say("law broken: \(words)")
    abort()
}

private func say(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    _ = write(2, bytes, bytes.count)
}

private let target = getenv("TMS_FUZZ").map { String(cString: $0) }
private var count = CommandLine.argc
private var arguments = CommandLine.unsafeArgv

switch target {
case "dictionary": print(dictionary)
case "parser":
    exit(runDriver(&count, &arguments) { bytes, count in readScript(UnsafeBufferPointer(start: bytes, count: count)) })
case "csv":
    exit(runDriver(&count, &arguments) { bytes, count in readTable(UnsafeBufferPointer(start: bytes, count: count)) })
case "json":
    exit(runDriver(&count, &arguments) { bytes, count in readJSON(UnsafeBufferPointer(start: bytes, count: count)) })
default:
    say("TMS_FUZZ is parser, csv, json or dictionary")
    exit(2)
}
