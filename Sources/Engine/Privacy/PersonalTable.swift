import Domain
import Storage

/// What a table holds of a person and what becomes of it: which rows are the person's, what an export shows of them,
/// and what anonymisation does to each column. Every column of every table is decided on here; a test compares the list
/// with the schema.
public struct PersonalTable: Sendable {
    /// What anonymisation does to the person's rows.
    public enum Fate: Sendable {
        /// The rows stay; of their columns those in `erased` are overwritten.
        case stays
        case goes
    }

    public let name: String
    /// What an export calls it; `nil` where the table holds nothing of a person.
    public let heading: Phrase?
    /// Columns that stay as they are.
    public let kept: [String]
    /// Columns that are overwritten, with what by, as SQL.
    public let erased: [(column: String, value: String)]
    let fate: Fate
    /// The condition under which a row is the person's.
    let rows: @Sendable (PersonScope) -> SQL
    /// The same for what is erased, where that is less than what is the person's to read.
    let erasedRows: (@Sendable (PersonScope) -> SQL)?
    /// Columns that open an account or prove something, and leave in no export.
    let secret: Set<String>
    /// Columns that the person itself is not shown (what the agency and the client think of it).
    let withheld: Set<String>

    public var columns: [String] { kept + erased.map(\.column) }

    init(
        _ name: String, _ heading: Phrase? = nil, common: Bool = false, keeps kept: String,
        erases erased: KeyValuePairs<String, String> = [:], fate: Fate = .stays, secret: String = "",
        withheld: String = "", erasedRows: (@Sendable (PersonScope) -> SQL)? = nil,
        rows: @escaping @Sendable (PersonScope) -> SQL = { _ in "1 = 0" }
    ) {
        self.name = name
        self.heading = heading
        self.kept = (common ? Self.words(Self.common) : []) + Self.words(kept)
        self.erased = erased.map { (column: $0.key, value: $0.value) }
        self.fate = fate
        self.rows = rows
        self.erasedRows = erasedRows
        self.secret = Set(Self.words(secret))
        self.withheld = Set(Self.words(withheld))
    }

    private static let common = "id created_at updated_at created_by version deleted_at row_seq"

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// Whether rows have a version that every change counts up.
    var isVersioned: Bool { kept.contains("version") && kept.contains("updated_at") }
}
