import Foundation
import Testing
import TrackingMore

@Suite struct `The list of calls` {
    @Test func `names every declaration, and says which line is missing`() throws {
        let folder = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/TrackingMore/Endpoints")
        let listed = Set(Dialect.v2.endpoints.map(\.id))
        var declared = 0
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                guard line.contains("static let "), line.hasSuffix("= Endpoint(") else { continue }
                let name = line.components(separatedBy: "static let ").last?.split(separator: " ").first ?? ""
                declared += 1
                #expect(listed.contains(String(name)), "Endpoint+all.swift lacks the line:         \(name),")
            }
        }
        #expect(declared == listed.count)
    }
}
