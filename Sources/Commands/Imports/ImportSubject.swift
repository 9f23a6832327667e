import ArgumentParser
import Interchange

/// What `rplus import` brings in.
enum ImportSubject: String, ExpressibleByArgument, CaseIterable, Sendable {
    case candidates, jobs, companies, cvs

    /// Tables have fields; a folder of CVs has none.
    var kind: ImportKind? {
        switch self {
        case .candidates: .candidates
        case .jobs: .jobs
        case .companies: .companies
        case .cvs: nil
        }
    }

    /// The operation that takes a batch of rows.
    var operation: String {
        switch self {
        case .candidates, .cvs: "candidates.bulkImport"
        case .jobs: "jobs.bulkImport"
        case .companies: "companies.bulkImport"
        }
    }

    /// Fields that a mapping may name and a workspace has no place for.
    var unkept: Set<String> {
        switch self {
        case .candidates, .cvs: ["external_id"]
        case .jobs: ["tags", "url"]
        case .companies: ["phone", "email", "external_id"]
        }
    }
}
