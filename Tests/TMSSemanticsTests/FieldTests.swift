import Testing

struct FieldTests {
    @Test func `a field no parcel has is named with the nearest one`() {
        #expect(diagnosticCodes("list | where silnt over 3 days") == ["E0214 silnt"])
        #expect(corrected("list | where silnt over 3 days") == "list | where silent over 3 days")
        #expect(diagnosticCodes("list | sort by stauts | show number, titel") == ["E0214 stauts", "E0214 titel"])
    }

    @Test func `friendly and wire names are both fields`() {
        #expect(diagnosticCodes("list | where carrier_code is ups and via is ups") == [])
    }

    @Test func `variables and loops keep the kind of their rows`() {
        #expect(diagnosticCodes("let late = list\nfor p in $late { print $p.silnt }") == ["E0214 silnt"])
        #expect(diagnosticCodes("let late = list\nprint $late[0].silnt") == ["E0214 silnt"])
        #expect(diagnosticCodes("let one = list | first\nprint $one.titel") == ["E0214 titel"])
    }

    @Test func `rows have no fields, one of them has`() {
        #expect(diagnosticCodes("let late = list\nprint $late.number") == ["E0227 number"])
    }

    @Test func `stages change the fields there are`() {
        #expect(diagnosticCodes("list | show number, via | where title is x") == ["E0214 title"])
        #expect(diagnosticCodes("list | show via | where carrier_code is ups") == [])
        #expect(diagnosticCodes("list | drop title | sort by title") == ["E0214 title"])
        #expect(diagnosticCodes("list | set age = silent * 2 | where age over 3 days") == [])
        #expect(diagnosticCodes("list | rename title to name | show name, title") == ["E0214 title"])
        #expect(diagnosticCodes("list | group by via | count, median silent | sort by median_silent") == [])
        #expect(diagnosticCodes("list | group by via | count | sort by number") == ["E0214 number"])
    }

    @Test func `the header of a file is what its rows have`() {
        #expect(diagnosticCodes(#"open "orders.csv" | where Ordr is "7""#) == ["E0214 Ordr"])
        #expect(diagnosticCodes(#"open "unknown.csv" | where Ordr is "7""#) == [])
    }

    @Test func `a kind that is open, and records from elsewhere, are not checked`() {
        #expect(diagnosticCodes("edit 300403513351 title x | show anything") == [])
        #expect(diagnosticCodes("define f(rows) { return $rows }\nlet r = f((list))\n$r | where anything is 3") == [])
        #expect(diagnosticCodes("define f() { return list }\nf | where anything is 3") == ["E0214 anything"])
    }

    @Test func `a word right of an operator that is also a field is a warning`() {
        #expect(diagnosticCodes("list | where title is note") == ["W0202 note"])
        #expect(corrected("list | where title is note") == "list | where title is $it.note")
    }

    @Test func `a field meant as a date is an error where text cannot stand`() {
        #expect(diagnosticCodes("list | where updated > created") == ["E0215 created"])
        #expect(corrected("list | where updated > created") == "list | where updated > $it.created")
    }

    @Test func `words beside typed fields are checked by their kind`() {
        #expect(diagnosticCodes("list | where status is trasnit") == ["E0210 trasnit"])
        #expect(diagnosticCodes("list | where via in ups, upps") == ["E0210 upps"])
        #expect(diagnosticCodes("for p in list { if $p.via is upps { print $p.number } }") == ["E0210 upps"])
    }
}
