import Domain
import Engine
import Storage

/// Who looks after whom: the owner of a candidate or a company has an active assignment, and nobody else owns it.
struct AssignmentChecks {
    let examination: Examination

    init(_ examination: Examination) { self.examination = examination }

    func run(_ inspection: any StoreInspection) {
        examination.run(.assignments) {
            try inspection.read { transaction in
                var wrong = 0
                for table in ["candidate", "company"] { try check(table, transaction, &wrong) }
                examination.addRest(.assignments, wrong)
            }
        }
        examination.conclude(
            .assignments,
            Phrase(
                en: "Every owner has its assignment, and every assignment its owner.",
                fr: "Chaque responsable a son attribution, et chaque attribution son responsable."))
    }

    private func check(_ type: String, _ transaction: any Transaction, _ wrong: inout Int) throws {
        let table = SQL(trusted: type)
        try transaction.forEach(
            """
            SELECT c.id FROM \(table) c WHERE c.owner_consultant_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM assignment a WHERE a.subject_id = c.id AND a.consultant_id = c.owner_consultant_id
            AND a.role = 'owner' AND a.ends_at IS NULL AND a.deleted_at IS NULL)
            UNION ALL SELECT c.id FROM assignment a JOIN \(table) c ON c.id = a.subject_id
            WHERE a.role = 'owner' AND a.ends_at IS NULL AND a.deleted_at IS NULL
            AND (c.owner_consultant_id IS NULL OR c.owner_consultant_id <> a.consultant_id)
            """
        ) { row in
            wrong += 1
            guard wrong <= Examination.namedLimit else { return true }
            let id = try AnyEntity.ID.decode(row, 0)
            examination.add(
                .assignments, .damage,
                Phrase(
                    en: "The owner and the owner's assignment are not the same.",
                    fr: "Le responsable et son attribution ne concordent pas."),
                place: "\(type) \(id)",
                remedy: Phrase(
                    en:
                        "Take the owner away and give it again (\(type == "candidate" ? "candidates" : "companies").update).",
                    fr:
                        "Retirez le responsable puis redonnez-le (\(type == "candidate" ? "candidates" : "companies").update)."
                ))
            return true
        }
    }
}
