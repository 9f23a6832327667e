import Domain
import Storage

/// A kind of row that is deleted softly and can be put back.
struct TrashKind: Sendable {
    /// As the API and the audit log name it.
    let name: String
    let table: String
    /// What a person recognises the row by, as SQL on the row `r`.
    let title: SQL
    /// What has to be there for the row to make sense, as a condition on `r`, and what to say where it is not.
    var parent: (condition: SQL, problem: Phrase)?
    /// What is derived from the row and has to be made anew.
    var restored: @Sendable (AnyEntity.ID, Call) throws -> Void = { _, _ in }

    static let all: [TrashKind] = [
        TrashKind(
            name: "candidate", table: "candidate", title: "r.first_name || ' ' || r.last_name",
            parent: (
                "r.merged_into_id IS NULL AND r.anonymized_at IS NULL",
                Phrase(
                    en: "This record was erased or merged into another and stays so.",
                    fr: "Cette fiche a été effacée ou fusionnée et le reste.")
            )
        ) { id, call in
            let candidate: Candidate.ID = id.cast()
            try SharedContacts.recount(of: [candidate], in: call.transaction)
            try CandidateSearchDocument.rebuild(candidate, in: call.transaction)
            try ApplicationSearchDocument.refresh(candidate: candidate, in: call.transaction)
        },
        TrashKind(
            name: "job", table: "job", title: "r.title",
            parent: (
                "EXISTS (SELECT 1 FROM company c WHERE c.id = r.company_id AND c.deleted_at IS NULL)",
                Phrase(en: "Its company is in the trash: restore that first.", fr: "Restaurez d’abord son entreprise.")
            )
        ) { id, call in
            try JobSearchDocument.refresh(id.cast(), in: call)
            try ApplicationSearchDocument.refresh(job: id.cast(), in: call.transaction)
        },
        TrashKind(
            name: "company", table: "company", title: "r.name",
            parent: (
                """
                (r.parent_id IS NULL
                OR EXISTS (SELECT 1 FROM company c WHERE c.id = r.parent_id AND c.deleted_at IS NULL))
                """,
                Phrase(
                    en: "The company above it is in the trash: restore that first.",
                    fr: "Restaurez d’abord l’entreprise mère.")
            )),
        TrashKind(
            name: "contact", table: "contact", title: "r.first_name || ' ' || r.last_name",
            parent: (
                "EXISTS (SELECT 1 FROM company c WHERE c.id = r.company_id AND c.deleted_at IS NULL)",
                Phrase(en: "Its company is in the trash: restore that first.", fr: "Restaurez d’abord son entreprise.")
            )),
        TrashKind(
            name: "consultant", table: "consultant", title: "r.title",
            parent: (
                "EXISTS (SELECT 1 FROM user_account u WHERE u.id = r.user_id AND u.deleted_at IS NULL)",
                Phrase(en: "Its account is in the trash: restore that first.", fr: "Restaurez d’abord son compte.")
            )),
        TrashKind(name: "user", table: "user_account", title: "r.email") { id, call in
            try UserRestoring.takeAddressBack(id.cast(), in: call)
        },
        TrashKind(
            name: "education", table: "education", title: "r.institution", parent: candidateIsThere
        ) { id, call in
            let candidate: Candidate.ID? = try call.transaction.value(
                "SELECT candidate_id FROM education WHERE id = \(id)")
            if let candidate { try EducationWriting.finish(candidate, in: call) }
        },
        TrashKind(name: "experience", table: "experience", title: "r.position", parent: candidateIsThere) { id, call in
            let candidate: Candidate.ID? = try call.transaction.value(
                "SELECT candidate_id FROM experience WHERE id = \(id)")
            if let candidate { try ExperienceWriting.finish(candidate, in: call) }
        },
        TrashKind(
            name: "skill", table: "skill", title: "r.name",
            parent: (
                """
                (r.category_id IS NULL
                OR EXISTS (SELECT 1 FROM skill_category c WHERE c.id = r.category_id AND c.deleted_at IS NULL))
                """,
                Phrase(en: "Its category is in the trash: restore that first.", fr: "Restaurez d’abord sa catégorie.")
            )),
        TrashKind(name: "skill_category", table: "skill_category", title: "r.name"),
        TrashKind(name: "template", table: "template", title: "r.name"),
        TrashKind(name: "notification", table: "notification", title: "r.title"),
    ]

    private static let candidateIsThere: (condition: SQL, problem: Phrase) = (
        "EXISTS (SELECT 1 FROM candidate c WHERE c.id = r.candidate_id AND c.deleted_at IS NULL)",
        Phrase(en: "The candidate is in the trash: restore that first.", fr: "Restaurez d’abord le candidat.")
    )

    static func named(_ name: String) -> TrashKind? { all.first { $0.name == name } }
    static func of(table: String) -> TrashKind? { all.first { $0.table == table } }

    init(
        name: String, table: String, title: SQL, parent: (condition: SQL, problem: Phrase)? = nil,
        restored: @escaping @Sendable (AnyEntity.ID, Call) throws -> Void = { _, _ in }
    ) {
        self.name = name
        self.table = table
        self.title = title
        self.parent = parent
        self.restored = restored
    }
}

/// What an account needs besides its row when it comes back.
enum UserRestoring {
    /// An account in the trash has given its address up. Throws 409 where somebody else has it by now.
    static func takeAddressBack(_ id: User.ID, in call: Call) throws {
        let written: String? = try call.transaction.value("SELECT email FROM user_account WHERE id = \(id)")
        guard let email = written.map(EmailAddress.init(stored:)) else { return }
        if let holder = try NewAccount.holder(of: email, in: call.transaction), holder != id {
            throw CreateUser.taken(email, holder)
        }
        try call.transaction.execute("UPDATE user_account SET email_folded = \(email.folded) WHERE id = \(id)")
        try UserSearchDocument.refresh(id, in: call.transaction)
    }
}
