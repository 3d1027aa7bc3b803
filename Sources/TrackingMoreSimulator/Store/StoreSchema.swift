internal import GRDB

/// The tables of an account and the steps by which older files reach them.
enum StoreSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { try $0.execute(sql: [tables, indexes, triggers].joined(separator: "\n")) }
        return migrator
    }

    /// Does work that adds or removes most of the parcels: indexes and tally are taken down before and made after.
    static func inBulk(_ db: Database, _ work: () throws -> Void) throws {
        for name in indexNames { try db.execute(sql: "DROP INDEX \(name)") }
        for name in triggerNames { try db.execute(sql: "DROP TRIGGER \(name)") }
        try work()
        try db.execute(sql: indexes)
        try db.execute(
            sql: """
                UPDATE tally SET parcels = (SELECT count(*) FROM parcel WHERE parcel.status = tally.status);
                \(triggers)
                """)
    }

    private static let indexNames = [
        "parcel_created", "parcel_status", "parcel_change", "parcel_order", "parcel_ordered",
    ]
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

    private static let indexes = """
        CREATE INDEX parcel_created ON parcel (created);
        CREATE INDEX parcel_status ON parcel (status, created);
        CREATE INDEX parcel_change ON parcel (next_change) WHERE next_change IS NOT NULL;
        CREATE INDEX parcel_order ON parcel (order_id) WHERE order_id IS NOT NULL;
        CREATE INDEX parcel_ordered ON parcel (ordered) WHERE ordered IS NOT NULL;
        """

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
