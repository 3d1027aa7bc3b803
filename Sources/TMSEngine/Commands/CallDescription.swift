import TMSCommands
import TrackingMore

/// What calls would be, for `explain` and `curl`: nothing of it is sent.
struct CallDescription {
    let baseURL: String

    /// A line for each request, ready to be pasted into a terminal; the key comes from the environment.
    func curl(_ calls: [EndpointCall]) -> [String] {
        CallBatch.plan(calls.map(\.withPlaceholder)).compactMap { batch, _ in
            (try? batch.request()).map { curl($0.request) }
        }
    }

    func curl(_ request: APIRequest) -> String {
        var words = ["curl"]
        if request.method != .get { words += ["-X", request.method.rawValue] }
        words += [quoted(baseURL + request.path), "-H", "\"Trackingmore-Api-Key: $TRACKINGMORE_API_KEY\""]
        for header in request.headers { words += ["-H", quoted("\(header.name): \(header.value)")] }
        if let body = request.body {
            words += ["-H", quoted("Content-Type: application/json"), "-d", quoted(body.compact)]
        }
        return words.joined(separator: " ")
    }

    /// A sentence for each kind of request: how many, what for, what it costs.
    func explanation(_ calls: [EndpointCall]) -> [String] {
        var lines: [(key: String, parcels: Int, requests: Int, quota: String)] = []
        for (batch, _) in CallBatch.plan(calls.map(\.withPlaceholder)) {
            guard let first = batch.calls.first, let request = try? batch.request() else { continue }
            let target = batch.isBulk ? first.endpoint.bulk.flatMap { Endpoint.named($0.endpoint) } : first.endpoint
            let path = request.request.path.split(separator: "?").first.map(String.init) ?? ""
            let shown = target.map { $0.path.contains("{") ? $0.path : path } ?? path
            let key = "\(request.request.method.rawValue) \(shown)"
            let quota = cost(of: target ?? first.endpoint, batch.calls.count)
            if let index = lines.firstIndex(where: { $0.key == key && $0.quota == quota }) {
                lines[index].parcels += batch.calls.count
                lines[index].requests += 1
            } else {
                lines.append((key, batch.calls.count, 1, quota))
            }
        }
        var sentences = lines.map { line in
            let calls = line.requests == 1 ? "1 call" : "\(line.requests) calls"
            let parcels = line.parcels == line.requests ? "" : ", \(line.parcels) parcels"
            return "\(calls) of \(line.key)\(parcels)\(line.quota)"
        }
        if let warning = calls.first?.endpoint.warning { sentences.append(warning) }
        return sentences
    }

    private func cost(of endpoint: Endpoint, _ items: Int) -> String {
        switch endpoint.cost {
        case .free: ", no quota"
        case .perItem(let each): ", \(each) quota for each"
        case .onePerCalls(let calls): ", 1 quota for every \(calls) calls"
        case .unknown: ", quota not documented"
        }
    }

    private func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}

extension EndpointCall {
    /// The same call with a word in the place of a courier that is not known yet.
    fileprivate var withPlaceholder: EndpointCall {
        guard lacksCarrier, !bulkNeedsNoCarrier else { return self }
        var call = self
        call.carrier = "CARRIER"
        return call
    }
}
