import Domain
import JSON
import Storage

/// Everything that is kept on a candidate: the record and those merged into it, documents by name and digest,
/// applications with their course, interviews, offers, notes, conversations, mails, consents, and what the audit log
/// says of it; as JSON by table, or as a page to read. That it was taken out is in the audit log.
public struct GetPersonalData: RouteOperation {
    public static let contract = Contract(
        "candidates.personalData", .post, "/candidates/{candidate_id}/personal-data",
        access: .roles(candidate: .own, consultant: .yes, admin: .yes), effect: .write,
        Phrase(en: "Export personal data", fr: "Exporter les données personnelles"),
        isContract: false)

    public enum Format: String, Codable, Sendable, CaseIterable { case json, html }

    public struct Answer: Codable, Sendable, Equatable {
        public var candidateID: Candidate.ID
        public var asOf: Instant
        /// By table: `title` and `rows`. Absent where a page was asked for.
        public var data: JSONValue?
        /// The page. Absent where JSON was asked for.
        public var html: String?
        /// Notes that are others' own.
        public var withheldNotes: Int
        public var files: [File]
    }

    /// A document, whose contents are `candidates.cv.get`'s or the workspace's `files/`.
    public struct File: Codable, Sendable, Equatable {
        public var filename: String
        public var mediaType: String
        public var size: Int
        public var sha256: String
    }

    public var candidateID: Candidate.ID
    /// `json` where nothing is said.
    public var format: Format?

    public init(candidateID: Candidate.ID, format: Format? = nil) {
        self.candidateID = candidateID
        self.format = format
    }

    public func perform(in call: Call) throws -> Answer {
        try CandidateVisibility.requireFull(candidateID, in: call)
        let scope = try PersonScope(candidateID, in: call.transaction)
        let data = PersonalData(scope: scope, isOwn: call.cell == .own, call: call)
        let sections = try data.collect()
        let withheld = try data.withheldNotes()
        let names = try call.transaction.first(
            "SELECT first_name, last_name FROM candidate WHERE id = \(candidateID)"
        ) { ApplicationReading.fullName(try $0.next(), try $0.next()) }
        let files = try call.transaction.all(
            """
            SELECT filename, media_type, size, sha256 FROM cv WHERE candidate_id IN \(list: scope.candidates)
            AND sha256 <> '' ORDER BY candidate_id, version_no, id
            """
        ) {
            File(
                filename: try $0.next(), mediaType: try $0.next(), size: try $0.next(), sha256: try $0.next())
        }
        let format = format ?? .json
        call.note("candidate", candidateID, after: ["personal_data": .string(format.rawValue)])
        var answer = Answer(
            candidateID: candidateID, asOf: call.now, withheldNotes: withheld, files: files)
        switch format {
        case .json: answer.data = .object(sections)
        case .html:
            answer.html = PersonalDataPage(
                title: names ?? "", asOf: call.now, sections: sections, withheldNotes: withheld,
                language: call.principal.language
            ).html()
        }
        return answer
    }
}
