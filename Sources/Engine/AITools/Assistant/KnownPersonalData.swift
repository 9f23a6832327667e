import Domain
import JSON
import Storage

/// What a record says about people, to be taken out of texts.
struct KnownPersonalData {
    private(set) var values: [(Redaction.Kind, String)] = []

    /// Parts of names that are no name by themselves.
    private static let particles: Set<String> = [
        "al", "ben", "da", "de", "del", "della", "den", "der", "des", "di", "dos", "du", "el", "la", "las", "le", "les",
        "ten", "ter", "van", "von", "zu",
    ]

    mutating func add(_ kind: Redaction.Kind, _ value: String?) {
        if let value, value.count >= 2 { values.append((kind, value)) }
    }

    /// A person's names: together, either way around, each alone, and each of its parts.
    mutating func add(first: String?, last: String?) {
        let names = [first, last].compactMap(\.self).filter { !$0.isEmpty }
        add(.person, names.joined(separator: " "))
        add(.person, names.reversed().joined(separator: " "))
        for name in names {
            add(.person, name)
            // What stands before an apostrophe is mostly one letter, which is no name (`add`).
            for part in Redaction.folded(name).split(whereSeparator: { " -'".contains($0) }).map(String.init)
            where !Self.particles.contains(part) { add(.person, part) }
        }
    }

    mutating func add(_ candidate: CandidateView) {
        add(first: candidate.firstName, last: candidate.lastName)
        for email in candidate.emails ?? [] { add(.email, email.value.value) }
        for phone in candidate.phones ?? [] {
            add(.phone, phone.value.value)
            add(.phone, phone.e164?.value)
        }
        for profile in candidate.profiles ?? [] {
            add(.link, profile.username?.value)
            add(.link, profile.url?.value)
        }
        add(.address, candidate.location?.postalCode?.value)
        add(.address, candidate.location?.city?.value)
    }

    /// What was read out of a CV (JSON Resume `basics`).
    mutating func add(resume: JSONValue) {
        let basics = resume["basics"]
        add(first: basics?["name"]?.stringValue, last: nil)
        add(.email, basics?["email"]?.stringValue)
        add(.phone, basics?["phone"]?.stringValue)
        add(.link, basics?["url"]?.stringValue)
        for field in ["address", "postalCode", "city"] { add(.address, basics?["location"]?[field]?.stringValue) }
        for profile in basics?["profiles"]?.arrayValue ?? [] {
            add(.link, profile["username"]?.stringValue)
            add(.link, profile["url"]?.stringValue)
        }
    }

    /// The people of the company that has the job, and who looks after it.
    mutating func add(_ job: JobView, in call: Call) throws {
        if let owner = job.ownerName { add(first: owner, last: nil) }
        let contacts = try call.transaction.all(
            "SELECT first_name, last_name FROM contact WHERE company_id = \(job.companyID) ORDER BY id LIMIT 500"
        ) { columns in (try columns.next(String?.self), try columns.next(String?.self)) }
        for contact in contacts { add(first: contact.0, last: contact.1) }
    }
}
