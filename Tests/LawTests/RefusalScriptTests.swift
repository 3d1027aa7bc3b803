import Foundation
import TMSTestSupport
import Testing
import TrackingMore

/// `ScriptTests/Scripts/calls` holds a folder a call: its request and answer, and a script for each refusal it is
/// documented to give. The scripts are run there; here it is seen that none is missing.
@Suite struct `The scripts of calls` {
    private static let folder =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .path + "/ScriptTests/Scripts/calls/"

    private static func scripts(of endpoint: Endpoint) -> [String: String] {
        let folder = folder + endpoint.id
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return Dictionary(
            names.map { ($0, (try? String(contentsOfFile: folder + "/" + $0, encoding: .utf8)) ?? "") },
            uniquingKeysWith: { first, _ in first })
    }

    @Test(arguments: Dialect.v2.endpoints)
    func `show the request and the answer`(endpoint: Endpoint) throws {
        let script = try #require(Self.scripts(of: endpoint)["the-request-and-the-answer.tms"], "\(endpoint.id)")
        let path = endpoint.path.prefix { $0 != "{" }
        #expect(script.contains("/v2\(path)"), "\(endpoint.id): \(script)")
        #expect(endpoint.method == .get || script.contains("-X \(endpoint.method.rawValue) "), "\(endpoint.id)")
    }

    @Test(arguments: Dialect.v2.endpoints)
    func `show every documented refusal under the word at fault`(endpoint: Endpoint) throws {
        let scripts = Self.scripts(of: endpoint)
        for refusal in endpoint.refusals {
            let script = scripts.first { $0.key.hasPrefix("refused-with-\(refusal.code)-") }
            let text = try #require(script?.value, "\(endpoint.id) has no script for \(refusal.code)")
            // A request refused as a whole is sent again in halves, which are refused as well.
            let isFailing = ["\n", " always\n"].contains { text.hasPrefix("sandbox fail \(refusal.code)\($0)") }
            #expect(isFailing, "\(endpoint.id) \(refusal.code)")
            // A number tracked before is no failure, and nothing found is an answer.
            let isTolerated = [4016, 4031].contains(refusal.code) && !text.contains(" error: ")
            guard !isTolerated else { continue }
            let underlined = text.split(separator: "\n").contains { line in
                line.contains("^ error: ") && (refusal.field == nil) == line.hasPrefix("#^")
            }
            #expect(underlined, "\(endpoint.id) \(refusal.code): \(text)")
        }
    }
}
