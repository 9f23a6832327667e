import Domain
import Storage

/// A statement about the ground on which a person's data are used.
public enum Consent {
    public typealias ID = Identifier<Consent>

    /// The lawful bases of article 6(1) of the GDPR that an agency uses: (a), (b), (f), (c).
    public enum Basis: String, Sendable, Codable, CaseIterable, SQLCodable {
        case consent, contract
        case legitimateInterest = "legitimate_interest"
        case legalObligation = "legal_obligation"

        /// Whether employers may find the person on this ground. The other two allow the agency to keep data, no more.
        var opensSearch: Bool { self == .consent || self == .legitimateInterest }
    }

    public enum Purpose: String, Sendable, Codable, CaseIterable, SQLCodable {
        /// Being kept, found by employers, and written to about jobs.
        case recruitment
        /// Being written to at all.
        case mailing
    }
}

/// One statement of the history of a person's consents.
public struct ConsentView: Codable, Sendable, Equatable {
    public var id: Consent.ID
    public var candidateID: Candidate.ID
    public var basis: Consent.Basis
    public var purpose: Consent.Purpose
    public var givenAt: Instant
    public var expiresAt: Instant?
    /// When it was taken back; then nothing is allowed by it from that moment on.
    public var withdrawnAt: Instant?
    /// How it is known: a form, a letter, a call.
    public var evidence: String?
    public var recordedAt: Instant
    public var recordedBy: User.ID?
}

/// Reads and writes the history of consents.
enum ConsentHistory {
    /// Newest first.
    static func all(of candidate: Candidate.ID, in transaction: any Transaction) throws -> [ConsentView] {
        try transaction.all(
            """
            SELECT id, candidate_id, basis, purpose, given_at, expires_at, withdrawn_at, evidence, created_at,
            created_by FROM candidate_consent WHERE candidate_id = \(candidate) AND deleted_at IS NULL
            ORDER BY created_at DESC, id DESC
            """
        ) { columns in
            ConsentView(
                id: try columns.next(), candidateID: try columns.next(), basis: try columns.next(),
                purpose: try columns.next(), givenAt: try columns.next(), expiresAt: try columns.next(),
                withdrawnAt: try columns.next(), evidence: try columns.next(), recordedAt: try columns.next(),
                recordedBy: try columns.next())
        }
    }

    /// When the person last took a consent to the purpose back.
    static func lastWithdrawal(
        of candidate: Candidate.ID, _ purpose: Consent.Purpose, in transaction: any Transaction
    ) throws -> Instant? {
        try transaction.first(
            """
            SELECT MAX(withdrawn_at) FROM candidate_consent
            WHERE candidate_id = \(candidate) AND purpose = \(purpose) AND deleted_at IS NULL
            """
        ) { try $0.next(Instant?.self) } ?? nil
    }

    static func insert(_ view: ConsentView, in call: Call) throws {
        try call.transaction.enqueue(
            """
            INSERT INTO candidate_consent (id, created_at, updated_at, created_by, version, row_seq, candidate_id,
            basis, purpose, given_at, expires_at, withdrawn_at, evidence)
            VALUES (\(view.id), \(view.recordedAt), \(view.recordedAt), \(view.recordedBy), 1, \(call.rowSequence()),
            \(view.candidateID), \(view.basis), \(view.purpose), \(view.givenAt), \(view.expiresAt),
            \(view.withdrawnAt), \(view.evidence))
            """)
    }

    /// Adds the line that belongs to a change of the state on the candidate, however it was made.
    static func follow(
        _ after: CandidateView.Consent?, since before: CandidateView.Consent?, of candidate: Candidate.ID, in call: Call
    ) throws {
        guard after != before, after?.givenAt != nil || before?.givenAt != nil else { return }
        let words = (after ?? before)?.basis?.value
        let basis = words.flatMap(Consent.Basis.init(rawValue:))
        try insert(
            ConsentView(
                id: call.newID(), candidateID: candidate, basis: basis ?? .consent, purpose: .recruitment,
                givenAt: after?.givenAt ?? before?.givenAt ?? call.now, expiresAt: after?.expiresAt,
                withdrawnAt: after?.givenAt == nil ? call.now : nil, evidence: basis == nil ? words : nil,
                recordedAt: call.now, recordedBy: call.principal.userID), in: call)
    }
}
