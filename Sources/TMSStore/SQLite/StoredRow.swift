internal import GRDB

/// Rows of the table `row`.
enum StoredRow {
    static func fetch(_ db: Database, _ clause: String, _ arguments: StatementArguments) throws -> [RowRecord] {
        let statement = try db.cachedStatement(
            sql:
                "SELECT place, content, endpoint, number, carrier, sent, before, state, code, answer FROM row \(clause)"
        )
        return try Row.fetchAll(statement, arguments: arguments).map { row in
            guard let digest = UInt128(try row.value(1) as String, radix: 16) else {
                throw StoreError.damaged("a row has no content")
            }
            let intended = IntendedRow(
                content: RowContent(digest: digest), endpoint: try row.value(2), number: try row.optional(3),
                carrier: try row.optional(4), sent: try row.value(5), before: try row.optional(6))
            guard
                let state = RowState(
                    number: try row.value(7), code: try row.optional(8), text: try row.optional(9))
            else { throw StoreError.damaged("a row is in no known state") }
            return RowRecord(place: try row.value(0), row: intended, state: state)
        }
    }
}

extension RowState {
    static let intendedNumber = 0
    static let doneNumber = 1
    static let failedNumber = 2
    static let inDoubtNumber = 3
    static let alreadyNumber = 4

    var number: Int {
        switch self {
        case .intended: Self.intendedNumber
        case .done: Self.doneNumber
        case .failed: Self.failedNumber
        case .inDoubt: Self.inDoubtNumber
        case .already: Self.alreadyNumber
        }
    }

    var code: String? { if case .failed(let code, _) = self { code } else { nil } }

    /// The answer, or the message of a refusal.
    var text: String? {
        switch self {
        case .done(let answer): answer
        // A column ends at this character.
        case .failed(_, let message): message.contains("\0") ? message.split(separator: "\0").joined() : message
        case .intended, .inDoubt, .already: nil
        }
    }

    init?(number: Int, code: String?, text: String?) {
        switch (number, code, text) {
        case (Self.intendedNumber, _, _): self = .intended
        case (Self.doneNumber, _, let answer?): self = .done(answer: answer)
        case (Self.failedNumber, let code?, let message?): self = .failed(code: code, message: message)
        case (Self.inDoubtNumber, _, _): self = .inDoubt
        case (Self.alreadyNumber, _, _): self = .already
        default: return nil
        }
    }
}
