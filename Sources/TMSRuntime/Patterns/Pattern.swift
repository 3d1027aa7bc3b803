/// What stands right of `matches`: a regular expression, found anywhere in the text unless `^` or `$` hold it.
///
/// It goes through the text once, with all ways to match side by side, so that no pattern and no text can make it take
/// more than their lengths multiplied. There are no back references and no looking around.
struct Pattern {
    let source: String
    private let steps: [PatternStep]

    init(_ source: String) throws(Fault) {
        self.source = source
        var reader = PatternReader(source)
        do {
            steps = try PatternStep.steps(for: try reader.read())
        } catch {
            throw .badPattern(source, error.reason)
        }
    }

    /// How many ways to go on there are at most at one place of a text.
    var length: Int { steps.count }

    func matches(_ text: String) -> Bool {
        var present = PatternPlaces(count: steps.count)
        var next = PatternPlaces(count: steps.count)
        var isStart = true
        var isAfterWord = false
        var place = text.startIndex
        while true {
            let character = place < text.endIndex ? text[place] : nil
            let around = PatternSurroundings(
                isStart: isStart, isEnd: character == nil, isAfterWord: isAfterWord,
                isBeforeWord: character.map(PatternSet.isWord) ?? false)
            // A match may begin at every place.
            if follow(0, around, &present) { return true }
            guard let character else { return false }
            for step in present.places {
                guard case .character(let set, let then) = steps[step], set.contains(character) else { continue }
                next.pending.append(then)
            }
            swap(&present, &next)
            next.clear()
            isStart = false
            isAfterWord = PatternSet.isWord(character)
            place = text.index(after: place)
            let following = place < text.endIndex ? text[place] : nil
            let here = PatternSurroundings(
                isStart: false, isEnd: following == nil, isAfterWord: isAfterWord,
                isBeforeWord: following.map(PatternSet.isWord) ?? false)
            let pending = present.pending
            present.pending.removeAll(keepingCapacity: true)
            for step in pending where follow(step, here, &present) { return true }
        }
    }

    /// Adds every step that can be reached without a character; true if the end is one of them.
    private func follow(_ first: Int, _ around: PatternSurroundings, _ reached: inout PatternPlaces) -> Bool {
        var open = [first]
        while let step = open.popLast() {
            guard reached.add(step) else { continue }
            switch steps[step] {
            case .character: continue
            case .either(let one, let other):
                open.append(other)
                open.append(one)
            case .check(let check, let then):
                if around.satisfies(check) { open.append(then) }
            case .end: return true
            }
        }
        return false
    }
}

/// Steps reached at one place of the text, each once.
private struct PatternPlaces {
    private(set) var places: [Int] = []
    private var isReached: [Bool]
    /// Steps behind a character, not yet followed.
    var pending: [Int] = []

    init(count: Int) { isReached = Array(repeating: false, count: count) }

    mutating func add(_ step: Int) -> Bool {
        if isReached[step] { return false }
        isReached[step] = true
        places.append(step)
        return true
    }

    mutating func clear() {
        for step in places { isReached[step] = false }
        places.removeAll(keepingCapacity: true)
        pending.removeAll(keepingCapacity: true)
    }
}

/// What lies to both sides of a place between two characters.
private struct PatternSurroundings {
    let isStart: Bool
    let isEnd: Bool
    let isAfterWord: Bool
    let isBeforeWord: Bool

    func satisfies(_ check: PatternTree.Check) -> Bool {
        switch check {
        case .start: isStart
        case .end: isEnd
        case .border: isAfterWord != isBeforeWord
        case .noBorder: isAfterWord == isBeforeWord
        }
    }
}
