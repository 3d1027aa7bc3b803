extension Line {
    /// Values and operators, with the outline of their trees.
    static let values: [Line] = [
        Line(
            ##"let n = 1 .. 10"##,
            ##"(let n (.. 1 10))"##),
        Line(
            ##"let x = $d days"##,
            ##"(let x (days $d))"##),
        Line(
            ##"let c = 4px"##,
            ##"(let c '4px)"##),
        Line(
            ##"let d = 2026-03-05"##,
            ##"(let d (date 2026-03-05))"##),
        Line(
            ##"let ok = [a, b, "c"]"##,
            ##"(let ok (list 'a 'b (string "c")))"##),
        Line(
            ##"let r = [a: 1, b: [c: 2]]"##,
            ##"(let r (record a: 1 b: (record c: 2)))"##),
        Line(
            ##"let e = [:]"##,
            ##"(let e (record))"##),
        Line(
            ##"let a = 14"##,
            ##"(let a 14)"##),
        Line(
            ##"let a = 3.5"##,
            ##"(let a 3.5)"##),
        Line(
            ##"let a = -5"##,
            ##"(let a -5)"##),
        Line(
            ##"let a = 12E45678"##,
            ##"(let a '12E45678)"##),
        Line(
            ##"let a = 0012345678905"##,
            ##"(let a '0012345678905)"##),
        Line(
            ##"let a = 1234567890123456"##,
            ##"(let a '1234567890123456)"##),
        Line(
            ##"let a = 3.50"##,
            ##"(let a '3.50)"##),
        Line(
            ##"let a = true"##,
            ##"(let a true)"##),
        Line(
            ##"let a = empty"##,
            ##"(let a empty)"##),
        Line(
            ##"let a = "x""##,
            ##"(let a (string "x"))"##),
        Line(
            ##"let a = today"##,
            ##"(let a (date today))"##),
        Line(
            ##"let a = now()"##,
            ##"(let a (call now))"##),
        Line(
            ##"let a = ask("Who?")"##,
            ##"(let a (call ask (string "Who?")))"##),
        Line(
            ##"let a = $b.c.d[0]["x y"].e"##,
            ##"(let a (member (index (index (member (member $b c) d) 0) (string "x y")) e))"##),
        Line(
            ##"let a = $b ?? $c ?? "d""##,
            ##"(let a (?? (?? $b $c) (string "d")))"##),
        Line(
            ##"let a = $b - 1"##,
            ##"(let a (- $b 1))"##),
        Line(
            ##"let a = -$b"##,
            ##"(let a (negate $b))"##),
        Line(
            ##"let a = -(1 + 2)"##,
            ##"(let a (negate (group (+ 1 2))))"##),
        Line(
            ##"let a = 2 * (3 + 4)"##,
            ##"(let a (* 2 (group (+ 3 4))))"##),
        Line(
            ##"let a = not $b"##,
            ##"(let a (not $b))"##),
        Line(
            ##"let a = $b is 3"##,
            ##"(let a (is $b 3))"##),
        Line(
            ##"let a = 14 days"##,
            ##"(let a (days 14))"##),
        Line(
            ##"let a = 3 days ago"##,
            ##"(let a (ago (days 3)))"##),
        Line(
            ##"let a = $b hours"##,
            ##"(let a (h $b))"##),
        Line(
            ##"let a = (1 + 2) h"##,
            ##"(let a (h (group (+ 1 2))))"##),
        Line(
            ##"let a = []"##,
            ##"(let a (list))"##),
        Line(
            ##"let a = [1, 2,]"##,
            ##"(let a (list 1 2))"##),
        Line(
            ##"let a = [country: jp, postcode: 7621094]"##,
            ##"(let a (record country: 'jp postcode: 7621094))"##),
        Line(
            ##"let a = [⏎ country: jp,⏎ postcode: 7621094⏎]"##,
            ##"(let a (record country: 'jp postcode: 7621094))"##),
        Line(
            ##"let a = "it is {$b + 1} and {len($c)}""##,
            ##"(let a (string "it is " (+ $b 1) " and " (call len $c)))"##),
        Line(
            ##"let a = "nested {upper("x {$y}")} done""##,
            ##"(let a (string "nested " (call upper (string "x " $y)) " done"))"##),
        Line(
            ##"let a = "\u{20AC} \n \t \" \\ \{x}""##,
            ##"(let a (string "€ \n \t \" \\ \{x}"))"##),
        Line(
            ##"let a = 'literal {x} \n'"##,
            ##"(let a (string "literal \{x} \\n"))"##),
        Line(
            ##"let a =⏎ list"##,
            ##"(let a (verb-3))"##),
        Line(
            ##"let später = 1"##,
            ##"(let später 1)"##),
    ]
}
