import ArgumentParser
import Interchange

/// What `rplus import` brings in.
enum ImportSubject: String, ExpressibleByArgument, CaseIterable, Sendable {
    case candidates, jobs, companies, contacts, applications, skills, users, cvs

    /// Tables have fields; a folder of CVs has none.
    var kind: ImportKind? {
        switch self {
        case .candidates: .candidates
        case .jobs: .jobs
        case .companies: .companies
        case .contacts: .contacts
        case .applications: .applications
        case .skills: .skills
        case .users: .users
        case .cvs: nil
        }
    }

    /// The operation that takes a batch of rows.
    var operation: String {
        switch self {
        case .candidates, .cvs: "candidates.bulkImport"
        case .jobs, .companies, .contacts, .applications, .skills, .users: "\(rawValue).bulkImport"
        }
    }

    /// What the rows name and the operation may make with them.
    var made: String? {
        switch self {
        case .jobs, .contacts: "create_companies"
        case .skills: "create_categories"
        case .candidates, .companies, .applications, .users, .cvs: nil
        }
    }

    /// Fields that a mapping may name and a workspace has no place for.
    var unkept: Set<String> {
        switch self {
        case .candidates, .cvs, .contacts, .applications: ["external_id"]
        case .jobs: ["tags", "url"]
        case .companies: ["phone", "email", "external_id"]
        case .skills: []
        // An account begins without a password, whatever it was elsewhere.
        case .users: ["status"]
        }
    }
}
