import Domain

/// What became of a bulk update, row by row.
public struct BulkUpdateResult: Codable, Sendable, Equatable {
    public var dryRun: Bool
    /// Whether anything of it stays: not after a dry run, and not where a row of an all-or-nothing batch failed.
    public var kept: Bool
    /// What the history rows of the batch carry.
    public var batchID: AnyEntity.ID?
    /// Rows that are as asked now; with `dry_run`, that would be.
    public var updated: Int
    public var failed: Int
    public var results: [Row]

    public struct Row: Codable, Sendable, Equatable {
        public enum Status: String, Codable, Sendable, CaseIterable {
            case ok, failed
            /// A good row that was not kept, because another row of an all-or-nothing batch failed.
            case skipped
        }

        public var applicationID: Application.ID
        public var status: Status
        /// Why it failed.
        public var problem: RowProblem?
        /// The move of this row, to take it back (`applications.changeStatus` with `undo_of`); absent where nothing
        /// was kept or only the flag changed.
        public var transitionID: StatusChange.ID?
    }

    /// The problem of one row, with the status that the single operation would have answered.
    public struct RowProblem: Codable, Sendable, Equatable {
        public var status: Int
        public var type: String
        public var detail: String
        /// The stage that the application is in, where that is what was wrong.
        public var current: Application.Status?
    }
}

extension BulkUpdateResult.Row {
    init(_ id: Application.ID, _ status: Status, _ problem: Problem? = nil, _ language: Language = .english) {
        applicationID = id
        self.status = status
        self.problem = problem.map { problem in
            // A field's own words say more than “the input is not valid”.
            let fields = problem.errors.map { "\($0.field): \(FieldMessages.text($0, language))" }
            return BulkUpdateResult.RowProblem(
                status: problem.status, type: problem.kind.rawValue,
                detail: fields.isEmpty ? problem.detail[language] : fields.joined(separator: "; "),
                current: problem.members["current"]?.stringValue.flatMap(Application.Status.init(rawValue:)))
        }
    }
}
