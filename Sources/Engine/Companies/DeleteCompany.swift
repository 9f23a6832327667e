import Domain
import JSON
import Storage

/// Puts a company into the trash. 409 while jobs, employees or companies below it need it, naming them.
public struct DeleteCompany: RouteOperation {
    public static let contract = Contract(
        "companies.delete", .delete, "/companies/{company_id}", access: .roles(admin: .yes), effect: .write,
        Phrase(en: "Delete company", fr: "Supprimer une entreprise"))

    public struct Answer: Codable, Sendable, Equatable {
        public var id: Company.ID
        public var deletedAt: Instant
    }

    public var companyID: Company.ID
    public var expectedVersion: Int?

    public init(companyID: Company.ID, expectedVersion: Int? = nil) {
        self.companyID = companyID
        self.expectedVersion = expectedVersion
    }

    public func perform(in call: Call) throws -> Answer {
        let before = try CompanyReading.find(companyID, in: call)
        try StaleVersion.check(expectedVersion, current: before.version, "company", companyID)
        try checkDependants(in: call.transaction)
        try call.transaction.execute(
            """
            UPDATE company SET deleted_at = \(call.now), updated_at = \(call.now), version = version + 1,
            row_seq = \(try call.rowSequence()) WHERE id = \(companyID)
            """)
        try Tombstone.write("company", companyID, in: call)
        call.note(
            "company", companyID, before: ["name": .string(before.name), "deleted_at": .null],
            after: ["deleted_at": .string(call.now.description)])
        return Answer(id: companyID, deletedAt: call.now)
    }

    private func checkDependants(in transaction: any Transaction) throws {
        var dependants = Dependants()
        try dependants.add(
            "job", "SELECT id FROM job WHERE company_id = \(companyID) AND deleted_at IS NULL ORDER BY id",
            in: transaction)
        try dependants.add(
            "user", "SELECT id FROM user_account WHERE company_id = \(companyID) AND deleted_at IS NULL ORDER BY id",
            in: transaction)
        try dependants.add(
            "company", "SELECT id FROM company WHERE parent_id = \(companyID) AND deleted_at IS NULL ORDER BY id",
            in: transaction)
        do {
            try dependants.refuse { count in
                Phrase(
                    en: "The company still has jobs, employees or subsidiaries (\(count)). Delete or move them first, "
                        + "or make the company inactive.",
                    fr: "L’entreprise a encore des postes, des employés ou des filiales (\(count)). Supprimez-les ou "
                        + "déplacez-les, ou rendez l’entreprise inactive.")
            }
        } catch {
            throw error.about("company", companyID)
        }
    }
}
