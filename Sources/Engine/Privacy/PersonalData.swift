import Domain
import JSON
import Storage

/// Gathers everything that is kept on a person, table by table (`PersonalTable`), as far as the reader may see it.
///
/// The person itself gets its own words and data and what others wrote to it; of what others wrote about it, notes for
/// the client and the team without their author. Private notes, those of administrators, internal comments, scores and
/// names of actors are others' own (GDPR, article 15(4)) and are counted, not shown. Staff get what they may read
/// elsewhere (`PersonalDataAccess`).
struct PersonalData {
    let scope: PersonScope
    let isOwn: Bool
    let call: Call

    private var access: PersonalDataAccess {
        PersonalDataAccess(scope: scope, isOwn: isOwn, principal: call.principal)
    }

    /// So many rows of a table at most; what is over is said.
    static let limit = 10_000

    func collect() throws -> JSONObject {
        var sections = JSONObject()
        for table in PersonalTable.all {
            guard let heading = table.heading, access.mayRead(table) else { continue }
            var rows = try self.rows(of: table)
            guard !rows.isEmpty else { continue }
            let isCut = rows.count > Self.limit
            if isCut { rows.removeLast() }
            var section = JSONObject()
            section["title"] = .string(heading[call.principal.language])
            section["rows"] = .array(rows.map { .object($0) })
            if isCut { section["truncated"] = true }
            sections[table.name] = .object(section)
        }
        return sections
    }

    /// Notes that the reader does not get.
    func withheldNotes() throws -> Int {
        try call.transaction.value(
            """
            SELECT COUNT(*) FROM note n WHERE n.subject_id IN \(list: scope.subjects) AND n.deleted_at IS NULL
            AND NOT (\(access.notes))
            """) ?? 0
    }

    private func rows(of table: PersonalTable) throws -> [JSONObject] {
        let columns = table.columns.filter { name in
            !table.secret.contains(name) && !Self.internals.contains(name)
                && !(isOwn && table.withheld.contains(name))
        }
        let names = SQL(trusted: columns.map { access.expression($0, of: table) }.joined(separator: ", "))
        let order = SQL(trusted: table.kept.contains("created_at") ? "n.created_at, n.id" : "n." + table.kept[0])
        let conditions = ["(\(table.rows(scope)))"] + access.conditions(on: table.name)
        var rows: [JSONObject] = []
        try call.transaction.forEach(
            """
            SELECT \(names) FROM \(SQL(trusted: table.name)) n WHERE \(conditions.allOf()) ORDER BY \(order)
            LIMIT \(Self.limit + 1)
            """
        ) { row in
            var object = JSONObject()
            for (index, column) in columns.enumerated() {
                let value = try Self.json(row.value(index), column)
                if value != .null { object[column] = value }
            }
            rows.append(object)
            return true
        }
        try hideJobs(in: &rows, of: table.name)
        try name(&rows, of: table.name)
        return rows
    }

    /// Columns that only the database needs.
    static let internals: Set<String> = ["row_seq", "row_no", "version", "name_folded", "email_folded"]

    private static let truths: Set<String> = [
        "can_email", "willing_to_relocate", "is_primary", "on_hold", "client_visible", "holds_secret",
    ]

    private static func json(_ value: SQLValue, _ column: String) throws -> JSONValue {
        switch StoredValue(value).value {
        case .null: return .null
        case .integer(let number):
            if column == "at" || column.hasSuffix("_at") || column == "retention_until" {
                return .string(Instant(milliseconds: number).description)
            }
            return truths.contains(column) ? .bool(number != 0) : .integer(number)
        case .real(let number): return .number(number)
        case .text(let text):
            guard let first = text.first, first == "[" || first == "{" else { return .string(text) }
            return (try? JSONValue(parsing: text)) ?? .string(text)
        case .bytes: return .null
        case .identifier(let high, let low): return .string(AnyEntity.ID(high: high, low: low).description)
        }
    }

    /// Takes out which job and whose it is where the person may not know.
    private func hideJobs(in rows: inout [JSONObject], of table: String) throws {
        guard isOwn, let key = ["application": "id", "placement": "application_id"][table] else { return }
        let hidden = try access.hiddenJobs(in: call.transaction)
        for index in rows.indices {
            guard let id = rows[index][key]?.stringValue.flatMap({ Application.ID($0) }), hidden.contains(id) else {
                continue
            }
            for column in ["job_id", "company_id", "consultant_id"] { rows[index][column] = nil }
            rows[index]["job"] = .string(ApplicationVisibility.confidentialJob[call.principal.language])
        }
    }

    /// Names beside the identifiers that mean nothing to a person.
    private func name(_ rows: inout [JSONObject], of table: String) throws {
        let named: [(table: String, column: String, name: String, from: SQL)] = [
            ("application", "job_id", "job", "SELECT title FROM job WHERE id ="),
            ("application", "company_id", "company", "SELECT name FROM company WHERE id ="),
            ("candidate_skill", "skill_id", "skill", "SELECT name FROM skill WHERE id ="),
            ("status_history", "reason_id", "reason", "SELECT name FROM reason WHERE id ="),
            ("candidate", "source_id", "source", "SELECT name FROM source WHERE id ="),
        ]
        for entry in named where entry.table == table {
            for index in rows.indices {
                guard let id = rows[index][entry.column]?.stringValue.flatMap({ AnyEntity.ID($0) }) else { continue }
                let name: String? = try call.transaction.value("\(entry.from) \(id)")
                if let name { rows[index][entry.name] = .string(name) }
            }
        }
    }
}
