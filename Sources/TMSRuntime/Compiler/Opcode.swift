/// What one instruction does. `a`, `b`, `c` are its operands: registers of the frame unless said otherwise; in every
/// jump `a` is the place to go.
enum Opcode: UInt8 {
    // MARK: Moving

    /// `a` ← `b`
    case move
    /// `a` ← constant `b`
    case constant
    /// `a` ← register `b` of the outermost frame
    case global

    // MARK: Computing, `a` ← `b` … `c`

    case add, subtract, multiply, divide, remainder
    /// `a` ← `b` + the number `c`
    case addImmediate
    /// `a` ← what is left of `b` divided by the number `c`, which is above 0
    case remainderImmediate
    case negate
    /// `flag` is the operator.
    case compare
    /// As `compare`; `b` came from the field cache `extra`, whose kind `c` is first put in normal form for.
    case compareField
    /// As `compareField` where `c` never changes, so that its normal form is kept.
    case compareFieldConstant
    /// `a` ← whether `b` is in the list `c`
    case isMember, isMemberField, isMemberFieldConstant
    /// `a` ← whether `b` lies in the dates from `c` to `c + 1`
    case isInRange
    case isEmpty, not
    /// `a` ← field of `b` named by cache `c`
    case field
    /// As `field`; a row that lacks it is counted at `extra`.
    case comparedField
    /// `a` ← `b[c]`
    case index
    /// `a` ← list of the `c` registers from `b`
    case list
    /// `a` ← list of all items of the `c` lists from `b`
    case flatten
    /// `a` ← record of shape `c`, which takes its values out of the registers from `b`
    case record
    /// `a` ← text template `c` filled from the registers from `b`
    case concat
    /// `a` ← `b` times `c` seconds
    case duration
    /// `a` ← now less the duration `b`
    case ago
    /// `a` ← the date that the text constant `b` means now
    case date
    /// `a`, `a + 1` ← the range of kind `flag` from dates `b`, `c`
    case dateRange
    /// `a` ← list of the whole numbers from `b` to `c`
    case rangeList
    /// `a` ← rows of `b`, counted from 1: from the number that constant `c` is to that of the constant behind it
    case rows
    /// `a` ← function `extra` of the `c` registers from `b`
    case function
    /// `a` ← itself as a value of parameter kind `b` for the parameter that constant `c` names; with `flag` 1 it may be
    /// empty
    case convert
    /// Fails with fault `a`.
    case raise

    // MARK: Jumping

    case jump
    /// Backwards; counts a step. `extra` is the integer region it leads into, from 1, or 0.
    case loop
    case jumpIf, jumpUnless
    case jumpIfEmpty, jumpUnlessEmpty
    case jumpIfLess, jumpUnlessLess, jumpIfLessOrEqual, jumpUnlessLessOrEqual
    case jumpIfIs, jumpUnlessIs
    /// As above, `c` being the number itself.
    case jumpIfLessImmediate, jumpUnlessLessImmediate, jumpIfLessOrEqualImmediate, jumpUnlessLessOrEqualImmediate
    case jumpIfGreaterImmediate, jumpUnlessGreaterImmediate
    case jumpIfGreaterOrEqualImmediate, jumpUnlessGreaterOrEqualImmediate
    case jumpIfIsImmediate, jumpUnlessIsImmediate
    /// If `b` is 0.
    case jumpIfZero
    /// If `b` is above 0, which is then one less.
    case jumpCountingDown
    /// Starts the count `b`…: `[at, last, first]`, first number to `c`; jumps if there is none.
    case rangeStart
    /// The next number to `c`; jumps if there is one. `extra` as in `loop`.
    case rangeNext

    // MARK: Rows. A source is four registers: list, place in it, cursor or empty, whether it is one value.

    /// Source `a` ← the value `b`
    case sourceFrom
    /// Around the pipeline whose first register is `a`: what ends its rows early is thrown where it ends.
    case pipelineBegins, pipelineEnds
    /// The row `b`, if it is one value, and jumps; source `c` ← its rows, if it is a list, and goes on.
    case spread
    /// Source `a` ← the answer to command `b`
    case command
    /// Source `a` ← the file named by `b`; each bit of `flag` is a file clause whose value is in its register behind `b`
    case open
    /// The next row of source `b` to `c`; jumps if there is one.
    case sourceNext
    case closeSource
    /// `a` ← all rows of source `b`, or its one value; gathered in object `c`
    case drain
    /// Object `a` ← a fresh collector made by specification `b`, given `c`
    case begin
    /// Object `a` takes the row `b`.
    case collect
    /// Source `a` ← what the object `b` gathered
    case finish
    /// `a` ← the one value the object `b` gathered
    case finishValue
    /// Jumps if object `b` has met row `c` before.
    case jumpIfSeen
    /// `a` ← row `b` joined with its partner in object `c`
    case joinRow
    /// `a` ← row `b` reshaped by plan `c`
    case reshape
    /// `a` ← row `a` with the field of plan `c` set to `b`
    case setField
    /// `a` ← the count of rows `b`, for the stage named by constant `c`
    case rowCount

