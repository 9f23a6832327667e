import Domain
import JSON
import Storage

/// Puts a consultant's profile into the trash. 409 while companies, jobs or candidates are looked after by it, naming
/// them.
public struct DeleteConsultant: RouteOperation {
    public static let contract = Contract(
        "consultants.delete", .delete, "/consultants/{consultant_id}", access: .roles(admin: .yes), effect: .write,
        Phrase(en: "Delete consultant", fr: "Supprimer un consultant"))

    public struct Answer: Codable, Sendable, Equatable {
        public var id: Consultant.ID
        public var deletedAt: Instant
    }

    public var consultantID: Consultant.ID
    public var expectedVersion: Int?

    public init(consultantID: Consultant.ID, expectedVersion: Int? = nil) {
        self.consultantID = consultantID
        self.expectedVersion = expectedVersion
    }

    public func perform(in call: Call) throws -> Answer {
        let before = try ConsultantReading.find(consultantID, in: call)
        try StaleVersion.check(expectedVersion, current: before.version, "consultant", consultantID)
        try checkDependants(in: call.transaction)
        try call.transaction.execute(
            """
            UPDATE consultant SET deleted_at = \(call.now), updated_at = \(call.now), version = version + 1,
            row_seq = \(try call.rowSequence()) WHERE id = \(consultantID)
            """)
        try Tombstone.write("consultant", consultantID, in: call)
        call.note(
            "consultant", consultantID, before: ["title": .string(before.title), "deleted_at": .null],
            after: ["deleted_at": .string(call.now.description)])
        return Answer(id: consultantID, deletedAt: call.now)
    }

    private func checkDependants(in transaction: any Transaction) throws {
        var dependants = Dependants()
        try dependants.add(
            "company",
            "SELECT id FROM company WHERE owner_consultant_id = \(consultantID) AND deleted_at IS NULL ORDER BY id",
            in: transaction)
        try dependants.add(
            "job",
            """
            SELECT id FROM job WHERE owner_consultant_id = \(consultantID) AND deleted_at IS NULL
            AND status IN ('draft', 'open', 'on_hold') ORDER BY id
            """, in: transaction)
        try dependants.add(
            "candidate",
            """
            SELECT c.id FROM assignment a JOIN candidate c ON c.id = a.subject_id
            WHERE a.consultant_id = \(consultantID) AND a.subject_type = 'candidate' AND a.ends_at IS NULL
            AND a.deleted_at IS NULL AND c.deleted_at IS NULL ORDER BY c.id
            """, in: transaction)
        do {
            try dependants.refuse { count in
                Phrase(
                    en: "The consultant still looks after companies, jobs or candidates (\(count)). Give them to "
                        + "somebody else first, or make the consultant inactive.",
                    fr: "Le consultant suit encore des entreprises, des postes ou des candidats (\(count)). "
                        + "Confiez-les d’abord à quelqu’un d’autre, ou rendez-le inactif.")
            }
        } catch {
            throw error.about("consultant", consultantID)
        }
    }
}
