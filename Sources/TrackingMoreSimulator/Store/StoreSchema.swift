internal import GRDB

/// The tables of an account and the steps by which older files reach them.
enum StoreSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { try $0.execute(sql: tables + triggers) }
        migrator.registerMigration("2") { db in
            try db.execute(sql: settings)
            for (name, index) in indexes {
                try db.execute(sql: "DROP INDEX IF EXISTS \(name); CREATE INDEX \(name) \(index)")
            }
        }
        migrator.registerMigration("3") { try $0.execute(sql: webhooks) }
        return migrator
    }

    /// Does work that adds or removes most of the parcels: indexes and tally are taken down before and made after.
    static func inBulk(_ db: Database, _ work: () throws -> Void) throws {
        let cache = try Int.fetchOne(db, sql: "PRAGMA cache_size") ?? -8192
        try db.execute(sql: "PRAGMA cache_size = -131072")
        defer { try? db.execute(sql: "PRAGMA cache_size = \(cache)") }
        for (name, _) in indexes { try db.execute(sql: "DROP INDEX \(name)") }
        for name in triggerNames { try db.execute(sql: "DROP TRIGGER \(name)") }
        try work()
        for (name, index) in indexes { try db.execute(sql: "CREATE INDEX \(name) \(index)") }
        try db.execute(
            sql: """
                UPDATE tally SET parcels = (SELECT count(*) FROM parcel WHERE parcel.status = tally.status);
                \(triggers)
                """)
    }

    private static let triggerNames = ["parcel_added", "parcel_removed", "parcel_moved"]

    private static let tables = """
        CREATE TABLE account (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            seed INTEGER NOT NULL,
            now INTEGER NOT NULL,
            quota INTEGER NOT NULL,
            email TEXT NOT NULL,
            phone TEXT NOT NULL,
            money INTEGER NOT NULL,
            opened INTEGER NOT NULL
        );
        CREATE TABLE parcel (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            number TEXT NOT NULL COLLATE NOCASE,
            carrier TEXT NOT NULL,
            created INTEGER NOT NULL,
            stopped INTEGER,
            status INTEGER NOT NULL,
            mark INTEGER,
            next_change INTEGER,
            archived INTEGER NOT NULL,
            order_id TEXT,
            ordered INTEGER,
            origin TEXT NOT NULL,
            destination TEXT NOT NULL,
            outcome INTEGER NOT NULL,
            start INTEGER NOT NULL,
            length INTEGER NOT NULL,
            details TEXT NOT NULL,
            UNIQUE (number, carrier)
        );
        CREATE TABLE tally (status INTEGER PRIMARY KEY, parcels INTEGER NOT NULL);
        INSERT INTO tally VALUES (0, 0), (1, 0), (2, 0), (3, 0), (4, 0), (5, 0), (6, 0), (7, 0);

        """

    private static let settings = """
        ALTER TABLE account ADD COLUMN changes INTEGER NOT NULL DEFAULT 0;
        CREATE TABLE fault (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            amount REAL NOT NULL,
            calls INTEGER,
            until REAL,
            one_in INTEGER NOT NULL,
            draws INTEGER NOT NULL DEFAULT 0,
            endpoint TEXT
        );
        CREATE TABLE setting (name TEXT PRIMARY KEY, way TEXT NOT NULL);
        """

    private static let webhooks = """
        ALTER TABLE fault ADD COLUMN started REAL;
        CREATE TABLE webhook (id INTEGER PRIMARY KEY CHECK (id = 1), url TEXT NOT NULL);
        CREATE TABLE outbox (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            due INTEGER NOT NULL,
            attempts INTEGER NOT NULL DEFAULT 0,
            body TEXT NOT NULL
        );
        CREATE INDEX outbox_due ON outbox (due);
        """

    /// Parcels are numbered in the order in which they were added, so that every index ends with what lists sort by.
    private static let indexes: [(name: String, of: String)] = [
        ("parcel_created", "ON parcel (created)"),
        ("parcel_status", "ON parcel (status)"),
        ("parcel_archived", "ON parcel (archived)"),
        ("parcel_change", "ON parcel (next_change) WHERE next_change IS NOT NULL"),
        ("parcel_order", "ON parcel (order_id) WHERE order_id IS NOT NULL"),
        ("parcel_ordered", "ON parcel (ordered, status) WHERE ordered IS NOT NULL"),
        ("parcel_stopped", "ON parcel (stopped, created) WHERE stopped IS NOT NULL"),
        ("parcel_refreshed", "ON parcel (\(RefreshRhythm.phase), created) WHERE stopped IS NULL"),
    ]

    /// `tally` is kept by triggers, so that counting a million parcels by status reads eight rows.
    private static let triggers = """
        CREATE TRIGGER parcel_added AFTER INSERT ON parcel BEGIN
            UPDATE tally SET parcels = parcels + 1 WHERE status = new.status;
        END;
        CREATE TRIGGER parcel_removed AFTER DELETE ON parcel BEGIN
            UPDATE tally SET parcels = parcels - 1 WHERE status = old.status;
        END;
        CREATE TRIGGER parcel_moved AFTER UPDATE OF status ON parcel WHEN old.status <> new.status BEGIN
            UPDATE tally SET parcels = parcels - 1 WHERE status = old.status;
            UPDATE tally SET parcels = parcels + 1 WHERE status = new.status;
        END;
        """
}
