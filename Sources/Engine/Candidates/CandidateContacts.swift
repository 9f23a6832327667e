import Domain
import Storage

/// Addresses, telephone numbers, pages on networks, and the name with the present employer in folded form, by which a
/// person is recognised (`candidate_contact`).
public enum CandidateContacts {
    struct Contact: Hashable {
        var kind: String
        var value: String
    }

    /// What a candidate is recognised by, each once.
    static func of(_ view: CandidateView) -> [Contact] {
        var contacts: [Contact] = []
        func add(_ kind: String, _ value: String) {
            let contact = Contact(kind: kind, value: value)
            if !value.isEmpty, !contacts.contains(contact) { contacts.append(contact) }
        }
        for email in view.emails ?? [] { add("email", email.value.folded) }
        for phone in view.phones ?? [] { add("phone", folded(phone)) }
        for profile in view.profiles ?? [] { add("profile", folded(profile)) }
        if let employer = view.currentCompany {
            add(nameAndEmployer, folded(name: CandidateWriting.sortKey(view), employer: employer))
        }
        return contacts
    }

    /// Host and path of the page without scheme, `www.`, query and final slash; without a page the network and the name
    /// there. Empty where there is neither.
    static func folded(_ profile: NetworkProfile) -> String {
        guard let url = profile.url?.value else {
            return profile.username.map { Folding.key(profile.network.value) + ":" + Folding.key($0.value) } ?? ""
        }
        var text = Substring(Folding.key(url))
        if let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://") {
            text = text[text.index(colon, offsetBy: 3)...]
        }
        if text.hasPrefix("www.") { text = text.dropFirst(4) }
        text = text.prefix { $0 != "#" && $0 != "?" }
        while text.last == "/" { text = text.dropLast() }
        // A host alone is the network, not the person.
        return text.contains("/") ? String(text) : ""
    }

    /// `+` and digits where the number is international, digits only where it is not.
    static func folded(_ phone: LabelledPhone) -> String {
        let text = phone.e164?.value ?? phone.value.value
        let digits = String(text.filter { $0.isASCII && $0.isNumber })
        if text.hasPrefix("+") { return digits.isEmpty ? "" : "+" + digits }
        return digits.hasPrefix("00") ? "+" + digits.dropFirst(2) : digits
    }

    static let insertion = Insertion(into: "candidate_contact", "kind, value_folded, candidate_id")

    /// Gives a record what it is recognised by, in the place of what it had.
    static func replace(_ contacts: [Contact], of candidate: Candidate.ID, in transaction: any Transaction) throws {
        let before = try stored(of: [candidate], in: transaction)
        if !before.isEmpty {
            try transaction.enqueue("DELETE FROM candidate_contact WHERE candidate_id = \(candidate)")
        }
        for contact in contacts {
            try transaction.enqueue(insertion.row { $0.add(contact, of: candidate) })
        }
        try SharedContacts.recount(before.union(contacts), in: transaction)
    }

    /// What these records are recognised by.
    static func stored(of candidates: [Candidate.ID], in transaction: any Transaction) throws -> Set<Contact> {
        Set(
            try transaction.all(
                "SELECT kind, value_folded FROM candidate_contact WHERE candidate_id IN \(list: candidates)"
            ) { Contact(kind: try $0.next(), value: try $0.next()) })
    }

    /// A living candidate with this contact, other than `except`.
    static func owner(
        of contact: Contact, except: Candidate.ID? = nil, in transaction: any Transaction
    ) throws -> Candidate.ID? {
        let found: [Candidate.ID] = try transaction.column(
            """
            SELECT k.candidate_id FROM candidate_contact k JOIN candidate c ON c.id = k.candidate_id
            WHERE k.kind = \(contact.kind) AND k.value_folded = \(contact.value) AND c.deleted_at IS NULL
            ORDER BY k.candidate_id LIMIT 2
            """)
        return found.first { $0 != except }
    }

    /// Throws 409 naming the candidate that already has one of these e-mail addresses.
    static func requireUnknown(
        _ contacts: [Contact], except: Candidate.ID? = nil, in transaction: any Transaction
    ) throws {
        for contact in contacts where contact.kind == "email" {
            guard let owner = try owner(of: contact, except: except, in: transaction) else { continue }
            throw Problem.conflict(
                Phrase(
                    en: "There is already a candidate with the address \(contact.value): \(owner).",
                    fr: "Un candidat a déjà l’adresse \(contact.value) : \(owner)."),
                members: ["candidate_id": .string(owner.description)]
            ).about("candidate", owner)
        }
    }

    /// Adds the pages on networks of a workspace from before they were kept here, once.
    static func addProfilesOnce(in database: any Database) throws {
        try Supplement.once("profile_contacts", in: database) { transaction in
            let rows = try transaction.all("SELECT id, profiles FROM candidate WHERE profiles <> '[]'") { columns in
                (id: try columns.next(Candidate.ID.self), profiles: try columns.next(String.self))
            }
            for row in rows {
                // A record that is broken must not keep the workspace shut; `doctor` names it.
                let pages: [NetworkProfile] = (try? StoredJSON.directList(row.profiles)) ?? []
                for value in Set(pages.map { folded($0) }) where !value.isEmpty {
                    try transaction.enqueue(
                        """
                        INSERT INTO candidate_contact (kind, value_folded, candidate_id)
                        VALUES ('profile', \(value), \(row.id)) ON CONFLICT DO NOTHING
                        """)
                }
            }
        }
    }
}

extension Insertion.Values {
    /// A row of `candidate_contact`.
    mutating func add(_ contact: CandidateContacts.Contact, of candidate: Candidate.ID) {
        add(contact.kind)
        add(contact.value)
        add(candidate)
    }
}
