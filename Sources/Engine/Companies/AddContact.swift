import Domain
import JSON
import Storage

/// A new contact of a company. One that is primary takes the place of the one before.
public struct AddContact: RouteOperation {
    public static let contract = Contract(
        "companies.contacts.add", .post, "/companies/{company_id}/contacts",
        access: .roles(employer: .own, admin: .yes), effect: .write,
        Phrase(en: "Add company contact", fr: "Ajouter un contact à une entreprise"), success: 201)

    public var companyID: Company.ID
    public var firstName: Text<120>
    public var lastName: Text<120>
    public var title: Text<200>?
    public var emails: [LabelledEmail]?
    public var phones: [LabelledPhone]?
    public var isPrimary: Bool?
    public var isBilling: Bool?
    /// `true` unless said otherwise.
    public var canEmail: Bool?
    public var leftCompany: Bool?

    public init(
        companyID: Company.ID, firstName: Text<120>, lastName: Text<120>, title: Text<200>? = nil,
        emails: [LabelledEmail]? = nil, phones: [LabelledPhone]? = nil, isPrimary: Bool? = nil,
        isBilling: Bool? = nil, canEmail: Bool? = nil, leftCompany: Bool? = nil
    ) {
        self.companyID = companyID
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
        let contact = try add(in: call)
        call.note("contact", contact.id, after: try JSONValue(encoding: contact))
        return contact
    }

    /// Writes the row; the import uses it too.
    func add(in call: Call) throws -> ContactView {
        let contact = ContactView(
            id: call.newID(), companyID: companyID, createdAt: call.now, updatedAt: call.now, version: 1,
            firstName: firstName.value, lastName: lastName.value, title: title?.value, emails: emails ?? [],
            phones: phones ?? [], isPrimary: isPrimary ?? false, isBilling: isBilling ?? false,
            canEmail: canEmail ?? true, leftCompany: leftCompany ?? false)
        try ContactWriting.insert(contact, in: call)
        return contact
    }
}
