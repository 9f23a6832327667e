import Domain
import Storage

/// The columns of `candidate` that have to be worked out: the key that orders by name, and lists as JSON text.
struct CandidateColumns: Sendable {
    var sortKey: String
    var emails: String
    var phones: String
    var profiles: String
    var languages: String
    var desiredSalary: String?
    var desiredEmploymentTypes: String
    var tags: String

    init(_ view: CandidateView) throws {
        sortKey = CandidateWriting.sortKey(view)
        emails = try StoredJSON.text(of: view.emails)
        phones = try StoredJSON.text(of: view.phones)
        profiles = try StoredJSON.text(of: view.profiles)
        languages = try StoredJSON.text(of: view.languages)
        desiredSalary = try StoredJSON.record(view.desiredSalary)
        desiredEmploymentTypes = try StoredJSON.text(of: view.desiredEmploymentTypes)
        tags = try StoredJSON.text(of: view.tags)
    }
}
