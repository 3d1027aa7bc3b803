extension Line {
    /// Verbs with their subjects and clauses, with the outline of their trees.
    static let commands: [Line] = [
        Line(
            ##"track 300403513351 via 4px to us title "cute pillow" order "#1234""##,
            ##"(verb-0 300403513351 (:0 '4px) (:1 'us) (:2 (string "cute pillow")) (:3 (string "#1234")))"##),
        Line(
            ##"show 300403513351"##,
            ##"(verb-1 300403513351)"##),
        Line(
            ##"300403513351"##,
            ##"(verb-1 300403513351)"##),
        Line(
            ##"edit 300403513351 title "blue pillow" to ca"##,
            ##"(verb-2 300403513351 (:2 (string "blue pillow")) (:1 'ca))"##),
        Line(
            ##"list status exception via usps created last 7 days"##,
            ##"(verb-3 (:0 'exception) (:1 'usps) (:2 (last (days 7))))"##),
        Line(
            ##"change carrier of 300403513351 from 4px to usps"##,
            ##"(verb-7 300403513351 (:0 '4px) (:1 'usps))"##),
        Line(
            ##"track via 4px 300403513351 exact to to"##,
            ##"(verb-0 300403513351 (:0 '4px) :7 (:1 'to))"##),
        Line(
            ##"track from "orders.csv" number=A via="Carrier code" title=Product"##,
            ##"(verb-0 (from (string "orders.csv")) number="A" via="Carrier code" title="Product")"##),
        Line(
            ##"remote area us 90210 for ups"##,
            ##"(verb-11 'us 90210 (:0 'ups))"##),
        Line(
            ##"transit time via 4px from cn to us, ca"##,
            ##"(verb-12 (:0 '4px) (:1 'cn) (:2 'us 'ca))"##),
        Line(
            ##"call POST /trackings [country: jp, postcode: 7621094]"##,
            ##"(verb-13 'POST '/trackings (record country: 'jp postcode: 7621094))"##),
        Line(
            ##"count by status created since 2026-03-05"##,
            ##"(verb-9 (:0 (since (date 2026-03-05))))"##),
        Line(
            ##"list created 2026-03-01 .. 2026-03-05 14:30 status transit, pickup"##,
            ##"(verb-3 (:2 (between (date 2026-03-01) (date 2026-03-05 14:30))) (:0 'transit 'pickup))"##),
        Line(
            ##"f 10 4px"##,
            ##"(call-verb f 10 '4px)"##),
        Line(
            ##"@2-5"##,
            ##"@2-5"##),
        Line(
            ##"show @3"##,
            ##"(verb-1 @3-3)"##),
        Line(
            ##"refresh those"##,
            ##"(verb-6 those)"##),
        Line(
            ##"title ("a" + $b)"##,
            ##"(call-verb title (group (+ (string "a") $b)))"##),
        Line(
            ##"$rows[0].number"##,
            ##"(member (index $rows 0) number)"##),
        Line(
            ##"mark 300403513351, RB123456785CN delivered"##,
            ##"(verb-4 (list 300403513351 'RB123456785CN) :0)"##),
        Line(
            ##"sandbox advance 9 days"##,
            ##"(verb-15 (days 9))"##),
        Line(
            ##"order #1234"##,
            ##"(call-verb order '#1234)"##),
        Line(
            ##"# a comment"##,
            ##""##),
        Line(
            ##"#!/usr/bin/env tms"##,
            ##""##),
        Line(
            ##"track 1Z999AA10123456784 via ups ordered 2026-03-05 14:30"##,
            ##"(verb-0 '1Z999AA10123456784 (:0 'ups) (:4 (date 2026-03-05 14:30)))"##),
        Line(
            ##"track 0012345678905 via 4px"##,
            ##"(verb-0 '0012345678905 (:0 '4px))"##),
        Line(
            ##"track 9400110200881234567 via usps lang cn exact"##,
            ##"(verb-0 '9400110200881234567 (:0 'usps) (:9 'cn) :7)"##),
        Line(
            ##"track $p via $carrier title "to {$p.name}" note 'its'"##,
            ##"(verb-0 $p (:0 $carrier) (:2 (string "to " (member $p name))) (:6 (string "its")))"##),
        Line(
            ##"track $rows via 4px"##,
            ##"(verb-0 $rows (:0 '4px))"##),
        Line(
            ##"track [300403513351, 300403513352] via 4px"##,
            ##"(verb-0 (list 300403513351 300403513352) (:0 '4px))"##),
        Line(
            ##"track (list status transit) via 4px"##,
            ##"(verb-0 (pipeline (verb-3 (:0 'transit))) (:0 '4px))"##),
        Line(
            ##"track "300403513351" via "4px""##,
            ##"(verb-0 (string "300403513351") (:0 (string "4px")))"##),
        Line(
            ##"track from $path number=A"##,
            ##"(verb-0 (from $path) number="A")"##),
        Line(
            ##"track 300403513351,⏎ 300403513352 via 4px"##,
            ##"(verb-0 (list 300403513351 300403513352) (:0 '4px))"##),
        Line(
            ##"edit @3 title """##,
            ##"(verb-2 @3-3 (:2 (string)))"##),
        Line(
            ##"edit those to ca"##,
            ##"(verb-2 those (:1 'ca))"##),
        Line(
            ##"edit $p.number via $p.via title ("a" + $b)"##,
            ##"(verb-2 (member $p number) (:0 (member $p via)) (:2 (group (+ (string "a") $b))))"##),
        Line(
            ##"show @1-20 lang cn"##,
            ##"(verb-1 @1-20 (:1 'cn))"##),
        Line(
            ##"show 300403513351, RB123456785CN, 1Z999AA10123456784"##,
            ##"(verb-1 (list 300403513351 'RB123456785CN '1Z999AA10123456784))"##),
        Line(
            ##"mark RB123456785CN exception via china-post"##,
            ##"(verb-4 'RB123456785CN :1 (:3 'china-post))"##),
        Line(
            ##"delete @1"##,
            ##"(verb-5 @1-1)"##),
        Line(
            ##"list"##,
            ##"(verb-3)"##),
        Line(
            ##"list archived lang cn"##,
            ##"(verb-3 :5 (:7 'cn))"##),
        Line(
            ##"list numbers 300403513351, 300403513352"##,
            ##"(verb-3 (:4 300403513351 300403513352))"##),
        Line(
            ##"list created today"##,
            ##"(verb-3 (:2 (on (date today))))"##),
        Line(
            ##"list created yesterday .. today"##,
            ##"(verb-3 (:2 (between (date yesterday) (date today))))"##),
        Line(
            ##"list created 3 days ago .. today"##,
            ##"(verb-3 (:2 (between (ago (days 3)) (date today))))"##),
        Line(
            ##"list created before 2026-03-05 updated after monday"##,
            ##"(verb-3 (:2 (before (date 2026-03-05))) (:3 (after (date monday))))"##),
        Line(
            ##"list created since $d"##,
            ##"(verb-3 (:2 (since $d)))"##),
        Line(
            ##"list created $range"##,
            ##"(verb-3 (:2 (on $range)))"##),
        Line(
            ##"list created 2026-03-05T14:30:00+08:00"##,
            ##"(verb-3 (:2 (on (date 2026-03-05T14:30:00+08:00))))"##),
        Line(
            ##"list status "out for delivery", failed-attempt via usps, ups"##,
            ##"(verb-3 (:0 (string "out for delivery") 'failed-attempt) (:1 'usps 'ups))"##),
        Line(
            ##"LIST STATUS Transit VIA USPS"##,
            ##"(verb-3 (:0 'Transit) (:1 'USPS))"##),
        Line(
            ##"count by status"##,
            ##"(verb-9)"##),
        Line(
            ##"count by status created last 2 weeks"##,
            ##"(verb-9 (:0 (last (weeks 2))))"##),
        Line(
            ##"stop updating 300403513351 via 4px"##,
            ##"(verb-10 300403513351 (:0 '4px))"##),
        Line(
            ##"remote area to 12345"##,
            ##"(verb-11 'to 12345)"##),
        Line(
            ##"remote area jp "Osaka""##,
            ##"(verb-11 'jp (string "Osaka"))"##),
        Line(
            ##"transit time via 4px from cn to "United States""##,
            ##"(verb-12 (:0 '4px) (:1 'cn) (:2 (string "United States")))"##),
        Line(
            ##"call GET /trackings/get"##,
            ##"(verb-13 'GET '/trackings/get)"##),
        Line(
            ##"call POST "/x" '{"a": 1}'"##,
            ##"(verb-13 'POST (string "/x") (string "\{\"a\": 1}"))"##),
        Line(
            ##"carriers matching china"##,
            ##"(verb-14 (:0 'china))"##),
        Line(
            ##"sandbox advance 36 h"##,
            ##"(verb-15 (h 36))"##),
        Line(
            ##"undo"##,
            ##"(verb-16)"##),
        Line(
            ##"$late"##,
            ##"$late"##),
        Line(
            ##"$late[0]"##,
            ##"(index $late 0)"##),
        Line(
            ##"@3"##,
            ##"@3-3"##),
        Line(
            ##"open "a.csv""##,
            ##"(open (string "a.csv"))"##),
        Line(
            ##"late 10 usps"##,
            ##"(call-verb late 10 'usps)"##),
        Line(
            ##"late"##,
            ##"(call-verb late)"##),
        Line(
            ##"order "#1234" # note"##,
            ##"(call-verb order (string "#1234"))"##),
        Line(
            ##"12345 + 1"##,
            ##"(+ 12345 1)"##),
        Line(
            ##"7 / 2"##,
            ##"(/ 7 2)"##),
        Line(
            ##"300403513351 via 4px"##,
            ##"(verb-1 300403513351 (:0 '4px))"##),
        Line(
            ##"2026-03-05"##,
            ##"(date 2026-03-05)"##),
    ]
}
