extension Mistakes {
    /// Statements, blocks and what is left over, with what is said below the line.
    static let statements: [String] = [
        #"""
        let c ups
        #     ^^^ error E0118: expected `=`, found `ups`; the form is `let c = …`
        """#,
        #"""
        let $x = 1
        #   ^^ error E0122: `let` declares a name without `$`; write `x`
        #= let x = 1
        """#,
        #"""
        x = 5
        #^ error E0122: `x = …` lacks `let` or `$`; `let x = …` declares, `$x = …` changes
        #= let x = 5
        """#,
        #"""
        list | where status = transit
        #                   ^ error E0122: `=` does not compare; write `is`, or `==` to tell capitals apart
        #= list | where status is transit
        """#,
        #"""
        list | where a is b and c is d or e is f
        #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error E0113: `and` and `or` are mixed without parentheses; which belongs together?
        #= list | where (a is b and c is d) or e is f
        """#,
        #"""
        print hello world
        #     ^^^^^^^^^^^ error E0110: text of several words needs quotes; write `"hello world"`
        #= print "hello world"
        """#,
        #"""
        print list status transit
        #     ^^^^^^^^^^^^^^^^^^^ error E0110: a command as a value needs parentheses; write `(list status transit)`
        #= print (list status transit)
        """#,
        #"""
        for p list { print 1 }
        #     ^^^^ error E0118: expected `in`, found `list`; the form is `for p in …`
        """#,
        #"""
        for $p in $x { print 1 }
        #   ^^ error E0122: `for` declares a name without `$`; write `p`
        #= for p in $x { print 1 }
        """#,
        #"""
        if $a is 1 { print a }
        else { print b }
        #^^^^ error E0120: `else` stands on the line of the `}`
        #= if $a is 1 { print a } else { print b }
        """#,
        #"""
        try refresh 300403513351
        #^^^ error E0121: `try` needs `otherwise`; what to do when it fails
        #= try refresh 300403513351 otherwise print $error.message
        """#,
        #"""
        print (1 + 2
        #     ^ error E0123: this `(` is never closed; close it with `)`
        let x = 3
        """#,
        #"""
        print (1 + 2
        #     ^ error E0123: this `(` is never closed; close it with `)`
        """#,
        #"""
        list |
        #    ^ error E0129: the text ends after `|`; more must follow
        """#,
        #"""
        print 1 +
        #       ^ error E0129: the text ends after `+`; more must follow
        """#,
        #"""
        for p in $x {
        #           ^ error E0123: this `{` is never closed; close it with `}`
        """#,
        #"""
        print 1)
        #      ^ error E0124: `)` closes nothing; there is no opening mark for it
        """#,
        #"""
        }
        #^ error E0124: `}` closes nothing; there is no opening mark for it
        """#,
        #"""
        list | sort silent desc
        #      ^^^^ error E0118: `sort` needs `by`
        #= list | sort by silent desc
        #                  ^^^^ error E0112: `desc` is written `down`
        #= list | sort silent down
        """#,
        #"""
        list | where status is in transit, pickup
        #                      ^^ error E0110: `is in` is written `in`; `status in transit, pickup`
        #= list | where status in transit, pickup
        """#,
        #"""
        title "a" + $b
        #         ^ error E0110: did not expect `+` here; put the whole value in parentheses: `("a" + $b)`
        """#,
        #"""
        else { print 1 }
        #^^^^ error E0120: there is no `if` for this `else`
        """#,
        #"""
        list | first 5
        #            ^ error E0118: `first` gives one row and takes no number; write `take 5`
        #= list | take 5
        """#,
        #"""
        let x =
        #     ^ error E0129: the text ends after `=`; more must follow
        """#,
        #"""
        plan
        #   ^ error E0119: `plan` needs a statement after it
        """#,
        #"""
        define f { }
        #        ^ error E0118: expected `(`, found `{`; the form is `define f(a, b) { … }`
        """#,
        #"""
        if $x { print 1
        #     ^ error E0123: this `{` is never closed; close it with `}`
        """#,
        #"""
        track 300403513351, via 4px
        #                   ^^^ error E0111: expected a tracking number, found `via`
        """#,
        #"""
        list status transit, | where x is y
        #                    ^ error E0111: expected a value, found `|`
        """#,
        #"""
        print [a: 1, 2]
        #            ^ error E0127: this item lacks its key; all items of `[ ]` have one, `key: value`, or none
        """#,
        #"""
        list | group by via
        #      ^^^^^^^^^^^^ error E0118: `group by` needs an aggregate after it; as in `| count, median silent`
        #= list | group by via | count
        """#,
        #"""
        let
        #  ^ error E0122: `let` needs a name, found the end of the text
        """#,
        #"""
        for
        #  ^ error E0122: `for` needs a name, found the end of the text
        """#,
        #"""
        track 300403513351 via 4px title cute pillow
        #                                ^^^^^^^^^^^ error E0110: text of several words needs quotes; write `"cute pillow"`
        #= track 300403513351 via 4px title "cute pillow"
        """#,
        #"""
        for p in $x
        { print 1 }
        #^ error E0119: the `{` of `for` stands on its line
        #= for p in $x { print 1 }
        """#,
        #"""
        define 4px() { }
        #      ^^^ error E0122: `4px` is not a name; a letter or `_`, then letters, digits and `_`
        """#,
        #"""
        list | sort by
        #             ^ error E0118: `sort by` needs the name of a field; found the end of the text
        """#,
        #"""
        list | show
        #          ^ error E0118: `show` needs the name of a field; found the end of the text
        """#,
        #"""
        list | rename a b
        #               ^ error E0118: expected `to`, found `b`; the form is `rename a to …`
        """#,
        #"""
        list | set x 5
        #            ^ error E0118: expected `=`, found `5`; the form is `set x = …`
        """#,
        #"""
        list | join $a number
        #              ^^^^^^ error E0118: expected `on`, found `number`; the form is `join $rows on number`
        """#,
        #"""
        list | group via | count
        #      ^^^^^ error E0118: `group` needs `by`
        #= list | group by via | count
        """#,
        #"""
        list | group by via | sort by x
        #                     ^^^^ error E0118: expected an aggregate, found `sort`; count, sum, average, median, min or max
        """#,
        #"""
        print f(1, 2
        #      ^ error E0123: this `(` is never closed; close it with `)`
        """#,
        #"""
        print [1, 2
        #     ^ error E0123: this `[` is never closed; close it with `]`
        """#,
        #"""
        print (1 2)
        #        ^ error E0123: expected `)`, found `2`
        """#,
        #"""
        print (1 2), (3 4)
        #        ^ error E0123: expected `)`, found `2`
        """#,
        #"""
        if $a {
          print 1 2
        #         ^ error E0110: did not expect `2` here
        }
        print 3 4
        #       ^ error E0110: did not expect `4` here
        """#,
        #"""
        print {x}
        #     ^ error E0111: expected a value, found `{`
        """#,
        #"""
        print (list
        #     ^ error E0123: this `(` is never closed; close it with `)`
        let x = 1
        print 2
        """#,
        #"""
        break 3
        #     ^ error E0110: did not expect `3` here
        """#,
        #"""
        exit 3 4
        #      ^ error E0110: did not expect `4` here
        """#,
        #"""
        try list otherwise
        #                 ^ error E0119: `otherwise` needs a statement or a block, found the end of the text
        """#,
        #"""
        otherwise print 1
        #^^^^^^^^^ error E0120: there is no `try` for this `otherwise`
        """#,
        #"""
        limit 200
        #        ^ error E0118: expected an amount and its unit, found the end of the text; as in `limit 200 calls, 30 min`
        """#,
        #"""
        param
        #    ^ error E0122: `param` needs a name, found the end of the text
        """#,
        #"""
        list, show
        #   ^ error E0110: did not expect a comma here; a list is `[a, b]`
        """#,
        #"""
        list {
        #    ^ error E0110: did not expect a block here
        """#,
        #"""
        list }
        #    ^ error E0124: `}` closes nothing; there is no opening mark for it
        """#,
        #"""
        print 1 == 2 == 3
        #            ^^ error E0110: did not expect `==` here
        """#,
        #"""
        list | where
        #           ^ error E0111: expected a value, found the end of the text
        """#,
        #"""
        list | where status is
        #                   ^^ error E0129: the text ends after `is`; more must follow
        """#,
        #"""
        list | where a is b or
        #                   ^^ error E0129: the text ends after `or`; more must follow
        """#,
        #"""
        let x
        #    ^ error E0118: expected `=`, found the end of the text; the form is `let x = …`
        """#,
        #"""
        $a.b = 3
        #^^ error E0122: only a variable can be assigned; rows are changed by the stage `set`
        """#,
        #"""
        $x = 
        #  ^ error E0129: the text ends after `=`; more must follow
        """#,
        #"""
        print 3 +
        #       ^ error E0129: the text ends after `+`; more must follow
        """#,
        #"""
        print (2 + ) * 3
        #          ^ error E0111: expected a value, found `)`
        """#,
        #"""
        call POST /x [a: 1, 2, b: 3]
        #                   ^ error E0127: this item lacks its key; all items of `[ ]` have one, `key: value`, or none
        """#,
        #"""
        track 300403513351 title cute red pillow 2 via 4px
        #                        ^^^^^^^^^^^^^^^^^ error E0110: text of several words needs quotes; write `"cute red pillow 2"`
        #= track 300403513351 title "cute red pillow 2" via 4px
        """#,
    ]
}
