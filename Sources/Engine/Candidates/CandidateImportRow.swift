import Domain
import JSON
import Storage

/// One row of an import: the fields of `candidates.create` and, beside them, what belongs to the person.
///
/// A class, since so large a value is dear to copy.
public final class CandidateImportRow: Codable, Sendable {
    public let candidate: CreateCandidate
    public let details: Details

    /// What a row may have beside the fields of `candidates.create`.
    public struct Details: Codable, Sendable {
        /// Names; unknown ones become new skills. They are kept at the middle level, since a name tells none.
        public var skills: [Text<120>]?
        public var experience: [WorkRecord]?
        public var education: [StudyRecord]?

        public init(skills: [Text<120>]? = nil, experience: [WorkRecord]? = nil, education: [StudyRecord]? = nil) {
            self.skills = skills
            self.experience = experience
            self.education = education
        }
    }

    public struct WorkRecord: Codable, Sendable {
        public var name: Text<200>
        public var position: Text<200>
        public var location: Text<200>?
        public var startDate: PartialDate
        public var endDate: PartialDate?
        public var summary: Text<10_000>?
        public var highlights: [Text<1_000>]?
    }

    public struct StudyRecord: Codable, Sendable {
        public var institution: Text<200>
        public var area: Text<200>?
        public var studyType: Text<120>?
        public var startDate: PartialDate?
        public var endDate: PartialDate?
        public var score: Text<60>?
        public var courses: [Text<200>]?
        public var url: WebAddress?
    }

    public init(candidate: CreateCandidate, details: Details = Details()) {
        self.candidate = candidate
        self.details = details
    }

    /// Both parts are read from one object.
    public init(from decoder: any Decoder) throws {
        candidate = try CreateCandidate(from: decoder)
        details = try Details(from: decoder)
    }

    public func encode(to encoder: any Encoder) throws {
        try candidate.encode(to: encoder)
        try details.encode(to: encoder)
    }
}
