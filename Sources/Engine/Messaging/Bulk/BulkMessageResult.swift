import Domain

/// Who gets a bulk message and who does not, and why.
public struct BulkMessageResult: Codable, Sendable, Equatable {
    /// So many results are answered at once; `messaging.bulkMessages.results` lists all of them.
    public static let shown = 1_000

    /// Absent where nothing was kept.
    public var id: BulkMailing.ID?
    public var dryRun: Bool
    /// Whether it was carried out: not after a dry run, and not where one of `all_or_nothing` failed.
    public var kept: Bool
    public var recipients: Int
    /// Those whose mail leaves; with `dry_run`, would leave.
    public var queued: Int
    /// Those who may not be written to.
    public var skipped: Int
    public var failed: Int
    /// One a recipient, the first 1,000 of them.
    public var results: [Row]

    public struct Row: Codable, Sendable, Equatable {
        public var candidateID: Candidate.ID
        public var outcome: BulkMailing.Outcome
        /// Why nothing is sent: `do_not_contact`, `opted_out`, `no_consent`, `consent_expired`, `anonymized` or
        /// `duplicate` for `skipped`; `not_found`, `no_address` or `value_missing` for `failed`.
        public var code: String?
    }

    init(id: BulkMailing.ID) {
        self.id = id
        dryRun = false
        kept = true
        recipients = 0
        queued = 0
        skipped = 0
        failed = 0
        results = []
    }

    mutating func add(_ row: Row) {
        recipients += 1
        switch row.outcome {
        case .queued, .handed: queued += 1
        case .skipped: skipped += 1
        case .failed: failed += 1
        }
        if results.count < Self.shown { results.append(row) }
    }

    /// Says that nothing of it was kept.
    mutating func forget(dryRun: Bool) {
        id = nil
        kept = false
        self.dryRun = dryRun
    }
}
