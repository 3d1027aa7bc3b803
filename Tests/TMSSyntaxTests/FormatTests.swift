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

    @Test(arguments: ["print (1", "list statsu x", "print \"a"])
    func `a script with errors stays as it is`(_ text: String) {
        #expect(Sample.format(text) == text)
    }

    @Test func `an empty script stays empty`() {
        #expect(Sample.format("") == "")
    }
}
