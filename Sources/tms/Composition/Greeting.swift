/// The first line of the shell.
struct Greeting {
    private let world: any OpenableWorld
    private let account: Account

    init(_ world: any OpenableWorld, _ account: Account) {
        self.world = world
        self.account = account
    }

    var text: String {
        get async {
            var parts = [Version.text, await world.summary()]
            if account.isLive {
                if account.profile.name != Profile.unnamed.name { parts.append("profile \(account.profile.name)") }
                parts.append("help")
            } else {
                parts += ["nothing leaves this machine", "help, tour, exit"]
            }
            return parts.joined(separator: " · ")
        }
    }
}
