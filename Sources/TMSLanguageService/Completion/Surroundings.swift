/// What a session has seen and left, as completion needs it. Asked anew each time; nothing is asked of the service for it.
public struct Surroundings {
    /// A word that may be typed, with what is said of it.
    public struct Known: Sendable, Equatable {
        public var text: String
        public var summary: String

        public init(_ text: String, _ summary: String = "") {
            self.text = text
            self.summary = summary
        }
    }

    /// A step into a value: a field, or a place in a list.
    public enum Step: Sendable, Equatable {
        case field(String)
        case place(Int)
    }

    /// Tracking numbers, those in sight first.
    public var parcels: () -> [Known]
    /// The numbered rows in sight, in order: what each is.
    public var rows: () -> [String]
    /// The fields of what a variable holds behind these steps, each with its value; none where it holds no record.
    public var fields: (_ variable: String, _ steps: [Step]) -> [Known]
    /// The value of a field in the first row in sight that has one.
    public var sample: (_ field: String) -> String?
    /// What a folder holds whose name begins with the last part of the path. Folders end in a slash.
    public var files: (_ path: String) -> [Known]

    public init(
        parcels: @escaping () -> [Known] = { [] }, rows: @escaping () -> [String] = { [] },
        fields: @escaping (String, [Step]) -> [Known] = { _, _ in [] },
        sample: @escaping (String) -> String? = { _ in nil }, files: @escaping (String) -> [Known] = { _ in [] }
    ) {
        self.parcels = parcels
        self.rows = rows
        self.fields = fields
        self.sample = sample
        self.files = files
    }
}
