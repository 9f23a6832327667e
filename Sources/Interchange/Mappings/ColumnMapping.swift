import Domain
import JSON

/// Which columns of a table become which fields, and how. See `docs/import-mapping.md`.
public struct ColumnMapping: Sendable, Equatable {
    /// Where one field's value comes from.
    public struct Rule: Sendable, Equatable {
        /// Columns or paths; the first that is not empty counts.
        public var columns: [String] = []
        /// The same value for every record.
        public var constant: JSONValue?
        /// Joins all columns with this instead of taking the first.
        public var join: String?
        /// Words of the table and what they mean. What is not listed is read as usual.
        public var values: [String: JSONValue] = [:]
        /// Cuts a list at these characters; `,` and `;` and `|` without.
        public var split: String?

        public init(columns: [String] = []) { self.columns = columns }
    }

    /// Rules by field, in the order of the file.
    public var rules: [(field: String, rule: Rule)] = []
    /// Values for fields that a record leaves empty.
    public var defaults: [(field: String, value: JSONValue)] = []
    public var dateOrder = DateText.Order.dayFirst
    /// Where the list of records is inside a JSON document.
    public var recordsPath: String?

    public init() {}

    public static func == (left: ColumnMapping, right: ColumnMapping) -> Bool {
        left.rules.elementsEqual(right.rules, by: ==) && left.defaults.elementsEqual(right.defaults, by: ==)
            && left.dateOrder == right.dateOrder && left.recordsPath == right.recordsPath
    }
}

/// What is wrong with a mapping file.
public struct MappingError: Error, Equatable, CustomStringConvertible {
    /// The member that is wrong, such as `columns.title`.
    public var path: String
    public var message: Phrase

    /// The error with its place.
    public var phrase: Phrase {
        guard !path.isEmpty else { return message }
        return Phrase(en: "\(path): \(message.english)", fr: "\(path) : \(message.french)")
    }

    public var description: String { phrase.english }
}
