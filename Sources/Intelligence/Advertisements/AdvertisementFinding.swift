/// Something in a job advertisement that keeps people from applying, and what to write instead.
public struct AdvertisementFinding: Codable, Sendable, Equatable {
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case length, jargon, gendered, age, exclusion, readability
        case missingSalary = "missing_salary"
        case missingPlace = "missing_place"
        case missingStages = "missing_stages"
    }

    public let kind: Kind
    /// Unicode scalars of the text; absent where something is missing from it.
    public let start: Int?
    public let end: Int?
    /// The words found.
    public let text: String?
    public let reason: String
    /// A better wording, or what to add.
    public let suggestion: String
}
