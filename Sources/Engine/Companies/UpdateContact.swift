import Domain
import JSON
import Storage

/// Changes some fields of a contact.
public struct UpdateContact: RouteOperation {
    public static let contract = Contract(
        "companies.contacts.update", .put, "/companies/{company_id}/contacts/{contact_id}",
        access: .roles(employer: .own, admin: .yes), effect: .write,
        Phrase(en: "Update company contact", fr: "Modifier un contact d’une entreprise"))

    public var companyID: Company.ID
    public var contactID: Contact.ID
    public var expectedVersion: Int?
    public var firstName: Text<120>?
    public var lastName: Text<120>?
    public var title: Patch<Text<200>>
    public var emails: [LabelledEmail]?
    public var phones: [LabelledPhone]?
    public var isPrimary: Bool?
    public var isBilling: Bool?
    public var canEmail: Bool?
    public var leftCompany: Bool?

    public init(
        companyID: Company.ID, contactID: Contact.ID, expectedVersion: Int? = nil, firstName: Text<120>? = nil,
        lastName: Text<120>? = nil, title: Patch<Text<200>> = .keep, emails: [LabelledEmail]? = nil,
        phones: [LabelledPhone]? = nil, isPrimary: Bool? = nil, isBilling: Bool? = nil, canEmail: Bool? = nil,
        leftCompany: Bool? = nil
    ) {
        self.companyID = companyID
        self.contactID = contactID
        self.expectedVersion = expectedVersion
        self.firstName = firstName
        self.lastName = lastName
        self.title = title
        self.emails = emails
        self.phones = phones
        self.isPrimary = isPrimary
        self.isBilling = isBilling
        self.canEmail = canEmail
        self.leftCompany = leftCompany
    }

    public func perform(in call: Call) throws -> ContactView {
        try ContactWriting.check(emails: emails, phones: phones)
        try CompanyVisibility.requireFull(companyID, in: call)
        let before = try ContactReading.find(contactID, of: companyID, in: call)
        try StaleVersion.check(expectedVersion, current: before.version, "contact", contactID)
        var after = before
        after.firstName = firstName?.value ?? before.firstName
        after.lastName = lastName?.value ?? before.lastName
        after.title = title.text(before.title)
        after.emails = emails ?? before.emails
        after.phones = phones ?? before.phones
        after.isPrimary = isPrimary ?? before.isPrimary
        after.isBilling = isBilling ?? before.isBilling
        after.canEmail = canEmail ?? before.canEmail
        after.leftCompany = leftCompany ?? before.leftCompany
        guard after != before else { return before }
        try ContactWriting.update(after, in: call)
        after.version += 1
        after.updatedAt = call.now
        let changes = try FieldChanges(from: before, to: after, leavingOut: ["version", "updated_at"])
        call.note("contact", contactID, before: changes.before, after: changes.after)
        return after
    }
}
