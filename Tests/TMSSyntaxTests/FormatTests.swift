import TMSSyntax
import Testing

@Suite struct FormatTests {
    @Test func `a script is indented, and comments and blank lines are kept`() {
        let text = """
            # late parcels


            let   late=list  status transit|where silent over 10 days # all
            for p in $late   {
            # one by one
                  try refresh $p   otherwise   print "{$p.number}"
               if $p.silent over 20 days { delete $p }

              print   1;print 2
              # done
            }
            $late | group by via | count
              | save 'late.csv'
            # end
            """
        let expected = """
            # late parcels

            let late = list status transit | where silent over 10 days # all
            for p in $late {
              # one by one
              try refresh $p otherwise print "{$p.number}"
              if $p.silent over 20 days { delete $p }

              print 1
              print 2
              # done
            }
            $late
              | group by via | count
              | save 'late.csv'
            # end

            """
        #expect(Sample.format(text) == expected)
        #expect(Sample.format(expected) == expected)
    }

    @Test func `the comments of a pipeline over several lines stay with their stages`() {
        let text = """
            let late = list status transit   # the whole account
              # ten days is what we promise
                | where silent over 10 days # all
                # the slowest first
              | sort by silent down
            for p in $late # each
             | take 3 { # {
              print $p.number # one
              }
            """
        let expected = """
            let late = list status transit   # the whole account
              # ten days is what we promise
              | where silent over 10 days # all
              # the slowest first
              | sort by silent down
            for p in $late # each
              | take 3 { # {
              print $p.number # one
            }

            """
        #expect(Sample.format(text) == expected)
        #expect(Sample.format(expected) == expected)
    }

    @Test func `a group and its count stand on lines of their own where they did`() {
        let text = "list\n  | group by via # carrier\n  | count, median silent\n  | save \"late.csv\"\n"
        #expect(Sample.format(text) == text)
        let joined = "list | group by via | count\n"
        #expect(Sample.format(joined) == joined)
    }

    @Test func `a list that begins on a new line keeps one item a line, with comments`() {
        let text = """
            let codes = [ # ours
            4px,    # the first
              # and in Europe
              ups,usps
              # no more
              ]
            print max(
            1, [a: 1,
            b: 2]), [
            a: 1 # one
            , b: 2]
            """
        let expected = """
            let codes = [ # ours
              4px,    # the first
              # and in Europe
              ups,
              usps
              # no more
            ]
            print max(
              1,
              [a: 1, b: 2]
            ), [
              a: 1, # one
              b: 2
            ]

            """
        #expect(Sample.format(text) == expected)
        #expect(Sample.format(expected) == expected)
    }

    @Test func `any other comment inside a statement moves up before it`() {
        let text = "print 1\n\nprint 2, # two\n  3 + # three\n  4 # four\n"
        let expected = "print 1\n\n# two\n# three\nprint 2, 3 + 4 # four\n"
        #expect(Sample.format(text) == expected)
    }

    @Test func `a comment stays with the last of several statements on a line`() {
        #expect(Sample.format("print 1; print 2 # two\n") == "print 1\nprint 2 # two\n")
        #expect(Sample.format("if $a { print 1 # one\n}") == "if $a {\n  print 1 # one\n}\n")
    }

    @Test(arguments: ["print (1", "list statsu x", "print \"a"])
    func `a script with errors stays as it is`(_ text: String) {
        #expect(Sample.format(text) == text)
    }

    @Test func `an empty script stays empty`() {
        #expect(Sample.format("") == "")
    }
}
