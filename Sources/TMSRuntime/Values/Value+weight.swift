extension Value {
    /// How many values lie in it, those of lists and records in it counted each time they are met: what going through
    /// all of it takes.
    var weight: Int {
        switch self {
        case .list(let list): list.weight
        case .record(let record): record.weight
        default: 1
        }
    }
}

/// A value holds no more values than this. Lists that hold one list twice, again and again, would soon be more than
/// anybody could print, though they take no room.
let heaviest = 1 << 28
