import Testing

@testable import LineEditor

@Suite struct EditTextTests {
    @Test func `a character is one step, whatever it is made of`() {
        var edit = EditText("ae\u{301}👨‍👩‍👧挂")
        for expected in ["ae\u{301}👨‍👩‍👧", "ae\u{301}", "a", "", ""] {
            edit.moveLeft()
            #expect(edit.before == expected[...])
        }
        edit.moveRight()
        edit.deleteRight()
        #expect(edit == EditText("a👨‍👩‍👧挂", cursor: 1))
    }

    @Test func `up and down keep the column, wide characters counted as two`() {
        var edit = EditText("挂号小包\nabcdef\nx", cursor: 19)
        #expect(edit.before == "挂号小包\nabcdef")
        let up = [edit.moveUp(), edit.moveUp()]
        #expect(up == [true, false])
        #expect(edit.before == "挂号小")
        let down = [edit.moveDown(), edit.moveDown(), edit.moveDown()]
        #expect(down == [true, true, false])
        #expect(edit.isAtEnd)
    }

    @Test func `words end at blanks and marks`() {
        var edit = EditText("track 4px_1, via")
        #expect(edit.previousWord == 13)
        edit.cursor = 13
        #expect(edit.previousWord == 6)
        #expect(edit.previousBlank == 6)
        edit.cursor = 5
        #expect(edit.nextWord == 11)
        let removed = edit.cut(5..<11)
        #expect(removed == " 4px_1")
        #expect(edit == EditText("track, via", cursor: 5))
    }

    @Test func `offsets outside of the text or inside of a character do no harm`() {
        var edit = EditText("挂", cursor: 1)
        edit.insert("a")
        #expect(edit.text == "a挂")
        edit.replace(-5..<99, with: "b")
        #expect(edit == EditText("b"))
        edit.cursor = 50
        edit.moveRight()
        edit.deleteLeft()
        #expect(edit.text == "")
    }
}
