internal import GRDB

/// The contested points that were set in an account; what is not here stands as it stood when the sandbox was opened.
struct SettingTable {
    let db: Database

    func apply(to behaviour: inout Behaviour) throws {
        for row in try Row.fetchAll(db.cachedStatement(sql: "SELECT name, way FROM setting")) {
            // A point that a later version has dropped is passed over.
            let row = StoredRow(row)
            _ = behaviour.set(try row.text(0), try row.text(1))
        }
    }

    func set(_ name: String, _ way: String) throws {
        try db.execute(sql: "INSERT OR REPLACE INTO setting VALUES (?, ?)", arguments: [name, way])
    }

    func clear() throws { try db.execute(sql: "DELETE FROM setting") }
}
