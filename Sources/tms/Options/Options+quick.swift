// The argument parser library costs 3 ms of a start. The forms people run all day are read here first; whatever this
// does not understand, right or wrong, goes to the library, which has the help and the messages. The options themselves
// are read where they are declared, in SharedArguments.swift.

extension Options {
    /// `nil` when the line holds anything unusual.
    init?(quick arguments: [String]) {
        var words: [String] = []
        // What stands behind `--` is a script and its parameters, whatever it is called.
        var isLiteral = false
        var position = arguments.startIndex
        while position < arguments.endIndex {
            let argument = arguments[position]
            position += 1
            if argument == "--", words.isEmpty {
                isLiteral = true
                words = Array(arguments[position...])
                break
            } else if argument.hasPrefix("-"), argument != "-" {
                let value = position < arguments.endIndex ? arguments[position] : nil
                switch take(argument, value) {
                case .flag: break
                case .valued: position += 1
                case nil: return nil
                }
            } else {
                words.append(argument)
            }
        }
        guard settle(words, isLiteral: isLiteral) else { return nil }
    }

    /// Tells scripts from parameters.
    private mutating func settle(_ words: [String], isLiteral: Bool) -> Bool {
        var words = words[...]
        if case .line = task { return assignParameters(words) }
        guard let first = words.first else { return true }
        if !isLiteral {
            if first == "help" { return false }
            switch Subcommand(rawValue: first) {
            case nil: break
            case .run: words = words.dropFirst()
            case .plan, .apply, .check, .fmt, .fix, .test, .sandbox, .completions, .docs: return false
            }
        }
        guard let file = words.first else { return false }
        task = .script(file)
        return assignParameters(words.dropFirst())
    }

    private mutating func assignParameters(_ words: ArraySlice<String>) -> Bool {
        parameters = Array(words)
        return words.allSatisfy(Self.isParameter)
    }

    /// `tms late.tms --help`: the script, if one is named before the flag.
    static func scriptAskedForHelp(_ arguments: [String]) -> String? {
        guard arguments.contains("--help") || arguments.contains("-h") else { return nil }
        var words = arguments.filter { !$0.hasPrefix("-") }[...]
        if words.first == "run" { words = words.dropFirst() }
        guard let file = words.first, file.hasSuffix(".tms") else { return nil }
        return file
    }

    /// `name=value`.
    static func isParameter(_ word: String) -> Bool {
        guard let sign = word.firstIndex(of: "="), sign != word.startIndex else { return false }
        return word[..<sign].allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    }
}