    // MARK: Speaking

    /// Says the `b` registers from `a` as a line.
    case print
    /// Says text template `c`, filled from the registers from `b`, as a line.
    case printText
    /// A statement begins whose result is shown.
    case resultAhead
    case beginResult, resultRow
    /// `b` fields from `a` may have been lacking; with `flag` 1 every row of the source was one of the result.
    case endResult
    /// Shows `a` as described by `b`.
    case showValue
    /// Shows the one value of source `b`, as described by `c`, and jumps; goes on if it has rows.
    case showSingle
    /// Writer `a` ← a new file named by `b`
    case save
    /// Writer `a` takes the row `b`, by way of object `c`.
    case saveRow
    /// What is left in object `c` goes to writer `a`.
    case saveRest
    /// `a` ← what committing writer `b` answered
    case commit

    // MARK: Control

    /// `a` ← definition `c` called with `extra` registers from `b`
    case call
    case giveBack
    case fail, expect, exit
    /// Lasts as long as `b` says; under a prefix not at all.
    case wait
    case limit, endLimit
    /// Around a loop that does what cannot be taken back.
    case loopBegins, loopEnds
    /// Around rows that each send a write.
    case rowsBegin, rowsEnd
    /// Before the body of a loop whose rows ask the service. Once the run has ended it is not gone into: the row in `b` of
    /// the loop `c` is told as not sent, and on it goes behind the body. With `flag` 1 a counted range.
    case gate
    /// The word at place `b` holds for what the fiber does until the end; `a` keeps the one before. With `flag` 1 the
    /// statement stands outside of loops and definitions.
    case prefixBegins, prefixEnds
    /// Jumps where the statement is only planned or described.
    case jumpUnderPrefix
    /// Tells `explain`, if it holds, that rows nobody has read would each be given to the verbs of list `a`; with `flag` 1 together.
    case perRow
    /// Tells how many rows are in the source at `a`, or with `flag` 1 in the counted range.
    case foretell
    /// The same, for who watches how far the rows have come.
    case foretellRows
    /// Here the body of a loop begins whose rows run side by side: begins a fiber for it and jumps to its end, or goes
    /// on into the body.
    case fork
    /// The body ends here; so does the fiber that was begun for it.
    case rowDone
    /// Waits for the rows that run side by side; their failures are counted in `a`, the gravest status in `a + 1`.
    case join
    /// The loop is over; fails if `a` rows did, with a status no less grave than `a + 1`. With `flag` 1 it fails only with
    /// what ended it.
    case endLoop
    case halt

    var isJump: Bool {
        switch self {
        case .jump, .loop, .jumpIf, .jumpUnless, .jumpIfEmpty, .jumpUnlessEmpty, .jumpIfLess, .jumpUnlessLess,
            .jumpIfLessOrEqual, .jumpUnlessLessOrEqual, .jumpIfIs, .jumpUnlessIs, .jumpIfLessImmediate,
            .jumpUnlessLessImmediate, .jumpIfLessOrEqualImmediate, .jumpUnlessLessOrEqualImmediate,
            .jumpIfGreaterImmediate, .jumpUnlessGreaterImmediate, .jumpIfGreaterOrEqualImmediate,
            .jumpUnlessGreaterOrEqualImmediate, .jumpIfIsImmediate, .jumpUnlessIsImmediate, .jumpIfZero,
            .jumpCountingDown, .jumpUnderPrefix, .fork, .gate, .spread, .rangeStart, .rangeNext, .sourceNext,
            .jumpIfSeen, .showSingle:
            true
        default: false
        }
    }
}

/// One step of the machine, 16 bytes.
struct Instruction {
    var op: Opcode
    var flag: UInt8 = 0
    var extra: UInt16 = 0
    var a: Int32 = 0
    var b: Int32 = 0
    var c: Int32 = 0
}
