import Domain
import JSON
import Storage

/// Erases for good everything that tells who a candidate is. What happened stays, without the person: applications,
/// their stages, dates and amounts, and so every metric. It cannot be undone, so the caller repeats the person's name
/// or one of its addresses.
public struct AnonymiseCandidate: RouteOperation {
    public static let contract = Contract(
        "candidates.anonymise", .post, "/candidates/{candidate_id}/anonymise", access: .roles(admin: .yes),
        effect: .write, Phrase(en: "Anonymise candidate", fr: "Anonymiser un candidat"), isContract: false)

    public struct Answer: Codable, Sendable, Equatable {
        public var candidateID: Candidate.ID
        public var anonymizedAt: Instant
        /// Rows that were overwritten or removed.
        public var rows: Int
        /// Files that are removed; those that somebody else has too stay.
        public var files: Int
        /// Entries of the audit log whose content was erased.
        public var auditEntries: Int
        /// Texts of others that named the person.
        public var mentions: Int
        /// Applications that were withdrawn.
        public var withdrawn: [Application.ID]
    }

    public var candidateID: Candidate.ID
    /// The person's whole name, or one of its e-mail addresses.
    public var confirm: Text<320>
    /// Why: a request by the person, the end of a period …
    public var reason: Text<500>
    /// Withdraws applications that are still open; without it they are in the way.
    public var withdrawLive: Bool?

    public init(candidateID: Candidate.ID, confirm: Text<320>, reason: Text<500>, withdrawLive: Bool? = nil) {
        self.candidateID = candidateID
        self.confirm = confirm
        self.reason = reason
        self.withdrawLive = withdrawLive
    }

    /// Where the person is named, looked for before the write lock is taken.
    public struct Search: Sendable { var found: Mentions.Found? }

    public func prepare(in preparation: Preparation) throws -> Search {
        try preparation.database.read { transaction in
            let isThere = try transaction.exists("SELECT 1 FROM candidate WHERE id = \(candidateID)")
            guard isThere else { return Search() }
            let scope = try PersonScope(candidateID, in: transaction)
            return Search(found: try Mentions(of: scope, in: transaction).find(in: transaction))
        }
    }

    public func perform(in call: Call, prepared: Search) throws -> Answer {
        // A record in the trash is kept too, and so is erased too.
        let row = try call.transaction.first(
            "SELECT first_name, last_name, anonymized_at, merged_into_id FROM candidate WHERE id = \(candidateID)"
        ) { columns in
            (
                first: try columns.next(String.self), last: try columns.next(String.self),
                anonymisedAt: try columns.next(Instant?.self), heir: try columns.next(Candidate.ID?.self)
            )
        }
        guard let row, let found = prepared.found else { throw CandidateVisibility.notFound(candidateID) }
        if let heir = row.heir { throw Self.merged(heir).about("candidate", candidateID) }
        if row.anonymisedAt != nil { throw Self.alreadyAnonymised.about("candidate", candidateID) }
        let scope = try PersonScope(candidateID, in: call.transaction)
        try checkConfirmation(name: ApplicationReading.fullName(row.first, row.last), scope)
        let withdrawn = try Self.closeApplications(of: scope, withdraw: withdrawLive == true, in: call)
        let mentions = try Mentions(of: scope, in: call.transaction)
        let outcome = try Anonymisation(id: candidateID, scope: scope, mentions: mentions, found: found).run(in: call)
        call.note("candidate", candidateID, after: Self.audited(mentions.redacted(reason.value), outcome))
        return Answer(
            candidateID: candidateID, anonymizedAt: call.now, rows: outcome.rows, files: outcome.files,
            auditEntries: outcome.auditEntries, mentions: outcome.mentions, withdrawn: withdrawn)
    }

    static func audited(_ reason: String, _ outcome: Anonymisation.Outcome) -> JSONValue {
        [
            "anonymised": true, "reason": .string(reason), "rows": .integer(Int64(outcome.rows)),
            "files": .integer(Int64(outcome.files)), "audit_entries": .integer(Int64(outcome.auditEntries)),
        ]
    }

    private func checkConfirmation(name: String, _ scope: PersonScope) throws {
        let given = Folding.key(confirm.value)
        guard given != Folding.key(name), !scope.addresses.contains(TextRules.trim(confirm.value).lowercased()) else {
            return
        }
        throw Problem.invalid(
            field: "confirm", code: "mismatch",
            Phrase(
                en: "must be the person's whole name or one of its e-mail addresses; this cannot be undone",
                fr: "doit être le nom complet de la personne ou l’une de ses adresses ; c’est irréversible")
        ).about("candidate", candidateID)
    }

    /// Withdraws the open applications of a person, or refuses because of them.
    static func closeApplications(
        of scope: PersonScope, withdraw: Bool, in call: Call
    ) throws -> [Application.ID] {
        let open: [Application.ID] = try call.transaction.column(
            """
            SELECT id FROM application WHERE candidate_id IN \(list: scope.candidates) AND closed_at IS NULL
            AND deleted_at IS NULL ORDER BY id
            """)
        guard !open.isEmpty else { return [] }
        guard withdraw else {
            throw Problem.conflict(
                Phrase(
                    en: "The candidate has open applications (\(open.count)). Close them first, or pass withdraw_live.",
                    fr:
                        "Candidatures en cours : \(open.count). Clôturez-les, ou passez withdraw_live."
                ),
                members: ["applications": .array(open.prefix(20).map { .string($0.description) })])
        }
        for id in open {
            var record = try ApplicationRecord.load(id, in: call)
            let from = record.view.status
            _ = try record.move(to: .withdrawn, TransitionWords(), in: call)
            call.note(
                "application", id, before: ["status": .string(from.rawValue)], after: ["status": "withdrawn"])
        }
        return open
    }

    static let alreadyAnonymised = Problem.conflict(
        Phrase(
            en: "This record was anonymised; nothing in it tells who it was.",
            fr: "Cette fiche a été anonymisée ; plus rien n’y dit de qui il s’agissait."))

    private static func merged(_ heir: Candidate.ID) -> Problem {
        Problem.conflict(
            Phrase(
                en: "This record was merged into \(heir): anonymise that one, and this one goes with it.",
                fr: "Cette fiche a été fusionnée dans \(heir) : anonymisez celle-là, celle-ci suivra."),
            members: ["candidate_id": .string(heir.description)])
    }
}
