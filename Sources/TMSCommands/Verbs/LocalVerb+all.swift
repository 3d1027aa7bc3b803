import TMSRuntime
import TMSSyntax
import TrackingMore

extension LocalVerb {
    /// Every verb that is the shell's own.
    public static let all: [LocalVerb] =
        [
            help, whatIs, advanceSandbox, resetSandbox, failSandbox, behaveSandbox, sandboxPoints, webhookSandbox,
            sandboxStatus, history, next, back, browse, settings, profile, tour,
            call, runs, run, resume, undo, redo, apply,
        ] + desk

    static let help = LocalVerb(
        Signature(
            words: ["help"],
            // A verb has up to three words, and `all` may follow.
            subjects: [Slot("TOPIC", .text, isRequired: false, "Any word that can be typed, or the code of a message.")]
                + (1...3).map { _ in
                    Slot("WORD", .text, isRequired: false, "Its further words; `all` for every clause.")
                },
            summary: "Shows what can be typed.", examples: ["help", "help track", "help where", "help E0107"])
    ) { call async throws(Failure) in
        let topic = (0...3).flatMap(call.values).map(\.plainText).joined(separator: " ")
        let index = HelpIndex(call.catalogue.vocabulary)
        if let page = index.page(on: topic) { return .value(.written(page)) }
        // `help error 4031`, `help E0107`.
        let code = topic.split(separator: " ").last.map(String.init) ?? topic
        do {
            return .value(try await call.services.perform(.explanation(code: code)))
        } catch {
            let near = index.nearest(to: topic)
            let hint =
                near.isEmpty
                ? "`help` shows what there is" : "near it: \(near.map { "help " + $0 }.joined(separator: ", "))"
            throw call.failure("E0620", "there is no help on `\(topic)`", hint: hint)
        }
    }

    static let whatIs = LocalVerb(
        Signature(
            words: ["what", "is"], subjects: [Slot("NUMBER", .trackingNumber, "A number from a label.")],
            summary: "Tells what a number looks like, without asking anybody.",
            examples: ["what is RR100200300SG"])
    ) { call async throws(Failure) in
        var texts: [String] = []
        do throws(KindError) {
            for number in call.numbers(0) { texts.append(NumberReading.text(on: try TrackingNumber.read(number))) }
        } catch {
            throw call.failure(error.code.rawValue, error.message, hint: error.hint)
        }
        return .value(.written(texts.joined(separator: "\n\n")))
    }

    static let call = LocalVerb(
        Signature(
            words: ["call"],
            subjects: [
                Slot("METHOD", .choice(["get", "post", "put", "delete"]), "The method."),
                Slot("PATH", .text, "Below the base address, beginning with /."),
                Slot("BODY", .any, isRequired: false, "A record, a list, or JSON in quotes."),
            ], effect: .update, byHand: [], calls: CallShape(),
            summary: "Makes any call and shows the raw answer.",
            examples: ["call get \"/carriers\""]),
        isPure: true
    ) { call async throws(Failure) in
        guard let method = Method(rawValue: (call.text(0) ?? "").uppercased()) else {
            throw call.failure("E0623", "`\(call.text(0) ?? "")` is no method: get, post, put or delete")
        }
        guard let path = call.text(1), path.hasPrefix("/"), path.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw call.failure(
                "E0624", "a path begins with / and holds no blanks", hint: "as in call get \"/carriers\"")
        }
        return .request(
            APIRequest(
                method: method, path: path,
                body: try call.body.map { call.catalogue.dialect.normalized(byHand: $0, for: path) }))
    }
}

extension LocalCall {
    func perform(_ request: SessionRequest) async throws(Failure) -> LocalAnswer {
        do {
            return .value(try await services.perform(request))
        } catch {
            throw failure("E0622", error.message, hint: error.hint)
        }
    }

    /// A record as it is, text as the JSON it holds.
    fileprivate var body: JSON? {
        get throws(Failure) {
            guard call.subjects.indices.contains(2) else { return nil }
            let body = call.subjects[2]
            let isList = body.isList || body.values.count > 1
            guard let value = isList ? .items(body.values) : body.values.first, !value.isEmpty else { return nil }
            guard case .text(let text) = value else { return value.json }
            do {
                return try JSON(parsing: text.string)
            } catch {
                throw failure("E0625", "the body is not JSON: \(error.reason.rawValue)")
            }
        }
    }
}
