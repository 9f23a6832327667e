import JSON

/// What becomes of the good rows of a batch when some rows are bad.
public enum ImportMode: String, Codable, Sendable, CaseIterable, DefaultedInput {
    /// One bad row, and nothing of the batch is kept.
    case allOrNothing = "all_or_nothing"
    /// Good rows are kept, bad ones are reported.
    case bestEffort = "best_effort"

    public static let defaultInput = ImportMode.allOrNothing
}
