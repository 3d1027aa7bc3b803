import TMSRuntime
import TMSSyntax

/// The verbs that steer the sandbox.
extension LocalVerb {
    static let advanceSandbox = LocalVerb(
        Signature(
            words: ["sandbox", "advance"],
            subjects: [Slot("DURATION", .duration, "How far its clock runs on.")], effect: .update,
            summary: "Lets time pass in the sandbox.", examples: ["sandbox advance 9 days"])
    ) { call async throws(Failure) in
        guard case .duration(let seconds)? = call.values(0).first, seconds >= 0 else {
            throw call.failure("E0621", "time only runs forward; say how long: sandbox advance 2 days")
        }
        return try await call.perform(.advanceSandbox(seconds))
    }

    static let resetSandbox = LocalVerb(
        Signature(
            words: ["sandbox", "reset"],
            clauses: [
                Clause("parcels", .number, "How many it begins with; 40 if left out."),
                Clause("seed", .number, "What everything in it is drawn from; the one it has if left out."),
                Clause("quota", .number, "How many may be added; 480 if left out."),
            ], effect: .delete, summary: "Puts the sandbox back to its beginning.",
            examples: ["sandbox reset", "sandbox reset parcels 200 seed 7"])
    ) { call async throws(Failure) in
        try await call.perform(
            try .resetSandbox(
                seed: call.number("seed"), parcels: call.number("parcels"), quota: call.number("quota")))
    }

    static let failSandbox = LocalVerb(
        Signature(
            words: ["sandbox", "fail"],
            subjects: [
                Slot("FAULT", .text, "A code such as 429, slow, timeout, garbage, half, or nothing to end them.")
            ],
            clauses: [
                Clause("times", .number, group: "extent", "Until so many calls have failed; 1 if nothing is said."),
                Clause("for", .duration, group: "extent", "For so long by your own clock, not the sandbox's."),
                Clause("always", nil, group: "extent", "Until sandbox fail nothing."),
                Clause("one", nil, "Only some calls, drawn from the seed: one in 20."),
                Clause("in", .number, "One call in so many."),
                Clause("by", .duration, "How late slow answers come; 2 s if left out."),
                Clause("after", .choice(["write"]), "Says timeout in full: timeout after write."),
                Clause("batch", nil, "Says half in full: half batch."),
            ], effect: .update, summary: "Makes calls to the sandbox fail, whoever makes them.",
            examples: [
                "sandbox fail 429 for 2 minutes", "sandbox fail timeout after write", "sandbox fail 503 one in 20",
                "sandbox fail slow by 5 s times 3", "sandbox fail nothing",
            ])
    ) { call async throws(Failure) in
        var name = call.text(0) ?? ""
        if call.value(of: "after") != nil { name += " after write" }
        if call.value(of: "batch") != nil { name += " batch" }
        if name.lowercased() == "nothing" { return try await call.perform(.clearSandboxFaults) }
        if call.value(of: "one") != nil, try call.number("in") == nil {
            throw call.failure("E0626", "one in how many?", hint: "as in sandbox fail 503 one in 20")
        }
        let oneIn = try call.number("in") ?? 1
        let times = try call.number("times")
        guard oneIn > 0, times ?? 1 > 0, call.seconds("for") ?? 1 > 0, call.seconds("by") ?? 0 >= 0 else {
            throw call.failure("E0626", "a failure needs a number and a duration above zero")
        }
        let isLasting = call.value(of: "always") != nil || oneIn > 1
        let extent: SandboxFault.Extent =
            times.map { .calls($0) } ?? call.seconds("for").map { .seconds($0) } ?? (isLasting ? .always : .calls(1))
        return try await call.perform(
            .failSandbox(SandboxFault(name: name, extent: extent, oneIn: oneIn, delay: call.seconds("by") ?? 2)))
    }

    static let behaveSandbox = LocalVerb(
        Signature(
            words: ["sandbox", "behave"],
            subjects: [
                Slot("POINT", .text, "What nobody knows of the service; sandbox points lists them."),
                Slot("WAY", .text, "How the sandbox has it from now on."),
            ], effect: .update, summary: "Sets how the sandbox has what is not known of the service.",
            examples: ["sandbox behave missing-on-read 4017"])
    ) { call async throws(Failure) in
        try await call.perform(.behaveSandbox(call.text(0) ?? "", way: call.text(1) ?? ""))
    }

    static let sandboxPoints = LocalVerb(
        Signature(
            words: ["sandbox", "points"], returnsRows: true,
            summary: "Lists what is not known of the service, and how the sandbox has it.",
            examples: ["sandbox points"])
    ) { call async throws(Failure) in try await call.perform(.sandboxPoints) }

    static let webhookSandbox = LocalVerb(
        Signature(
            words: ["sandbox", "webhook"],
            subjects: [Slot("URL", .text, "Where they go, such as \"http://127.0.0.1:9000/hook\"; nothing ends them.")],
            clauses: [Clause("remote", nil, "Lets the address lie on another machine.")], effect: .update,
            summary: "Has each parcel that sandbox advance moves posted, as the service posts it.",
            examples: ["sandbox webhook \"http://127.0.0.1:9000/hook\"", "sandbox webhook nothing"])
    ) { call async throws(Failure) in
        let url = call.text(0) ?? ""
        let isRemote = call.value(of: "remote") != nil
        return try await call.perform(
            .setSandboxWebhook(url.lowercased() == "nothing" ? nil : url, isRemoteAllowed: isRemote))
    }

    static let sandboxStatus = LocalVerb(
        Signature(
            words: ["sandbox", "status"],
            summary: "Shows the sandbox's clock, seed, parcels, quota, failures and contested points.",
            examples: ["sandbox status"])
    ) { call async throws(Failure) in try await call.perform(.sandboxStatus) }
}

extension LocalCall {
    /// A whole number; what is larger than one can be is read as text.
    fileprivate func number(_ label: String) throws(Failure) -> Int? {
        switch value(of: label) {
        case nil: return nil
        case .integer(let number)?: return number
        default: throw failure("E0626", "`\(label)` takes a whole number of at most 18 digits")
        }
    }

    fileprivate func seconds(_ label: String) -> Int? {
        if case .duration(let seconds)? = value(of: label) { seconds } else { nil }
    }
}
