import TMSSyntax

/// The variables that can be seen at a place of the text.
struct Scopes {
    /// A variable with what is known of it.
    struct Binding {
        enum Origin {
            case `let`, loop, parameter, formal
            /// `$it`, `$error`, `$failures`, and what the shell knew before this line.
            case given
            /// Put here after its absence, or an error in its value, was reported, so that the mistake is reported once.
            case mistaken
        }
        var name: String
        var range: SourceRange
        var type: StaticType
        var origin: Origin
        /// How many loops of the text stand around its declaration.
        var loopDepth: Int
        var isUsed = false
        /// No declaration stands in the text: `$it`, what the shell knew before, a name that is a mistake.
        var isUndeclared = false
    }

    /// A place that names a variable.
    struct Mention {
        var binding: Int
        var range: SourceRange
    }

    /// Every variable declared so far, also of scopes that have ended.
    private(set) var bindings: [Binding] = []
    /// In the order of the walk; a value that is checked twice is here twice.
    private(set) var mentions: [Mention] = []
    private var visible: [String: Int] = [:]
    private var hidden: [(name: String, previous: Int?)] = []
    private var marks: [Int] = []

    /// 0 at the top of a file.
    var depth: Int { marks.count }

    mutating func push() { marks.append(hidden.count) }

    mutating func pop() {
        guard let mark = marks.popLast() else { return }
        while hidden.count > mark, let entry = hidden.popLast() { visible[entry.name] = entry.previous }
    }

    mutating func declare(
        _ name: String, at range: SourceRange, _ type: StaticType, _ origin: Binding.Origin, loopDepth: Int
    ) {
        hidden.append((name, visible[name]))
        visible[name] = bindings.count
        bindings.append(Binding(name: name, range: range, type: type, origin: origin, loopDepth: loopDepth))
    }

    /// Adds a variable that the text does not declare.
    mutating func give(_ name: String, _ type: StaticType, loopDepth: Int) {
        declare(name, at: .none, type, .given, loopDepth: loopDepth)
        bindings[bindings.count - 1].isUndeclared = true
    }

    /// Adds a variable that is seen until the end of the file, whatever scope is open.
    mutating func declareMistaken(_ name: String, at range: SourceRange) {
        visible[name] = bindings.count
        bindings.append(Binding(name: name, range: range, type: .unknown, origin: .mistaken, loopDepth: 0))
        bindings[bindings.count - 1].isUndeclared = true
    }

    func index(of name: String) -> Int? { visible[name] }

    var names: [String] { visible.keys.sorted() }

    subscript(index: Int) -> Binding { bindings[index] }

    mutating func use(_ index: Int) { bindings[index].isUsed = true }

    mutating func mention(_ index: Int, at range: SourceRange) {
        mentions.append(Mention(binding: index, range: range))
    }
}
