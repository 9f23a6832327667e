import Domain
import JSON
import Storage

/// Writes a note about an application.
public struct AddApplicationNote: RouteOperation {
    public static let contract = Contract(
        "applications.notes.add", .post, "/applications/{application_id}/notes",
        access: .roles(employer: .scoped, consultant: .yes, admin: .yes), effect: .write,
        Phrase(en: "Add application notes", fr: "Ajouter une note à une candidature"),
        success: 201)

    public var applicationID: Application.ID
    public var body: Text<10_000>
    /// `team` unless said otherwise.
    public var visibility: Note.Visibility?
    /// At most 50 users, each of whom may read the note.
    public var mentions: [User.ID]?

    public init(
        applicationID: Application.ID, body: Text<10_000>, visibility: Note.Visibility? = nil,
        mentions: [User.ID]? = nil
    ) {
        self.applicationID = applicationID
        self.body = body
        self.visibility = visibility
        self.mentions = mentions
    }

    public func perform(in call: Call) throws -> NoteView {
        let visibility = visibility ?? .team
        let mentions = mentions ?? []
        guard NoteVisibility.kinds(for: call.principal).contains(visibility) else {
            throw Problem.invalid(
                field: "visibility", code: "not_allowed",
                Phrase(en: "is not a visibility that you may write", fr: "cette visibilité ne vous est pas ouverte"))
        }
        guard mentions.count <= 50 else {
            throw Problem.invalid([
                FieldError(
                    field: "mentions", code: "too_long", message: "must be at most 50 people",
                    parameters: ["french": "50 personnes au plus"])
            ])
        }
        let company: Company.ID? = try call.transaction.value(
            """
            SELECT a.company_id FROM application a WHERE a.id = \(applicationID) AND a.deleted_at IS NULL
            AND \(ApplicationVisibility.predicate(for: call.principal))
            """)
        guard let company else { throw ApplicationVisibility.notFound(applicationID) }
        try NoteVisibility.check(
            mentions: mentions, visibility: visibility, company: company, author: try call.actor(), in: call)
        let id = try NoteInsertion(
            applicationID: applicationID, body: body.value, visibility: visibility, mentions: mentions
        ).insert(in: call)
        let made = try call.transaction.first(
            "SELECT \(NoteReading.columns) FROM \(NoteReading.source) WHERE n.id = \(id)", NoteReading.read)
        guard let made else { throw Problem.internalError }
        return made
    }
}

/// How a note is read.
enum NoteReading {
    static let columns: SQL = """
        n.id, n.subject_id, n.author_id, u.first_name, u.last_name, n.body, n.visibility, n.mentions, n.created_at,
        n.edited_at
        """
    static let source: SQL = "note n LEFT JOIN user_account u ON u.id = n.author_id"

    static func read(_ columns: inout Columns) throws -> NoteView {
        NoteView(
            id: try columns.next(), applicationID: try columns.next(), authorID: try columns.next(),
            authorName: ApplicationReading.fullName(try columns.next(), try columns.next()),
            body: try columns.next(), visibility: try columns.next(),
            mentions: try StoredJSON.list(try columns.next()), createdAt: try columns.next(),
            editedAt: try columns.next())
    }
}
