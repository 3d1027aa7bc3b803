extension Line {
    /// Statements of every kind, with the outline of their trees.
    static let statements: [Line] = [
        Line(
            ##"for p in $late {⏎  try refresh $p otherwise print "{$p.number}: {$error.message}"⏎}"##,
            ##"(for p $late {(try {(verb-6 $p)} {(print (string (member $p number) ": " (member $error message)))})})"##
        ),
        Line(
            ##"$n = $n + 1"##,
            ##"(assign n (+ $n 1))"##),
        Line(
            ##"define f(a, b = 4px) { return $a }"##,
            ##"(define f [a (b '4px)] {(return $a)})"##),
        Line(
            ##"print f(10, 4px), "x""##,
            ##"(print (call f 10 '4px) (string "x"))"##),
        Line(
            ##"limit 200 calls, 30 min { print 1 }"##,
            ##"(limit (calls 200) (min 30) {(print 1)})"##),
        Line(
            ##"plan delete (list status expired)"##,
            ##"(plan (verb-5 (pipeline (verb-3 (:0 'expired)))))"##),
        Line(
            ##"track?"##,
            ##"(help "track")"##),
        Line(
            ##"if $a is 1 { print a } else if $a in b, c { print d } else { exit 3 }"##,
            ##"(if ((is $a 1) {(print 'a)}) ((in $a ['b 'c]) {(print 'd)}) (else {(exit 3)}))"##),
        Line(
            ##"while $n < 3 and not $x is empty { break }"##,
            ##"(while (and (< $n 3) (not (is-empty $x))) {(break)})"##),
        Line(
            ##"param days = 10 "help""##,
            ##"(param days 10 "help")"##),
        Line(
            ##"param since "required""##,
            ##"(param since required "required")"##),
        Line(
            ##"use "lib.tms""##,
            ##"(use (string "lib.tms"))"##),
        Line(
            ##"read only"##,
            ##"(read-only)"##),
        Line(
            ##"expect $p.status in transit, "message""##,
            ##"(expect (in (member $p status) ['transit]) (string "message"))"##),
        Line(
            ##"for p, i one by one in those { print $i }"##,
            ##"(for p i one-by-one those {(print $i)})"##),
        Line(
            ##"try track $p via 4px otherwise { print $error.message }"##,
            ##"(try {(verb-0 $p (:0 '4px))} {(print (member $error message))})"##),
        Line(
            ##"wait 5 s"##,
            ##"(wait (s 5))"##),
        Line(
            ##"print $a ?? 0 + 2 * 3"##,
            ##"(print (?? $a (+ 0 (* 2 3))))"##),
        Line(
            ##"$x = list | count"##,
            ##"(assign x (pipe (verb-3) (aggregate [] (count))))"##),
        Line(
            ##"for i in 1 .. 10 { print $i }"##,
            ##"(for i (.. 1 10) {(print $i)})"##),
        Line(
            ##"for p in list status transit { print $p.number }"##,
            ##"(for p (verb-3 (:0 'transit)) {(print (member $p number))})"##),
        Line(
            ##"for p in [a, b] { }"##,
            ##"(for p (list 'a 'b) {})"##),
        Line(
            ##"for p, i in $x { continue }"##,
            ##"(for p i $x {(continue)})"##),
        Line(
            ##"for p in (list | take 3) { break }"##,
            ##"(for p (pipeline (pipe (verb-3) (take 3))) {(break)})"##),
        Line(
            ##"for p in open "a.csv" { delete $p.A }"##,
            ##"(for p (open (string "a.csv")) {(verb-5 (member $p A))})"##),
        Line(
            ##"while true { wait 5 min }"##,
            ##"(while true {(wait (min 5))})"##),
        Line(
            ##"if $a is empty { print a }"##,
            ##"(if ((is-empty $a) {(print 'a)}))"##),
        Line(
            ##"if $a { } else { }"##,
            ##"(if ($a {}) (else {}))"##),
        Line(
            ##"if not ($a is 1 and $b is 2) { exit 1 }"##,
            ##"(if ((not (group (and (is $a 1) (is $b 2)))) {(exit 1)}))"##),
        Line(
            ##"define late(days = 10, via) { return list | where silent over $days days }"##,
            ##"(define late [(days 10) via] {(return (pipe (verb-3) (where (over .silent (days $days)))))})"##),
        Line(
            ##"define f() { return }"##,
            ##"(define f [] {(return)})"##),
        Line(
            ##"print late(10, usps)"##,
            ##"(print (call late 10 'usps))"##),
        Line(
            ##"try show $p otherwise print $error.message"##,
            ##"(try {(verb-1 $p)} {(print (member $error message))})"##),
        Line(
            ##"try { show $p } otherwise { fail "no" }"##,
            ##"(try {(verb-1 $p)} {(fail (string "no"))})"##),
        Line(
            ##"try for p in $x { refresh $p } otherwise print $failures"##,
            ##"(try {(for p $x {(verb-6 $p)})} {(print $failures)})"##),
        Line(
            ##"param key"##,
            ##"(param key required no-help)"##),
        Line(
            ##"param n = 4px"##,
            ##"(param n '4px no-help)"##),
        Line(
            ##"param r = [a, b] "list""##,
            ##"(param r (list 'a 'b) "list")"##),
        Line(
            ##"use lib.tms"##,
            ##"(use 'lib.tms)"##),
        Line(
            ##"print 1, "a", $b"##,
            ##"(print 1 (string "a") $b)"##),
        Line(
            ##"print (list | count)"##,
            ##"(print (pipeline (pipe (verb-3) (aggregate [] (count)))))"##),
        Line(
            ##"print len((list)), 2"##,
            ##"(print (call len (pipeline (verb-3))) 2)"##),
        Line(
            ##"fail "no {$x}""##,
            ##"(fail (string "no " $x))"##),
        Line(
            ##"expect $x is 3"##,
            ##"(expect (is $x 3))"##),
        Line(
            ##"expect ($x | count) over 3, "few""##,
            ##"(expect (over (pipeline (pipe $x (aggregate [] (count)))) 3) (string "few"))"##),
        Line(
            ##"expect $a in [1, 2], "m""##,
            ##"(expect (in $a [(list 1 2)]) (string "m"))"##),
        Line(
            ##"exit"##,
            ##"(exit)"##),
        Line(
            ##"exit 3"##,
            ##"(exit 3)"##),
        Line(
            ##"exit $n"##,
            ##"(exit $n)"##),
        Line(
            ##"return $x"##,
            ##"(return $x)"##),
        Line(
            ##"limit 30 min { list }"##,
            ##"(limit (min 30) {(verb-3)})"##),
        Line(
            ##"limit $n calls { list }"##,
            ##"(limit (calls $n) {(verb-3)})"##),
        Line(
            ##"plan track 300403513351 via 4px"##,
            ##"(plan (verb-0 300403513351 (:0 '4px)))"##),
        Line(
            ##"explain list | take 3"##,
            ##"(explain (pipe (verb-3) (take 3)))"##),
        Line(
            ##"curl show 300403513351"##,
            ##"(curl (verb-1 300403513351))"##),
        Line(
            ##"plan for p in $x { delete $p }"##,
            ##"(plan (for p $x {(verb-5 $p)}))"##),
        Line(
            ##"list?"##,
            ##"(help "list")"##),
        Line(
            ##"count by status?"##,
            ##"(help "count by status")"##),
        Line(
            ##"print 1; print 2;; print 3"##,
            ##"(print 1)⏎(print 2)⏎(print 3)"##),
        Line(
            ##"print "a" # comment"##,
            ##"(print (string "a"))"##),
        Line(
            ##"print a#b"##,
            ##"(print 'a#b)"##),
        Line(
            ##"print https://example.com/a/b"##,
            ##"(print 'https://example.com/a/b)"##),
        Line(
            ##"print o'brien"##,
            ##"(print 'o'brien)"##),
        Line(
            ##"print ünïcode "##,
            ##"(print 'ünïcode)"##),
        Line(
            ##"print 挂号小包"##,
            ##"(print '挂号小包)"##),
        Line(
            ##"print 14:30"##,
            ##"(print '14:30)"##),
    ]
}
