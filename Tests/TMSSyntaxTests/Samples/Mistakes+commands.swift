extension Mistakes {
    /// Verbs, clauses and stages, with what is said below the line.
    static let commands: [String] = [
        #"""
        track 300403513351 vai 4px
        #                  ^^^ error E0107: `track` has no clause `vai`; did you mean `via`?
        #= track 300403513351 via 4px
        """#,
        #"""
        track 300403513351 with 4px
        #                  ^^^^ error E0107: `track` has no clause `with`; did you mean `via`?
        #= track 300403513351 via 4px
        """#,
        #"""
        track 300403513351 4px
        #                  ^^^ error E0109: `4px` stands alone; did you mean `via 4px`?
        #= track 300403513351 via 4px
        """#,
        #"""
        track 300403513351 ups
        #                  ^^^ error E0109: `ups` stands alone; did you mean `via ups`?
        #= track 300403513351 via ups
        """#,
        #"""
        track 300403513351 vai 4px tittle "x" to us
        #                  ^^^ error E0107: `track` has no clause `vai`; did you mean `via`?
        #= track 300403513351 via 4px tittle "x" to us
        #                          ^^^^^^ error E0107: `track` has no clause `tittle`; did you mean `title`?
        #= track 300403513351 vai 4px title "x" to us
        """#,
        #"""
        get 300403513351
        #^^^ error E0112: there is no verb `get`; did you mean `show`?
        #= show 300403513351
        """#,
        #"""
        where is 300403513351
        #^^^^^^^^ error E0112: there is no verb `where is`; did you mean `show`?
        #= show 300403513351
        """#,
        #"""
        count
        #^^^^^ error E0112: there is no verb `count`; did you mean `count by status`?
        #= count by status
        """#,
        #"""
        where silent over 3 days
        #^^^^^ error E0117: `where` is a stage and needs rows before it; it stands after `|`
        #= | where silent over 3 days
        """#,
        #"""
        list | print 1
        #      ^^^^^ error E0117: `print` begins a statement and cannot stand here; for each row: for p in … { print … }
        """#,
        #"""
        list | filter a is b
        #      ^^^^^^ error E0112: there is no stage `filter`; did you mean `where`?
        #= list | where a is b
        """#,
        #"""
        track 300403513351 via=4px
        #                  ^^^^^^^ error E0125: `via=4px` names a column, but there is no file; write `via 4px`
        #= track 300403513351 via 4px
        """#,
        #"""
        show @5-2
        #    ^^^^ error E0128: `@5-2` runs backwards; write `@2-5`
        #= show @2-5
        """#,
        #"""
        track 300403513351 via
        #                  ^^^ error E0108: `via` needs a value; found the end of the text
        """#,
        #"""
        track 300403513351 via to us
        #                         ^^ error E0107: `track` has no clause `us`
        """#,
        #"""
        show RB123456785CN RB123456786CN
        #                  ^^^^^^^^^^^^^ error E0109: several numbers need commas between them
        #= show RB123456785CN, RB123456786CN
        """#,
        #"""
        print
        #^^^^^ error E0108: `print` needs a value; an empty line is `print ""`
        #= print ""
        """#,
        #"""
        list status
        #    ^^^^^^ error E0108: `status` needs a value; found the end of the text
        """#,
        #"""
        set x = 5
        #^^^ error E0117: `set` is a stage and needs rows before it; it stands after `|`
        #= | set x = 5
        """#,
        #"""
        show transit
        #    ^^^^^^^ error E0128: `transit` is not a tracking number; five or more letters and digits, one digit at least
        """#,
        #"""
        list status transit 5
        #                   ^ error E0109: `5` stands alone
        """#,
        #"""
        list creatd last 7 days
        #    ^^^^^^ error E0107: `list` has no clause `creatd`; did you mean `created`?
        #= list created last 7 days
        """#,
        #"""
        list | take
        #          ^ error E0108: `take` needs a value; found the end of the text
        """#,
        #"""
        list | top 5
        #      ^^^ error E0112: there is no stage `top`; did you mean `take`?
        #= list | take 5
        """#,
        #"""
        show 300403513351 vai 4px
        #                 ^^^ error E0107: `show` has no clause `vai`; did you mean `via`?
        #= show 300403513351 via 4px
        shwo 1
        list statsu transit
        #    ^^^^^^ error E0107: `list` has no clause `statsu`; did you mean `status`?
        #= list status transit
        """#,
        #"""
        use
        #  ^ error E0108: `use` needs a value; found the end of the text
        """#,
        #"""
        expect
        #     ^ error E0108: `expect` needs a value; found the end of the text
        """#,
        #"""
        fail
        #   ^ error E0108: `fail` needs a value; found the end of the text
        """#,
        #"""
        delete 1 2 3
        #      ^ error E0128: `1` is not a tracking number; five or more letters and digits, one digit at least
        """#,
        #"""
        300403513351 4px
        #            ^^^ error E0109: `4px` stands alone; did you mean `via 4px`?
        #= 300403513351 via 4px
        """#,
        #"""
        300403513351 show
        #            ^^^^ error E0109: `show` stands alone
        """#,
        #"""
        show 300403513351 and 300403513352
        #                 ^^^ error E0109: several numbers need commas between them
        #= show 300403513351, 300403513352
        """#,
        #"""
        track from "a.csv" nmber=A viaa=B
        #                  ^^^^^ error E0107: `track` has no clause `nmber`; did you mean `number`?
        #= track from "a.csv" number=A viaa=B
        #                          ^^^^ error E0107: `track` has no clause `viaa`; did you mean `via`?
        #= track from "a.csv" nmber=A via=B
        """#,
        #"""
        track from "a.csv" number=
        #                         ^ error E0108: `number=` needs a value; found the end of the text
        """#,
        #"""
        add 300403513351 via 4px
        #^^^ error E0112: there is no verb `add`; did you mean `track`?
        #= track 300403513351 via 4px
        """#,
        #"""
        list status transit via
        #                   ^^^ error E0108: `via` needs a value; found the end of the text
        """#,
        #"""
        show 300403513351 and 300403513352 via 4px
        #                 ^^^ error E0109: several numbers need commas between them
        #= show 300403513351, 300403513352 via 4px
        """#,
        #"""
        list | show 12 | track 4px
        #                      ^^^ error E0109: `4px` stands alone; did you mean `via 4px`?
        #= list | show 12 | track via 4px
        """#,
        #"""
        $late | track ups
        #             ^^^ error E0109: `ups` stands alone; did you mean `via ups`?
        #= $late | track via ups
        """#,
    ]
}
