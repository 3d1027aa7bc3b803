import Glibc
import Testing

@testable import TMSShell

struct HeapStepTests {
    @Test(arguments: [1, 3, 4 << 20, (4 << 20) + 4_097, 16 << 20])
    func `asking for large pages leaves what lies in a step as it is`(bytes: Int) throws {
        let room = 24 << 20
        let memory = try #require(
            mmap(nil, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0).flatMap {
                $0 == MAP_FAILED ? nil : $0
            })
        defer { munmap(memory, room) }
        // The first page of the step is in use, and what stands behind the step is another's.
        memset(memory, 7, 4_096)
        memset(memory + bytes, 9, room - bytes)
        let start = UInt(bitPattern: memory)
        HeapStep(from: start, to: start + UInt(bytes)).useLargePagesIfCheaper()
        let content = UnsafeRawBufferPointer(start: memory, count: room)
        let used = min(4_096, bytes)
        #expect(content[..<used].allSatisfy { $0 == 7 })
        #expect(content[used..<bytes].allSatisfy { $0 == 0 })
        #expect(content[bytes...].allSatisfy { $0 == 9 })
    }
}
