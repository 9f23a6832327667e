/// What a file brings in.
public enum ImportKind: String, Sendable, CaseIterable {
    case candidates, jobs, companies, contacts, skills, users, applications

    /// The fields that a record of it may have, in the order that they are shown in.
    public var fields: [MappingField] {
        switch self {
        case .candidates: MappingField.candidate
        case .jobs: MappingField.job
        case .companies: MappingField.company
        case .contacts: MappingField.contact
        case .skills: MappingField.skill
        case .users: MappingField.user
        case .applications: MappingField.application
        }
    }

    /// The fields without one of which a record is of no use.
    var required: [[String]] {
        switch self {
        case .candidates: [["last_name", "first_name", "emails"]]
        case .jobs: [["title"]]
        case .companies, .skills: [["name"]]
        case .contacts: [["last_name", "first_name"], ["company", "company_registration_no"]]
        case .users: [["email"]]
        case .applications: [["candidate_email", "candidate_id"], ["job_id", "requisition_id", "job_title"]]
        }
    }

    /// The field that a name in a mapping file means: its own name, or a short form such as `city`.
    func field(named name: String) -> MappingField? {
        fields.first { $0.name == name } ?? fields.first { $0.shortNames.contains(name) }
    }
}
