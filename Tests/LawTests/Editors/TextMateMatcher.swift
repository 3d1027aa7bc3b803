import Foundation
import Testing

/// The part of a TextMate engine that the grammar of tms uses: matches, regions, captures, includes, line by line.
final class TextMateMatcher {
    private final class Rule {
        let scope: String?
        let match: NSRegularExpression?
        let begin: NSRegularExpression?
        let end: NSRegularExpression?
        let captures: [Int: Rule]
        let patterns: [[String: Any]]
        let endsLast: Bool

        init(_ node: [String: Any]) throws {
            func pattern(_ key: String) throws -> NSRegularExpression? {
                try (node[key] as? String).map { try NSRegularExpression(pattern: $0) }
            }
            scope = node["name"] as? String
            match = try pattern("match")
            begin = try pattern("begin")
            end = try pattern("end")
            patterns = node["patterns"] as? [[String: Any]] ?? []
            endsLast = node["applyEndPatternLast"] as? Bool ?? false
            let named = (node["beginCaptures"] ?? node["captures"]) as? [String: [String: Any]] ?? [:]
            captures = Dictionary(
                uniqueKeysWithValues: try named.compactMap { key, value in try Int(key).map { ($0, try Rule(value)) } })
        }
    }

    private let root: [[String: Any]]
    private let repository: [String: [String: Any]]
    private var known: [String: Rule] = [:]
    private var lists: [String: [Rule]] = [:]

    init(_ json: String) throws {
        let node = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] ?? [:]
        root = node["patterns"] as? [[String: Any]] ?? []
        repository = node["repository"] as? [String: [String: Any]] ?? [:]
    }

    /// The innermost scope of every UTF-16 unit of a text; empty where there is none.
    func scopes(of text: String) throws -> [String] {
        var result: [String] = []
        var stack: [Rule] = []
        for line in text.components(separatedBy: "\n") {
            let length = (line as NSString).length
            var scopes = [String](repeating: stack.last { $0.scope != nil }?.scope ?? "", count: length)
            try scan(line, 0..<length, &stack, &scopes, floor: 0)
            result += scopes + [""]
        }
        return Array(result.dropLast())
    }

    private func scan(
        _ line: String, _ range: Range<Int>, _ stack: inout [Rule], _ scopes: inout [String], floor: Int,
        _ own: [Rule] = []
    ) throws {
        var position = range.lowerBound
        var stalled = 0
        while position <= range.upperBound, stalled < 64 {
            let top = stack.count > floor ? stack.last : nil
            var best: (result: NSTextCheckingResult, rule: Rule?)?
            func consider(_ expression: NSRegularExpression?, _ rule: Rule?) {
                let rest = NSRange(location: position, length: range.upperBound - position)
                guard let expression,
                    let result = expression.firstMatch(
                        in: line, options: [.withTransparentBounds, .withoutAnchoringBounds], range: rest)
                else { return }
                if best.map({ result.range.location < $0.result.range.location }) ?? true { best = (result, rule) }
            }
            if let top, !top.endsLast { consider(top.end, nil) }
            for rule in try top.map({ try rules($0.patterns) }) ?? (own.isEmpty ? rules(root) : own) {
                consider(rule.match ?? rule.begin, rule)
            }
            if let top, top.endsLast { consider(top.end, nil) }
            guard let best else { break }
            let found = best.result.range
            let end = found.location + found.length
            if let rule = best.rule {
                paint(&scopes, found, rule.scope)
                try capture(rule, best.result, line, &scopes)
                if rule.begin != nil {
                    stack.append(rule)
                    fill(&scopes, end..<range.upperBound, rule.scope)
                }
            } else if let ended = stack.popLast() {
                fill(&scopes, found.location..<range.upperBound, stack.last { $0.scope != nil }?.scope ?? "")
                paint(&scopes, found, ended.scope)
            }
            stalled = end > position || found.location > position ? 0 : stalled + 1
            position = max(end, found.location)
            if found.length == 0, best.rule?.match != nil { position += 1 }
        }
    }

    private func capture(
        _ rule: Rule, _ result: NSTextCheckingResult, _ line: String, _ scopes: inout [String]
    ) throws {
        for (index, capture) in rule.captures.sorted(by: { $0.key < $1.key }) where index < result.numberOfRanges {
            let range = result.range(at: index)
            guard range.location != NSNotFound, range.length > 0 else { continue }
            paint(&scopes, range, capture.scope)
            guard !capture.patterns.isEmpty else { continue }
            var inner: [Rule] = []
            try scan(
                line, range.location..<range.location + range.length, &inner, &scopes, floor: 0,
                rules(capture.patterns))
        }
    }

    private func paint(_ scopes: inout [String], _ range: NSRange, _ scope: String?) {
        guard let scope else { return }
        for position in range.location..<range.location + range.length { scopes[position] = scope }
    }

    private func fill(_ scopes: inout [String], _ range: Range<Int>, _ scope: String?) {
        guard let scope else { return }
        for position in range { scopes[position] = scope }
    }

    /// The rules of a list of patterns, its includes followed.
    private func rules(_ patterns: [[String: Any]]) throws -> [Rule] {
        try patterns.flatMap { node in
            if let name = node["include"] as? String { return try included(name) }
            if node["match"] == nil, node["begin"] == nil {
                return try rules(node["patterns"] as? [[String: Any]] ?? [])
            }
            return [try rule(node, "\(node["match"] ?? node["begin"] ?? "")\(node["end"] ?? "")")]
        }
    }

    private func included(_ name: String) throws -> [Rule] {
        if let list = lists[name] { return list }
        let list: [Rule]
        if name == "$self" {
            list = try rules(root)
        } else {
            let node = try #require(repository[String(name.dropFirst())], "\(name) is not in the repository")
            list = try rules([node])
        }
        lists[name] = list
        return list
    }

    private func rule(_ node: [String: Any], _ key: String) throws -> Rule {
        if let rule = known[key] { return rule }
        let rule = try Rule(node)
        known[key] = rule
        return rule
    }
}
