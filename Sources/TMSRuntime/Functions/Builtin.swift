/// The functions this machine carries out, by the name the language declares.
enum Builtin: String, CaseIterable {
    case len, text, number, date
    case upper, lower, trim, split, join, replace, slice
    case round, floor, ceil, abs, min, max, sum
    case now, today, days
    case keys, values
    case ask, confirm
}
