import Domain
import Storage

/// Reads consultants with the names of their accounts.
enum ConsultantReading {
    static let source: SQL = "consultant k JOIN user_account u ON u.id = k.user_id"

    /// In the order in which `read` takes them.
    static let columns: SQL = """
        k.id, k.created_at, k.updated_at, k.version, k.user_id, u.first_name, u.last_name, u.email, k.title,
        k.specialties, k.regions, k.capacity, k.commission_percent, k.status
        """

    static func read(_ columns: inout Columns) throws -> ConsultantView {
        ConsultantView(
            id: try columns.next(), createdAt: try columns.next(), updatedAt: try columns.next(),
            version: try columns.next(), userID: try columns.next(), firstName: try columns.next(),
            lastName: try columns.next(), email: try columns.next(), title: try columns.next(),
            specialties: try StoredJSON.directList(columns.next()), regions: try StoredJSON.directList(columns.next()),
            capacity: try columns.next(), commissionPercent: try columns.next(), status: try columns.next())
    }

    /// The consultant, or 404 where it does not exist for the caller.
    static func find(_ id: Consultant.ID, in call: Call) throws -> ConsultantView {
        let sql: SQL = """
            SELECT \(columns) FROM \(source) WHERE k.id = \(id) AND \(ConsultantVisibility.condition(call.principal))
            """
        guard var consultant = try call.transaction.first(sql, read) else { throw ConsultantVisibility.notFound(id) }
        consultant.assignedCandidates = try assignedCandidates(of: id, in: call.transaction)
        return consultant
    }

    static func assignedCandidates(of id: Consultant.ID, in transaction: any Transaction) throws -> Int {
        try transaction.value(
            """
            SELECT COUNT(*) FROM assignment a JOIN candidate c ON c.id = a.subject_id
            WHERE a.consultant_id = \(id) AND a.subject_type = 'candidate' AND a.ends_at IS NULL
            AND a.deleted_at IS NULL AND c.deleted_at IS NULL
            """) ?? 0
    }
}
