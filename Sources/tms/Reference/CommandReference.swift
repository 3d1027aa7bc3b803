import ArgumentParser
import TrackingMore

/// A command of the command line as it is declared: what `--help` is written from, too.
struct CommandReference {
    struct Argument: Equatable {
        /// `-q`, `--quiet`; none for what stands by its place.
        var names: [String]
        var value: String?
        var summary: String
    }

    let name: String
    let summary: String
    let discussion: String
    let arguments: [Argument]
    let subcommands: [CommandReference]

    static func of(_ command: any ParsableCommand.Type) -> CommandReference {
        CommandReference((try? JSON(parsing: command._dumpHelp()))?["command"] ?? .null)
    }

    private init(_ info: JSON) {
        name = info["commandName"]?.text ?? ""
        summary = info["abstract"]?.text ?? ""
        discussion = info["discussion"]?.text ?? ""
        arguments = (info["arguments"]?.array ?? []).filter { $0["shouldDisplay"]?.bool ?? true }.map(Argument.init)
        subcommands = (info["subcommands"]?.array ?? []).filter { $0["shouldDisplay"]?.bool ?? true }
            .filter { $0["commandName"]?.text != "help" }.map(CommandReference.init)
    }
}

extension CommandReference.Argument {
    fileprivate init(_ info: JSON) {
        names = (info["names"]?.array ?? []).map { name in
            (name["kind"]?.text == "long" ? "--" : "-") + (name["name"]?.text ?? "")
        }
        value = info["kind"]?.text == "flag" ? nil : info["valueName"]?.text
        summary = info["abstract"]?.text ?? ""
    }
}
