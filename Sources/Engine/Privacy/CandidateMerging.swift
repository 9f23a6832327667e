import Domain
import JSON
import Storage

/// Moves everything of one candidate over to another and says what was where before, so that it can be undone. What
/// both have is there once; what would be doubled stays with the merged record, which is in nobody's way any more.
struct CandidateMerging {
    let keep: CandidateView
    let other: CandidateView
    let taken: Set<MergeField>
    let journal: MergeJournal

    private var heir: Candidate.ID { keep.id }
    private var merged: Candidate.ID { other.id }

    func run(in call: Call) throws {
        let transaction = call.transaction
        try moveRecords("experience", Self.experienceKey, in: transaction)
        try moveRecords("education", Self.educationKey, in: transaction)
        try moveSkills(in: call)
        try moveDocuments(in: call)
        for row in try rows("note", "subject_type = 'candidate' AND subject_id = \(merged)", transaction) {
            try journal.set("note", row, [("subject_id", heir.sqlValue)])
        }
        let related: SQL = "related_type = 'candidate' AND related_id = \(merged)"
        for row in try rows("conversation", related, transaction) {
            try journal.set("conversation", row, [("related_id", heir.sqlValue)])
        }
        for row in try rows("candidate_consent", "candidate_id = \(merged)", transaction) {
            try journal.set("candidate_consent", row, [("candidate_id", heir.sqlValue)])
        }
        for row in try rows("candidate", "merged_into_id = \(merged)", transaction) {
            try journal.set("candidate", row, [("merged_into_id", heir.sqlValue)])
        }
        try ApplicationMerging(keep: heir, merged: merged, journal: journal).run(in: call)
        try moveAssignments(in: call)
        try mergeRecord(in: call)
        try RetentionTerms.refresh([heir, merged], in: transaction)
    }

    private func rows(
        _ table: String, _ condition: SQL, _ transaction: any Transaction
    ) throws -> [AnyEntity.ID] {
        try transaction.column("SELECT id FROM \(SQL(trusted: table)) WHERE \(condition) ORDER BY id")
    }

    private static let experienceKey = "name position start_date end_date summary location highlights"
    private static let educationKey = "institution area study_type start_date end_date score courses url"

    /// A record that the heir has with the very same words stays where it is.
    private func moveRecords(_ table: String, _ key: String, in transaction: any Transaction) throws {
        let columns = key.split(separator: " ").map(String.init)
        let names = SQL(trusted: columns.joined(separator: ", "))
        func all(_ candidate: Candidate.ID) throws -> [(id: AnyEntity.ID, words: [String])] {
            try transaction.all(
                """
                SELECT id, \(names) FROM \(SQL(trusted: table)) WHERE candidate_id = \(candidate)
                AND deleted_at IS NULL ORDER BY id
                """
            ) { row in
                let id: AnyEntity.ID = try row.next()
                return (id, try columns.map { _ in try row.next(String?.self) ?? "" })
            }
        }
        let known = Set(try all(heir).map(\.words))
        for record in try all(merged) where !known.contains(record.words) {
            try journal.set(table, record.id, [("candidate_id", heir.sqlValue)])
        }
    }

    private struct Skill {
        var id: CandidateSkill.ID
        var level: Int
        var years: Double?
        var lastUsed: String?
        var evidence: String?
        var isDeleted: Bool

        init(_ columns: inout Columns) throws {
            id = try columns.next()
            level = try columns.next()
            years = try columns.next()
            lastUsed = try columns.next()
            evidence = try columns.next()
            isDeleted = try columns.next(Instant?.self) != nil
        }
    }

    private func skills(of candidate: Candidate.ID, _ transaction: any Transaction) throws -> [AnyEntity.ID: Skill] {
        let rows = try transaction.all(
            """
            SELECT skill_id, id, level, years, last_used, evidence, deleted_at FROM candidate_skill
            WHERE candidate_id = \(candidate)
            """
        ) { columns in (try columns.next(AnyEntity.ID.self), try Skill(&columns)) }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }

