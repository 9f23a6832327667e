import Domain
import Storage

/// The variables that the program knows what to put for. A template may declare others, which who sends it fills in.
enum TemplateVariable: String, CaseIterable {
    /// Whom it goes to.
    case firstName = "first_name"
    case lastName = "last_name"
    case fullName = "full_name"
    case currentTitle = "current_title"
    /// What it is about.
    case jobTitle = "job_title"
    case companyName = "company_name"
    /// Who sends it.
    case senderFirstName = "sender_first_name"
    case senderLastName = "sender_last_name"
    case senderFullName = "sender_full_name"

    static let names = Set(allCases.map(\.rawValue))
    static let ofSender: Set<TemplateVariable> = [.senderFirstName, .senderLastName, .senderFullName]
}

/// What stands for the variables of a template.
struct TemplateValues {
    private(set) var known: [String: String] = [:]

    init(_ known: [String: String] = [:]) { self.known = known }

    subscript(_ name: String) -> String? { known[name] }

    /// Nothing is put for a variable without a value: then the text is refused.
    mutating func set(_ variable: TemplateVariable, _ value: String?) {
        guard let value, !value.isEmpty else { return }
        known[variable.rawValue] = value
    }

    /// What somebody gave wins over what is known.
    mutating func add(_ given: [String: String]) { known.merge(given) { _, new in new } }

    mutating func setRecipient(first: String, last: String, title: String? = nil) {
        set(.firstName, first)
        set(.lastName, last)
        set(.fullName, ApplicationReading.fullName(first, last))
        set(.currentTitle, title)
    }

    mutating func setSender(_ user: User.ID, in transaction: any Transaction) throws {
        let sender = try transaction.first("SELECT first_name, last_name FROM user_account WHERE id = \(user)") {
            (first: try $0.next(String.self), last: try $0.next(String.self))
        }
        guard let sender else { return }
        set(.senderFirstName, sender.first)
        set(.senderLastName, sender.last)
        set(.senderFullName, ApplicationReading.fullName(sender.first, sender.last))
    }

    /// The company of a confidential job stays unsaid.
    mutating func setJob(_ id: Job.ID, in transaction: any Transaction) throws {
        let job = try transaction.first(
            "SELECT j.title, p.name, j.confidential FROM job j JOIN company p ON p.id = j.company_id WHERE j.id = \(id)"
        ) { (title: try $0.next(String.self), company: try $0.next(String.self), hidden: try $0.next(Bool.self)) }
        guard let job else { return }
        set(.jobTitle, job.title)
        if !job.hidden { set(.companyName, job.company) }
    }

    /// Who writes, whom to (where that is one person), and what the conversation is about.
    static func ofConversation(_ id: Conversation.ID, in call: Call) throws -> TemplateValues {
        var values = TemplateValues()
        let sender = try call.actor()
        try values.setSender(sender, in: call.transaction)
        let others = try call.transaction.all(
            """
            SELECT u.first_name, u.last_name, c.current_title FROM conversation_participant p
            JOIN user_account u ON u.id = p.user_id
            LEFT JOIN candidate c ON c.user_id = u.id AND c.deleted_at IS NULL AND u.role = 'candidate'
            WHERE p.conversation_id = \(id) AND p.left_at IS NULL AND p.user_id <> \(sender)
            """
        ) { (first: try $0.next(String.self), last: try $0.next(String.self), title: try $0.next(String?.self)) }
        if others.count == 1 {
            values.setRecipient(first: others[0].first, last: others[0].last, title: others[0].title)
        }
        let job: Job.ID? = try call.transaction.value(
            """
            SELECT COALESCE(a.job_id, c.related_id) FROM conversation c
            LEFT JOIN application a ON a.id = c.related_id AND c.related_type = 'application'
            WHERE c.id = \(id) AND c.related_type IN ('application', 'job')
            """)
        if let job { try values.setJob(job, in: call.transaction) }
        return values
    }
}
