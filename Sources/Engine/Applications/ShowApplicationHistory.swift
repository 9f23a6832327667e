import Domain
import Storage

/// The moves of an application, newest first. A candidate sees stage, date and public comment only.
public struct ShowApplicationHistory: RouteOperation {
    public static let contract = Contract(
        "applications.history", .get, "/applications/{application_id}/history",
        access: .roles(candidate: .own, employer: .scoped, consultant: .yes, admin: .yes), effect: .read,
        Phrase(en: "Application status history", fr: "Historique d’une candidature"))

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

    public func perform(in call: Call) throws -> Page<StatusChangeView> {
        let record = try ApplicationRecord.load(applicationID, in: call)
        let principal = call.principal
        // What the candidate itself did would tell its name to an employer that may not know it.
        let hidden = record.nameVisible ? nil : record.candidateUserID
        return try Listing(
            columns: """
                h.id, h.from_status, h.to_status, h.at, h.public_comment, h.actor_id, u.first_name, u.last_name,
                h.reason_id, r.name, r.name_french, h.internal_comment, h.batch_id, h.undo_of
                """,
            source: """
                status_history h LEFT JOIN user_account u ON u.id = h.actor_id
                LEFT JOIN reason r ON r.id = h.reason_id
                """,
            conditions: [
                // Those of the same person for the same job that were merged into it are its history too.
                """
                (h.application_id = \(applicationID) OR h.application_id IN (SELECT merged.id FROM application merged
                WHERE merged.merged_into_id = \(applicationID)))
                """
            ], orderColumn: "h.at", idColumn: "h.id",
            descending: true, orderName: "at"
        ).page(call, page: page, size: pageSize, cursor: cursor) { columns in
            let id: StatusChange.ID = try columns.next()
            let from: Application.Status? = try columns.next()
            var change = StatusChangeView(
                id: id, fromStatus: from, toStatus: try columns.next(), at: try columns.next(),
                publicComment: try columns.next())
            guard principal.role != .candidate else { return change }
            let actor: User.ID? = try columns.next()
            let names = (try columns.next(String?.self), try columns.next(String?.self))
            if let actor, actor != hidden {
                change.actorID = actor
                change.actorName = ApplicationReading.fullName(names.0 ?? "", names.1 ?? "")
            }
            change.reasonID = try columns.next()
            let reason = (try columns.next(String?.self), try columns.next(String?.self))
            change.reasonName = principal.language == .french ? reason.1 : reason.0
            change.internalComment = try columns.next()
            change.batchID = try columns.next()
            change.undoOf = try columns.next()
            return change
        }
    }
}
