import TMSBase
import TMSCommands
import TrackingMore

/// What calls would be, for `explain` and `curl`: nothing of it is sent.
struct CallDescription {
    let baseURL: String
    let dialect: Dialect

    /// How the rows of a list are chosen: by the service, and by tms itself; `nil` where nothing is left to tms.
    ///
    /// - Parameter isSifted: a `where` stands behind the list.
    func sifting(_ calls: [EndpointCall], isSifted: Bool) -> String? {
        let listing = CallStatistics.Listing(of: calls)
        let own = listing.sifted + (isSifted ? ["`where`"] : [])
        guard !own.isEmpty else { return nil }
        guard !listing.asked.isEmpty else { return "tms itself filters by \(Self.list(own))" }
        return "the service filters by \(Self.list(listing.asked)), tms itself by \(Self.list(own))"
    }

    /// What each row would be sent with, where nobody knows how many there are.
    ///
    /// - Parameter together: rows share a request where the service takes several.
    func perRow(_ endpoint: Endpoint, together: Bool) -> [String] {
        let bulk = together ? endpoint.bulk : nil
        let target = bulk.flatMap { dialect.endpoint($0.endpoint) } ?? endpoint
        let rows = bulk.map { "for every \(Count.text($0.limit)) rows" } ?? "for each row"
        let line = "\(rows) 1 call of \(target.method.rawValue) \(target.path)\(cost(of: target, 1))"
        return [line] + (endpoint.warning.map { [$0] } ?? [])
    }

    private static func list(_ words: [String]) -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }

    /// A line for each request, ready to be pasted into a terminal; the key comes from the environment.
    func curl(_ calls: [EndpointCall]) -> [String] {
        CallBatch.plan(calls.map(\.withPlaceholder)).compactMap { batch, _ in
            (try? batch.request()).map { curl($0.request) }
        }
    }

    func curl(_ request: APIRequest) -> String {
        var words = ["curl"]
        // curl would make several addresses of these signs.
        if request.path.contains(where: { "[]{}".contains($0) }) { words.append("--globoff") }
        if request.method != .get { words += ["-X", request.method.rawValue] }
        words += [ShellWord.quoted(baseURL + request.path), "-H", "\"\(dialect.keyHeader): $TRACKINGMORE_API_KEY\""]
        for header in request.headers { words += ["-H", ShellWord.quoted("\(header.name): \(header.value)")] }
        if let body = request.body {
            words += ["-H", ShellWord.quoted("Content-Type: application/json"), "-d", ShellWord.quoted(body.compact)]
        }
        return words.joined(separator: " ")
    }

    /// A sentence for each kind of request: how many, what for, what it costs.
    ///
    /// - Parameter rounds: calls that go together, one round after the other.
    func explanation(_ rounds: [[DescribedCall]]) -> [String] {
        var lines: [(key: String, parcels: Int, requests: Int, hasPages: Bool, quota: String, noun: String)] = []
        let lookups = lookups(rounds)
        let all = rounds.joined()
        let reasons = [
            all.contains(where: \.asksForCarrier) ? "to find the carrier" : nil,
            all.contains(where: \.isReadBefore) ? "to keep what undo brings back" : nil,
        ].compactMap { $0 }
        for round in rounds {
            for (batch, places) in CallBatch.plan(round.map(\.call.withPlaceholder)) {
                guard let first = batch.calls.first, let request = try? batch.request() else { continue }
                let target = batch.isBulk ? dialect.bulkTarget(of: first.endpoint) : first.endpoint
                let path = request.request.path.split(separator: "?").first.map(String.init) ?? ""
                let shown = target.map { $0.path.contains("{") ? $0.path : path } ?? path
                let key = "\(request.request.method.rawValue) \(shown)"
                let quota = cost(of: target ?? first.endpoint, batch.calls.count)
                let hasPages = places.contains { round[$0].hasPages }
                if let index = lines.firstIndex(where: {
                    $0.key == key && $0.quota == quota && $0.hasPages == hasPages
                }) {
                    lines[index].parcels += batch.calls.count
                    lines[index].requests += 1
                } else {
                    let noun = first.verb.parcelSlot == nil ? "items" : "parcels"
                    lines.append((key, batch.calls.count, 1, hasPages, quota, noun))
                }
            }
        }
        var sentences = lookups > 0 ? [lookup(lookups, reasons.joined(separator: " and "))] : []
        sentences += lines.map { line in
            let calls = line.requests == 1 ? "1 call" : "\(Count.text(line.requests)) calls"
            let parcels = line.parcels == line.requests ? "" : ", \(Count.text(line.parcels)) \(line.noun)"
            let said = "\(calls) of \(line.key)\(parcels)\(line.quota)"
            return line.hasPages
                ? "at least \(said); one for each page of \(Count.text(dialect.largestPage)) parcels" : said
        }
        for warning in rounds.joined().compactMap(\.call.endpoint.warning) where !sentences.contains(warning) {
            sentences.append(warning)
        }
        return sentences
    }

    /// How many calls it takes to ask the account for parcels that must be known before they are written to.
    private func lookups(_ rounds: [[DescribedCall]]) -> Int {
        var known: Set<String> = []
        var calls = 0
        for round in rounds {
            let numbers = Set(
                round.filter { $0.asksForCarrier || $0.isReadBefore }.compactMap { $0.call.number?.uppercased() })
            calls += (numbers.subtracting(known).count + dialect.numbersInCall - 1) / dialect.numbersInCall
            known.formUnion(numbers)
        }
        return calls
    }

    private func lookup(_ calls: Int, _ reason: String) -> String {
        let words = calls == 1 ? "1 call" : "\(Count.text(calls)) calls"
        return "\(words) of GET \(dialect.calls.list.path), \(reason), no quota"
    }

    private func cost(of endpoint: Endpoint, _ items: Int) -> String {
        switch endpoint.cost {
        case .free: ", no quota"
        case .perItem(let each): ", \(each) quota for each"
        case .onePerCalls(let calls): ", 1 quota for every \(calls) calls"
        case .unknown: ", quota not documented"
        }
    }
}

extension EndpointCall {
    /// The same call with a word in the place of a carrier that is not known yet.
    fileprivate var withPlaceholder: EndpointCall {
        guard lacksCarrier, !bulkNeedsNoCarrier else { return self }
        var call = self
        call.carrier = "CARRIER"
        return call
    }
}
