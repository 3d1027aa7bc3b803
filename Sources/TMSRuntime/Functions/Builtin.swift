/// The functions this machine carries out, by the name the language declares.
enum Builtin: String, CaseIterable {
    case len, text, number, date
    case upper, lower, trim, split, join, replace, numbers, slice
    case round, floor, ceil, abs, min, max, sum
    case now, today, days, day, week, month, ago
    case keys, values
    case ask, confirm
}