    /// Where both have a skill the stronger statement stays: the higher level, the more years, the later use; what was
    /// written as evidence on either side stays.
    private func moveSkills(in call: Call) throws {
        let mine = try skills(of: heir, call.transaction)
        for (skill, theirs) in try skills(of: merged, call.transaction).sorted(by: { $0.key < $1.key })
        where !theirs.isDeleted {
            guard let own = mine[skill] else {
                try journal.set("candidate_skill", theirs.id, [("candidate_id", heir.sqlValue)])
                continue
            }
            let base = own.isDeleted ? theirs : own
            let years = own.isDeleted ? theirs.years : [own.years, theirs.years].compactMap(\.self).max()
            let used = own.isDeleted ? theirs.lastUsed : [own.lastUsed, theirs.lastUsed].compactMap(\.self).max()
            var evidence = [own.isDeleted ? nil : own.evidence, theirs.evidence].compactMap(\.self)
            if evidence.count == 2, evidence[0] == evidence[1] { evidence.removeLast() }
            try journal.set(
                "candidate_skill", own.id,
                [
                    ("level", .integer(Int64(max(base.level, theirs.level)))),
                    ("years", years.map { .real($0) } ?? .null), ("last_used", used.map { .text($0) } ?? .null),
                    ("evidence", evidence.isEmpty ? .null : .text(evidence.joined(separator: "\n"))),
                    ("deleted_at", .null),
                ])
        }
    }

    /// Documents get the next numbers. The same file is there once; an application that was sent with it names the
    /// heir's.
    private func moveDocuments(in call: Call) throws {
        let transaction = call.transaction
        typealias Document = (id: CurriculumVitae.ID, sha256: String, isPrimary: Bool)
        func all(_ candidate: Candidate.ID) throws -> [Document] {
            try transaction.all(
                """
                SELECT id, sha256, is_primary FROM cv WHERE candidate_id = \(candidate) AND deleted_at IS NULL
                ORDER BY version_no, id
                """
            ) { (id: try $0.next(), sha256: try $0.next(), isPrimary: try $0.next()) }
        }
        let mine = try all(heir)
        let hasPrimary = mine.contains { $0.isPrimary }
        var number: Int64 =
            try transaction.value("SELECT COALESCE(MAX(version_no), 0) FROM cv WHERE candidate_id = \(heir)") ?? 0
        for document in try all(merged) {
            if let same = mine.first(where: { $0.sha256 == document.sha256 }) {
                for row in try rows("application", "cv_id = \(document.id)", transaction) {
                    try journal.set("application", row, [("cv_id", same.id.sqlValue)])
                }
                continue
            }
            number += 1
            try journal.set(
                "cv", document.id,
                [
                    ("candidate_id", heir.sqlValue), ("version_no", .integer(number)),
                    ("is_primary", (document.isPrimary && !hasPrimary).sqlValue),
                ])
        }
    }

    /// The merged record's consultants help with the heir, unless they look after it already; the owner is the heir's
    /// owner, or theirs where it has none or theirs was chosen.
    private func moveAssignments(in call: Call) throws {
        typealias Active = (id: Assignment.ID, consultant: Consultant.ID, role: Assignment.Role)
        func active(_ candidate: Candidate.ID) throws -> [Active] {
            try call.transaction.all(
                """
                SELECT id, consultant_id, role FROM assignment WHERE subject_type = 'candidate'
                AND subject_id = \(candidate) AND ends_at IS NULL AND deleted_at IS NULL ORDER BY starts_at, id
                """
            ) { (id: try $0.next(), consultant: try $0.next(), role: try $0.next()) }
        }
        let mine = try active(heir)
        let theirs = try active(merged)
        let owner = MergedCandidate(keep: keep, other: other, taken: taken, isWithdrawn: false).view.ownerConsultantID
        for assignment in mine where assignment.role == .owner && assignment.consultant != owner {
            try journal.set("assignment", assignment.id, [("role", Assignment.Role.secondary.sqlValue)])
        }
        for assignment in theirs {
            if let same = mine.first(where: { $0.consultant == assignment.consultant }) {
                try journal.set("assignment", assignment.id, [("ends_at", call.now.sqlValue)])
                if same.consultant == owner {
                    try journal.set("assignment", same.id, [("role", Assignment.Role.owner.sqlValue)])
                }
                continue
            }
            let role: Assignment.Role = assignment.consultant == owner ? .owner : .secondary
            try journal.set(
                "assignment", assignment.id, [("subject_id", heir.sqlValue), ("role", role.sqlValue)])
        }
    }

