import TMSCommands
import TMSRuntime
import TrackingMore

/// Finds out what the account knows of the things that stand in a text: one call for the numbers, and one for the orders
/// that are called so and belong to none of them.
struct FindingReader {
    let performer: CallPerformer
    /// The call of the list, for which everything is read.
    let call: EndpointCall
    let environment: Environment
    /// What the account holds, where that is known without a call.
    let known: [HeldParcel]
    let knownOrders: Set<String>

    /// More orders than these are none: a table of something else was pasted.
    private static let mostOrders = 40

    func findings(in text: DeskText) async throws(Failure) -> [DeskFinding] {
        let numbers = text.numbers.map(\.value)
        let parcels = numbers.isEmpty ? [] : try await held(numbers)
        var findings = text.numbers.flatMap { self.findings(on: $0, parcels) }
        findings += text.items.filter { $0.sort == .lost }.map { item in
            DeskFinding(found: item.written, number: "", carrier: "", state: .other, about: item.note ?? "")
        }
        findings += try await self.findings(onOrders: text.items.filter { $0.sort == .order }, parcels)
        if findings.allSatisfy({ $0.number.isEmpty }) {
            findings += text.items.filter { $0.sort == .email }.map { item in
                DeskFinding(found: item.written, number: "", carrier: "", state: .other, about: "an address")
            }
        }
        return findings
    }

    private func held(_ numbers: [String]) async throws(Failure) -> [Record] {
        let rows = try await performer.account.rows(of: numbers) { arguments throws(Failure) in
            try await performer.read(call.endpoint, arguments, for: call)
        }
        return rows.values.compactMap { record(of: $0) }.sorted { text("via", $0) < text("via", $1) }
    }

    private func record(of row: JSON) -> Record? {
        if case .record(let record) = performer.value(of: row, for: call) { record } else { nil }
    }

    private func text(_ field: String, _ parcel: Record) -> String { parcel.value(of: field, environment).plainText }

    // MARK: Numbers

    private func findings(on item: DeskText.Item, _ parcels: [Record]) -> [DeskFinding] {
        let own = parcels.filter { text("number", $0).uppercased() == item.value.uppercased() }
        let odd = [item.note, item.count > 1 ? "\(item.count) times in the text" : nil].compactMap { $0 }
        if !own.isEmpty {
            return own.map { parcel in
                DeskFinding(
                    found: item.written, number: text("number", parcel), carrier: text("via", parcel),
                    state: .followed(status: text("status", parcel)),
                    about: (names(of: parcel) + odd).joined(separator: " · "))
            }
        }
        let near = Set(known.map(\.number)).compactMap { number in
            NumberSlip(item.value, number).map { (number, $0) }
        }
        if !near.isEmpty {
            return near.sorted { $0.0 < $1.0 }.map { number, slip in
                let about = "\(number) is followed, and nearly the same: \(slip.text)"
                return DeskFinding(
                    found: item.written, number: number, carrier: known.first { $0.number == number }?.carrier ?? "",
                    state: .nearly, about: ([about] + odd).joined(separator: " · "))
            }
        }
        let guess = TrackingNumber(item.value).guesses.first
        let reason = guess.map { "\($0.confidence.word): \($0.reason)" } ?? "its shape names no carrier"
        return [
            DeskFinding(
                found: item.written, number: item.value, carrier: guess?.carrier ?? "", state: .notFollowed,
                about: ([reason] + odd).joined(separator: " · "))
        ]
    }

    private func names(of parcel: Record) -> [String] {
        let order = text("order", parcel)
        return [text("title", parcel), order.isEmpty ? "" : "order \(order)", text("customer", parcel)].filter {
            !$0.isEmpty
        }
    }

    // MARK: Orders

    /// Only orders the account has count: a word with a digit in it may be anything.
    private func findings(onOrders items: [DeskText.Item], _ parcels: [Record]) async throws(Failure) -> [DeskFinding] {
        var findings: [DeskFinding] = []
        var open: [DeskText.Item] = []
        for item in items.prefix(Self.mostOrders) {
            let plain = Folding.plain(item.value)
            if let parcel = parcels.first(where: { Folding.plain(text("order", $0)) == plain }) {
                findings.append(finding(item, parcel, "the order of \(text("number", parcel))"))
            } else if item.isCertain || known.contains(where: { Folding.plain($0.order ?? "") == plain }) {
                open.append(item)
            }
        }
        guard !open.isEmpty else { return findings }
        for (parcel, item) in try await ordered(open) {
            findings.append(finding(item, parcel, "an order of the account"))
        }
        return findings
    }

    private func finding(_ item: DeskText.Item, _ parcel: Record, _ what: String) -> DeskFinding {
        DeskFinding(
            found: item.written, number: text("number", parcel), carrier: text("via", parcel),
            state: .followed(status: text("status", parcel)),
            about: ([what] + names(of: parcel).prefix(1)).joined(separator: " · "))
    }

    /// The orders as they are written in the account, and with and without their `#`: the service compares characters.
    private func ordered(_ items: [DeskText.Item]) async throws(Failure) -> [(Record, DeskText.Item)] {
        guard let parameter = call.endpoint.parameters.first(where: { $0.kind.element == .orderID }) else { return [] }
        let written = knownOrders.union(known.compactMap(\.order))
        var spellings: [String] = []
        for item in items {
            let plain = Folding.plain(item.value)
            let meant = written.filter { Folding.plain($0) == plain }.sorted()
            let bare = item.value.hasPrefix("#") ? String(item.value.dropFirst()) : item.value
            spellings += meant.isEmpty ? [bare, "#" + bare] : meant
        }
        let rows = try await performer.read(
            call.endpoint, [parameter.field: .array(spellings.map { .string($0) })], for: call
        ).rows
        return rows.compactMap { row in
            guard let parcel = record(of: row) else { return nil }
            let plain = Folding.plain(text("order", parcel))
            return items.first { Folding.plain($0.value) == plain }.map { (parcel, $0) }
        }
    }
}
