extension Line {
    /// Sources and stages, with the outline of their trees.
    static let pipelines: [Line] = [
        Line(
            ##"300403513351, RB123456785CN via 4px | take 1"##,
            ##"(pipe (verb-1 (list 300403513351 'RB123456785CN) (:0 '4px)) (take 1))"##),
        Line(
            ##"list status transit | where silent over 14 days | sort by silent down | take 20"##,
            ##"(pipe (verb-3 (:0 'transit)) (where (over .silent (days 14))) (sort -"silent") (take 20))"##),
        Line(
            ##"let late = list status transit | where silent over 10 days"##,
            ##"(let late (pipe (verb-3 (:0 'transit)) (where (over .silent (days 10)))))"##),
        Line(
            ##"$late | group by via | count | save "late-by-carrier.csv""##,
            ##"(pipe $late (aggregate ["via"] (count)) (save (string "late-by-carrier.csv")))"##),
        Line(
            ##"list | where (via is usps or via is ups) and title contains "x" and len(title) over 3"##,
            ##"(pipe (verb-3) (where (and (group (or (is .via 'usps) (is .via 'ups))) (contains .title (string "x")) (over (call len .title) 3))))"##
        ),
        Line(
            ##"list | where created in last 7 days or created in 2026-03-01 .. today"##,
            ##"(pipe (verb-3) (where (or (in .created (last (days 7))) (in .created (between (date 2026-03-01) (date today))))))"##
        ),
        Line(
            ##"list | where status not in transit, pickup | set late = silent over 3 days | set x = "{number}-{via}""##,
            ##"(pipe (verb-3) (where (not-in .status ['transit 'pickup])) (set "late" (over .silent (days 3))) (set "x" (string .number "-" .via)))"##
        ),
        Line(
            ##"| where silent over 3 days"##,
            ##"(pipe $last (where (over .silent (days 3))))"##),
        Line(
            ##"open "orders.csv" | track via 4px | rename A to number, B to via | join $x on number"##,
            ##"(pipe (open (string "orders.csv")) (verb-0 (:0 '4px)) (rename "A">"number" "B">"via") (join $x "number"))"##
        ),
        Line(
            ##"list | count by via, to"##,
            ##"(pipe (verb-3) (aggregate ["via" "to"] (count)))"##),
        Line(
            ##"list | group by via, to⏎ | count, median silent, max travelling"##,
            ##"(pipe (verb-3) (aggregate ["via" "to"] (count) (median "silent") (max "travelling")))"##),
        Line(
            ##"let z = (list status transit | count) + 1"##,
            ##"(let z (+ (pipeline (pipe (verb-3 (:0 'transit)) (aggregate [] (count)))) 1))"##),
        Line(
            ##"$late | mark delivered"##,
            ##"(pipe $late (verb-4 :0))"##),
        Line(
            ##"list | sort by silent down, "Order number" up | as table"##,
            ##"(pipe (verb-3) (sort -"silent" "Order number") (as table))"##),
        Line(
            ##"list | where archived"##,
            ##"(pipe (verb-3) (where .archived))"##),
        Line(
            ##"list | where not archived and silent over 2 weeks"##,
            ##"(pipe (verb-3) (where (and (not .archived) (over .silent (weeks 2)))))"##),
        Line(
            ##"list | where $it.updated > $it.created"##,
            ##"(pipe (verb-3) (where (> (member $it updated) (member $it created))))"##),
        Line(
            ##"list | where to is in"##,
            ##"(pipe (verb-3) (where (is .to 'in)))"##),
        Line(
            ##"list | where to is "United States""##,
            ##"(pipe (verb-3) (where (is .to (string "United States"))))"##),
        Line(
            ##"list | where status is not delivered"##,
            ##"(pipe (verb-3) (where (is not .status 'delivered)))"##),
        Line(
            ##"list | where title is empty or title is not empty"##,
            ##"(pipe (verb-3) (where (or (is-empty .title) (is-not-empty .title))))"##),
        Line(
            ##"list | where status not in expired, transit"##,
            ##"(pipe (verb-3) (where (not-in .status ['expired 'transit])))"##),
        Line(
            ##"list | where number in $list"##,
            ##"(pipe (verb-3) (where (in .number [$list])))"##),
        Line(
            ##"list | where number in ["a", "b"]"##,
            ##"(pipe (verb-3) (where (in .number [(list (string "a") (string "b"))])))"##),
        Line(
            ##"list | where silent in 1 .. 10"##,
            ##"(pipe (verb-3) (where (in .silent [(.. 1 10)])))"##),
        Line(
            ##"list | where created in today"##,
            ##"(pipe (verb-3) (where (in .created (on (date today)))))"##),
        Line(
            ##"list | where created in since monday"##,
            ##"(pipe (verb-3) (where (in .created (since (date monday)))))"##),
        Line(
            ##"list | where created before 3 days ago"##,
            ##"(pipe (verb-3) (where (before .created (ago (days 3)))))"##),
        Line(
            ##"list | where created since 2026-03-05 14:30"##,
            ##"(pipe (verb-3) (where (since .created (date 2026-03-05 14:30))))"##),
        Line(
            ##"list | where created after today"##,
            ##"(pipe (verb-3) (where (after .created (date today))))"##),
        Line(
            ##"list | where title starts with "a" and title ends with b"##,
            ##"(pipe (verb-3) (where (and (starts with .title (string "a")) (ends with .title 'b))))"##),
        Line(
            ##"list | where title matches "^a" and lower(title) == pillow"##,
            ##"(pipe (verb-3) (where (and (matches .title (string "^a")) (== (call lower .title) 'pillow))))"##),
        Line(
            ##"list | where silent + travelling over 3 days"##,
            ##"(pipe (verb-3) (where (over (+ .silent .travelling) (days 3))))"##),
        Line(
            ##"list | where (silent over 3 days)"##,
            ##"(pipe (verb-3) (where (group (over .silent (days 3)))))"##),
        Line(
            ##"list | where x is (a)"##,
            ##"(pipe (verb-3) (where (is .x (group 'a))))"##),
        Line(
            ##"list | where silent over $d days"##,
            ##"(pipe (verb-3) (where (over .silent (days $d))))"##),
        Line(
            ##"list | where silent over ($d + 1) days"##,
            ##"(pipe (verb-3) (where (over .silent (days (group (+ $d 1))))))"##),
        Line(
            ##"list | where count over 3 or sum(a, b) < 4"##,
            ##"(pipe (verb-3) (where (or (over .count 3) (< (call sum .a .b) 4))))"##),
        Line(
            ##"list | where count is 3"##,
            ##"(pipe (verb-3) (where (is .count 3)))"##),
        Line(
            ##"list | where (count over 3) or account is x"##,
            ##"(pipe (verb-3) (where (or (group (over .count 3)) (is .account 'x))))"##),
        Line(
            ##"list | where silent over 90 min and silent under 36 h"##,
            ##"(pipe (verb-3) (where (and (over .silent (min 90)) (under .silent (h 36)))))"##),
        Line(
            ##"list | where via != usps and via == ups"##,
            ##"(pipe (verb-3) (where (and (!= .via 'usps) (== .via 'ups))))"##),
        Line(
            ##"list | where a >= 1 and b <= 2"##,
            ##"(pipe (verb-3) (where (and (>= .a 1) (<= .b 2))))"##),
        Line(
            ##"list | sort by silent"##,
            ##"(pipe (verb-3) (sort "silent"))"##),
        Line(
            ##"list | sort by silent up, via down"##,
            ##"(pipe (verb-3) (sort "silent" -"via"))"##),
        Line(
            ##"list | skip 5 | take $n"##,
            ##"(pipe (verb-3) (skip 5) (take $n))"##),
        Line(
            ##"list | show number, "Order number", via"##,
            ##"(pipe (verb-3) (show "number" "Order number" "via"))"##),
        Line(
            ##"list | drop title"##,
            ##"(pipe (verb-3) (drop "title"))"##),
        Line(
            ##"list | set late = silent over 3 days and via is usps"##,
            ##"(pipe (verb-3) (set "late" (and (over .silent (days 3)) (is .via .usps))))"##),
        Line(
            ##"list | set margin = price * 2 - cost / 3 % 4"##,
            ##"(pipe (verb-3) (set "margin" (- (* .price 2) (% (/ .cost 3) 4))))"##),
        Line(
            ##"list | set label = "{number} via {via}""##,
            ##"(pipe (verb-3) (set "label" (string .number " via " .via)))"##),
        Line(
            ##"list | set x = upper(title) ?? "none""##,
            ##"(pipe (verb-3) (set "x" (?? (call upper .title) (string "none"))))"##),
        Line(
            ##"list | rename title to name, via to carrier"##,
            ##"(pipe (verb-3) (rename "title">"name" "via">"carrier"))"##),
        Line(
            ##"list | count"##,
            ##"(pipe (verb-3) (aggregate [] (count)))"##),
        Line(
            ##"list | count by via"##,
            ##"(pipe (verb-3) (aggregate ["via"] (count)))"##),
        Line(
            ##"list | sum silent"##,
            ##"(pipe (verb-3) (aggregate [] (sum "silent")))"##),
        Line(
            ##"list | average silent, min silent, max silent, median silent"##,
            ##"(pipe (verb-3) (aggregate [] (average "silent") (min "silent") (max "silent") (median "silent")))"##),
        Line(
            ##"list | group by via | count"##,
            ##"(pipe (verb-3) (aggregate ["via"] (count)))"##),
        Line(
            ##"list | group by via,⏎ to⏎|⏎ count"##,
            ##"(pipe (verb-3) (aggregate ["via" "to"] (count)))"##),
        Line(
            ##"list | first"##,
            ##"(pipe (verb-3) (first))"##),
        Line(
            ##"list | last"##,
            ##"(pipe (verb-3) (last))"##),
        Line(
            ##"list | unique"##,
            ##"(pipe (verb-3) (unique))"##),
        Line(
            ##"list | unique by number"##,
            ##"(pipe (verb-3) (unique "number"))"##),
        Line(
            ##"list | join $orders on number"##,
            ##"(pipe (verb-3) (join $orders "number"))"##),
        Line(
            ##"list | join (open "a.csv") on number"##,
            ##"(pipe (verb-3) (join (pipeline (open (string "a.csv"))) "number"))"##),
        Line(
            ##"list | chart"##,
            ##"(pipe (verb-3) (chart))"##),
        Line(
            ##"list | chart bar"##,
            ##"(pipe (verb-3) (chart bar))"##),
        Line(
            ##"list | save late.csv"##,
            ##"(pipe (verb-3) (save 'late.csv))"##),
        Line(
            ##"list | save "late-{$day}.csv""##,
            ##"(pipe (verb-3) (save (string "late-" $day ".csv")))"##),
        Line(
            ##"list | as json"##,
            ##"(pipe (verb-3) (as json))"##),
        Line(
            ##"list | refresh"##,
            ##"(pipe (verb-3) (verb-6))"##),
        Line(
            ##"list | refresh $it"##,
            ##"(pipe (verb-3) (verb-6 $it))"##),
        Line(
            ##"list | myverb 3"##,
            ##"(pipe (verb-3) (call-verb myverb 3))"##),
        Line(
            ##"list⏎| where silent over 3 days⏎| take 3"##,
            ##"(pipe (verb-3) (where (over .silent (days 3))) (take 3))"##),
        Line(
            ##"list |⏎ where silent over 3 days |⏎ take 3"##,
            ##"(pipe (verb-3) (where (over .silent (days 3))) (take 3))"##),
        Line(
            ##"$late | delete"##,
            ##"(pipe $late (verb-5))"##),
        Line(
            ##"those | as card"##,
            ##"(pipe those (as card))"##),
        Line(
            ##"@2-5 | delete"##,
            ##"(pipe @2-5 (verb-5))"##),
        Line(
            ##"[1, 2, 3] | count"##,
            ##"(pipe (list 1 2 3) (aggregate [] (count)))"##),
        Line(
            ##"1 .. 10 | take 3"##,
            ##"(pipe (.. 1 10) (take 3))"##),
        Line(
            ##"(list status transit) | take 3"##,
            ##"(pipe (pipeline (verb-3 (:0 'transit))) (take 3))"##),
        Line(
            ##"open $path | show A"##,
            ##"(pipe (open $path) (show "A"))"##),
    ]
}