    private func mergeRecord(in call: Call) throws {
        let withdrawn = try [heir, merged].contains { candidate in
            let last: Instant?? = try call.transaction.first(
                """
                SELECT withdrawn_at FROM candidate_consent WHERE candidate_id = \(candidate)
                AND purpose = 'recruitment' AND deleted_at IS NULL ORDER BY created_at DESC, id DESC LIMIT 1
                """
            ) { try $0.next(Instant?.self) }
            return (last ?? nil) != nil
        }
        let view = MergedCandidate(keep: keep, other: other, taken: taken, isWithdrawn: withdrawn).view
        try CandidateRules.check(view)
        try moveAccount(in: call)
        // The merged record lies in no list and in no search any more.
        try journal.set(
            "candidate", merged,
            [
                ("owner_consultant_id", .null), ("merged_into_id", heir.sqlValue), ("deleted_at", call.now.sqlValue),
            ])
        let experience = try ExperienceReading.all(of: heir, in: call.transaction)
        let education = try EducationReading.all(of: heir, in: call.transaction)
        var after = view
        after.experienceMonths = ExperienceMonths.total(of: experience, now: call.now)
        after.educationLevel = EducationLevel.highest(of: education.map(\.studyType))?.rawValue
        try journal.set("candidate", heir, try Self.columns(after))
        let contacts = CandidateContacts.of(view)
        try CandidateContacts.replace([], of: merged, in: call.transaction)
        try CandidateContacts.replace(contacts, of: heir, in: call.transaction)
        try Tombstone.write("candidate", merged, in: call)
        // Whom nobody may write to any more gets nothing that was put in the outbox for the other record either.
        guard withdrawn || view.canEmail == false || view.status == .doNotContact else { return }
        for mail in try WaitingBulkMail.ids(for: [heir, merged], in: call.transaction) {
            try journal.set("outbox", mail, [("status", OutboxMail.Status.cancelled.sqlValue)])
        }
    }

    /// The heir without an account takes the merged record's. Of two accounts the heir's goes on, with the
    /// conversations of both, and the other is closed.
    private func moveAccount(in call: Call) throws {
        guard let theirs = other.userID else { return }
        guard let mine = keep.userID else {
            try journal.set("candidate", merged, [("user_id", .null)])
            return try journal.set("candidate", heir, [("user_id", theirs.sqlValue)])
        }
        let shared: [Conversation.ID] = try call.transaction.column(
            """
            SELECT p.conversation_id FROM conversation_participant p WHERE p.user_id = \(theirs)
            AND NOT EXISTS (SELECT 1 FROM conversation_participant q WHERE q.conversation_id = p.conversation_id
            AND q.user_id = \(mine)) ORDER BY p.conversation_id
            """)
        for conversation in shared { try journal.replaceParticipant(theirs, by: mine, in: conversation) }
        try journal.set("user_account", theirs, [("status", User.Status.inactive.sqlValue)])
    }

    private static func columns(_ view: CandidateView) throws -> [(column: String, value: SQLValue)] {
        let columns = try CandidateColumns(view)
        func value(_ encodable: (some SQLEncodable)?) -> SQLValue { encodable?.sqlValue ?? .null }
        return [
            ("first_name", value(view.firstName ?? "")), ("last_name", value(view.lastName ?? "")),
            ("name_folded", value(columns.sortKey)), ("headline", value(view.headline)),
            ("summary", value(view.summary)), ("emails", value(columns.emails)), ("phones", value(columns.phones)),
            ("city", value(view.location?.city)), ("region", value(view.location?.region)),
            ("country_code", value(view.location?.countryCode)), ("postal_code", value(view.location?.postalCode)),
            ("profiles", value(columns.profiles)), ("languages", value(columns.languages)),
            ("current_title", value(view.currentTitle)), ("current_company", value(view.currentCompany)),
            ("work_authorization", value(view.workAuthorization)), ("available_from", value(view.availableFrom)),
            ("notice_days", value(view.noticeDays)), ("desired_salary", value(columns.desiredSalary)),
            ("desired_employment_types", value(columns.desiredEmploymentTypes)),
            ("remote_preference", value(view.remotePreference)),
            ("willing_to_relocate", value(view.willingToRelocate ?? false)), ("status", value(view.status)),
            ("source_id", value(view.sourceID)), ("owner_consultant_id", value(view.ownerConsultantID)),
            ("tags", value(columns.tags)), ("can_email", value(view.canEmail ?? true)),
            ("consent_basis", value(view.consent?.basis)), ("consent_given_at", value(view.consent?.givenAt)),
            ("consent_expires_at", value(view.consent?.expiresAt)), ("retention_until", value(view.retentionUntil)),
            ("experience_months", value(view.experienceMonths ?? 0)), ("education_level", value(view.educationLevel)),
        ]
    }
}
