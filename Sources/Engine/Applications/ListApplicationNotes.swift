import Domain
import Storage

/// The notes about an application that the caller may read, newest first.
public struct ListApplicationNotes: RouteOperation {
    public static let contract = Contract(
        "applications.notes.list", .get, "/applications/{application_id}/notes",
        access: .roles(employer: .scoped, consultant: .yes, admin: .yes), effect: .read,
        Phrase(en: "Get application notes", fr: "Notes d’une candidature"))

    public var applicationID: Application.ID
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        applicationID: Application.ID, page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput,
        cursor: ListCursor? = nil
    ) {
        self.applicationID = applicationID
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<NoteView> {
        try ApplicationVisibility.require(applicationID, in: call)
        return try Listing(
            columns: NoteReading.columns, source: NoteReading.source,
            conditions: [
                "n.subject_id = \(applicationID) AND n.subject_type = 'application' AND n.deleted_at IS NULL",
                NoteVisibility.predicate(for: call.principal),
            ], orderColumn: "n.created_at", idColumn: "n.id", descending: true, orderName: "created_at"
        ).page(call, page: page, size: pageSize, cursor: cursor, read: NoteReading.read)
    }
}
