extension Mistakes {
    /// Words, quotes, dates and durations, with what is said below the line.
    static let spelling: [String] = [
        #"""
        print $a-1
        #     ^^^^ error E0106: `$a-1` runs values together; write `$a - 1`
        #= print $a - 1
        """#,
        #"""
        print late-$x.csv
        #     ^^^^^^^^^^^ error E0106: `late-$x.csv` runs values together; write `"late-{$x}.csv"`
        #= print "late-{$x}.csv"
        """#,
        #"""
        print $p.number-x
        #     ^^^^^^^^^^^ error E0106: `$p.number-x` runs values together; write `"{$p}.number-x"`
        #= print "{$p}.number-x"
        """#,
        #"""
        print $n -1
        #        ^^ error E0106: `-` between values needs a space on both sides
        #= print $n - 1
        """#,
        #"""
        list created since 03/04/2026
        #                  ^^^^^^^^^^ error E0114: `03/04/2026` can be read in more than one way; 2026-03-04 (4 March 2026) or 2026-04-03 (3 April 2026)
        #= list created since 2026-03-04
        """#,
        #"""
        list | where silent over 14d
        #                        ^^^ error E0115: `14d` is not a duration; write `14 days`
        #= list | where silent over 14 days
        """#,
        #"""
        list | where silent over 5 m
        #                          ^ error E0116: `m` could be minutes or months; min or months?
        #= list | where silent over 5 min
        """#,
        #"""
        wait 5 m
        #      ^ error E0116: `m` could be minutes or months; min or months?
        #= wait 5 min
        """#,
        #"""
        wait 5
        #    ^ error E0115: `5` needs a unit; as in `5 days`
        #= wait 5 days
        """#,
        #"""
        list created last day
        #                 ^^^ error E0115: `day` is not a duration; write `1 day`
        #= list created last 1 day
        """#,
        #"""
        list created 7 days
        #            ^^^^^^ error E0126: `7 days` is a duration, not a date; `last 7 days` or `7 days ago`
        #= list created last 7 days
        """#,
        #"""
        print "abc
        #     ^^^^ error E0102: this string is not closed on its line; add the closing quote
        """#,
        #"""
        print "abc {$x
        #     ^^^^^^^^ error E0102: this string, or a `{` in it, is not closed on its line; close it with `"`; write `\{` for a brace
        """#,
        #"""
        print "a {b} {} c\q"
        #         ^ warning W0102: `{b}` gives the text `b`; a variable is `{$b}`
        #= print "a {$b} {} c\q"
        #            ^^ error E0111: there is nothing between `{` and `}`; write `\{` for a brace
        #= print "a {b} \{} c\q"
        #                ^^ error E0103: `\q` is no escape; write `\\`, or use '…' where nothing is escaped
        #= print "a {b} {} c\\q"
        """#,
        #"""
        print “curly” ‘x’
        #     ^ warning W0101: `“` is read as `"`; pasted from elsewhere
        #= print "curly" 'x'
        #             ^^^ error E0110: did not expect a string here
        """#,
        #"""
        track　３００４０３５１３３５１ via 4px
        #    ^^ warning W0101: a space of another kind is read as a space; pasted from elsewhere
        #= track 300403513351 via 4px
        """#,
        #"""
        #delete $p
        #^^^^^^^ error E0105: a comment needs a space after `#`; `#word` is a word, as in `order #1234`
        #= # delete $p
        """#,
        #"""
        print 1 & 2
        #       ^ error E0101: `&` has no meaning outside quotes; write `and`, or put the text in quotes
        """#,
        #"""
        print a || b
        #       ^^ error E0101: `||` has no meaning outside quotes; write `or`
        #= print a or b
        """#,
        #"""
        for i in 1..10 { }
        #        ^^^^^ error E0106: `..` needs a space on both sides; write `1 .. 10`
        #= for i in 1 .. 10 { }
        """#,
        #"""
        wait soon
        #    ^^^^ error E0115: `soon` is not a duration; as in `14 days`
        """#,
        #"""
        list created 2026-02-30
        #            ^^^^^^^^^^ error E0126: there is no 30 February 2026
        """#,
        #"""
        list created 2026-13-01
        #            ^^^^^^^^^^ error E0126: there is no month 13
        """#,
        #"""
        list created since 25/12/2026
        #                  ^^^^^^^^^^ error E0114: `25/12/2026` is not written year-month-day; 2026-12-25 (25 December 2026)
        #= list created since 2026-12-25
        """#,
        #"""
        list created since 31/31/2026
        #                  ^^^^^^^^^^ error E0114: there is no such day as `31/31/2026`; as in `2026-03-05`
        """#,
        #"""
        list created since yesterdya
        #                  ^^^^^^^^^ error E0126: `yesterdya` is not a date; as in `2026-03-05`, `today`, `3 days ago`
        """#,
        #"""
        let x = 10 months
        #          ^^^^^^ error E0116: a month has no fixed length; write `30 days`
        """#,
        #"""
        list | where silent over 3m
        #                        ^^ error E0116: `3m` could be minutes or months; min or months?
        #= list | where silent over 3 min
        """#,
        #"""
        list | where silent over 2 years
        #                          ^^^^^ error E0116: a year has no fixed length; write `365 days`
        """#,
        #"""
        print "a"b
        #     ^^^^ error E0106: `"a"b` runs values together; put a space between them
        """#,
        #"""
        print $a$b
        #     ^^^^ error E0106: `$a$b` runs values together; write `"{$a}{$b}"`
        #= print "{$a}{$b}"
        """#,
        #"""
        print $
        #     ^ error E0101: `$` has no meaning outside quotes; a variable is `$` and a name
        """#,
        #"""
        print ${x}
        #     ^ error E0101: `$` has no meaning outside quotes; write `$name` without braces
        """#,
        #"""
        print !$a
        #     ^ error E0101: `!` has no meaning outside quotes; write `not`, or put the text in quotes
        """#,
        #"""
        print a ~ b
        #       ^ error E0101: `~` has no meaning outside quotes; put the path in quotes
        """#,
        #"""
        print "café" “x”
        #            ^ warning W0101: `“` is read as `"`; pasted from elsewhere
        #= print "café" "x"
        #            ^^^ error E0110: did not expect a string here
        """#,
        #"""
        print 挂号 & 1
        #          ^ error E0101: `&` has no meaning outside quotes; write `and`, or put the text in quotes
        """#,
        #"""
        limit 5m { }
        #     ^^ error E0116: `5m` could be minutes or months; min or months?
        #= limit 5 min { }
        """#,
        #"""
        print 5 -3 +2
        #       ^^ error E0106: `-` between values needs a space on both sides
        #= print 5 - 3 +2
        #          ^^ error E0106: `+` between values needs a space on both sides
        #= print 5 -3 + 2
        """#,
    ]
}
