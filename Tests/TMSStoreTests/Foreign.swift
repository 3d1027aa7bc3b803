import GRDB

/// Changes to a store's file that tms would not make.
enum Foreign {
    static func execute(_ path: String, _ sql: String) throws {
        try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
    }
}
