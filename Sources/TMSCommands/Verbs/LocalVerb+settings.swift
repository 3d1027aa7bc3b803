import TMSRuntime
import TMSSyntax

extension LocalVerb {
    static let settings = LocalVerb(
        Signature(
            words: ["settings"], returnsRows: true,
            isShellOnly: true, summary: "Lists every setting with its value and where that comes from.",
            examples: ["settings", "settings | where value is not empty"], related: ["profile"]), rows: .of(.settings)
    ) { call async throws(Failure) in try await call.perform(.settings) }

    static let profile = LocalVerb(
        Signature(
            words: ["profile"],
            subjects: [
                Slot(
                    "NAME", .text, isRequired: false,
                    "The profile to work with from now on; `sandbox` is the pretend account.")
            ], returnsRows: true, isShellOnly: true,
            summary: "Lists the profiles, or goes over to another one.",
            examples: ["profile"], related: ["settings", "account"]), rows: .of(.profiles)
    ) { call async throws(Failure) in
        guard let name = call.text(0) else { return try await call.perform(.profiles) }
        return try await call.perform(.changeProfile(name))
    }
}

extension LocalVerb {
    static let tour = LocalVerb(
        Signature(
            words: ["tour"], isShellOnly: true,
            summary: "Shows tms in ten minutes, on a sandbox of its own, and looks at what you type.",
            examples: ["tour"], related: ["verbs", "rows"])
    ) { call async throws(Failure) in try await call.perform(.tour) }
}

extension Schema {
    /// A row of `settings`.
    static let settings = Schema(
        name: "setting",
        fields: [
            Field("setting", "setting", .text, "Its name, as in the configuration."),
            Field("value", "value", .text, "What holds now."),
            Field("from", "from", .text, "An option, a variable, the configuration, or `usual` where nobody says."),
            Field("about", "about", .text, "What it is for."),
        ])

    /// A row of `profile`.
    static let profiles = Schema(
        name: "profile",
        fields: [
            Field("name", "name", .text, "Its name in the configuration."),
            Field("current", "current", .boolean, "Whether the shell works with it."),
            Field("account", "account", .text, "The address of the service, or the pretend account."),
        ])
}
