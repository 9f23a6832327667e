import Domain
import JSON
import Storage

/// Puts a contact into the trash. 409 while a job names it, naming the jobs.
public struct DeleteContact: RouteOperation {
    public static let contract = Contract(
        "companies.contacts.delete", .delete, "/companies/{company_id}/contacts/{contact_id}",
        access: .roles(employer: .own, admin: .yes), effect: .write,
        Phrase(en: "Delete company contact", fr: "Supprimer un contact d’une entreprise"))

    public struct Answer: Codable, Sendable, Equatable {
        public var id: Contact.ID
        public var deletedAt: Instant
    }

    public var companyID: Company.ID
    public var contactID: Contact.ID
    public var expectedVersion: Int?

    public init(companyID: Company.ID, contactID: Contact.ID, expectedVersion: Int? = nil) {
        self.companyID = companyID
        self.contactID = contactID
        self.expectedVersion = expectedVersion
    }

    public func perform(in call: Call) throws -> Answer {
        try CompanyVisibility.requireFull(companyID, in: call)
        let before = try ContactReading.find(contactID, of: companyID, in: call)
        try StaleVersion.check(expectedVersion, current: before.version, "contact", contactID)
        var dependants = Dependants()
        try dependants.add(
            "job", "SELECT id FROM job WHERE contact_id = \(contactID) AND deleted_at IS NULL ORDER BY id",
            in: call.transaction)
        do {
            try dependants.refuse { count in
                Phrase(
                    en: "Jobs name this contact (\(count)). Give them another one, or mark that the person has left.",
                    fr: "Des postes citent ce contact (\(count)). Donnez-leur-en un autre, ou notez son départ.")
            }
        } catch {
            throw error.about("contact", contactID)
        }
        try call.transaction.execute(
            """
            UPDATE contact SET deleted_at = \(call.now), updated_at = \(call.now), version = version + 1,
            is_primary = 0, row_seq = \(try call.rowSequence()) WHERE id = \(contactID)
            """)
        try Tombstone.write("contact", contactID, in: call)
        call.note(
            "contact", contactID,
            before: ["first_name": .string(before.firstName), "last_name": .string(before.lastName)],
            after: ["deleted_at": .string(call.now.description)])
        return Answer(id: contactID, deletedAt: call.now)
    }
}
