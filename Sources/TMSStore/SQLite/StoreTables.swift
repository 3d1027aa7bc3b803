internal import GRDB

/// The tables of a store and the steps by which older files reach them.
enum StoreTables {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { try $0.execute(sql: first) }
        migrator.registerMigration("2") { try $0.execute(sql: second) }
        return migrator
    }

    /// What is not to be done again soon.
    private static let second = """
        CREATE TABLE last_done (what TEXT PRIMARY KEY, time INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX last_done_time ON last_done (time);
        """

    /// A row is found by its content among those of its run, and by its place.
    private static let first = """
        CREATE TABLE run (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            work TEXT NOT NULL,
            undoes INTEGER,
            attempt INTEGER NOT NULL,
            host TEXT NOT NULL,
            process INTEGER NOT NULL,
            process_start INTEGER NOT NULL,
            began REAL NOT NULL,
            clock INTEGER NOT NULL,
            seen REAL NOT NULL,
            ended REAL,
            status INTEGER,
            calls INTEGER,
            quota INTEGER
        );
        CREATE INDEX run_work ON run (work, number);
        CREATE TABLE row (
            run INTEGER NOT NULL,
            place INTEGER NOT NULL,
            attempt INTEGER NOT NULL,
            content TEXT NOT NULL,
            endpoint TEXT NOT NULL,
            number TEXT,
            carrier TEXT,
            sent TEXT NOT NULL,
            before TEXT,
            state INTEGER NOT NULL,
            code TEXT,
            answer TEXT,
            PRIMARY KEY (run, place)
        ) WITHOUT ROWID;
        CREATE INDEX row_content ON row (run, content);
        """
}
