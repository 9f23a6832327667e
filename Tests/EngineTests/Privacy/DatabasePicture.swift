import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

/// Every row of a workspace, to be compared with another moment's.
struct DatabasePicture {
    /// What every call moves: the audit log, the clock, versions; and what a merge itself keeps.
    private static let passedOver: Set<String> = [
        "audit_log", "audit_head", "sync_meta", "candidate_merge", "merge_change", "session", "tombstone", "row_number",
        "workspace_info",
    ]
    private static let moving: Set<String> = ["updated_at", "version", "row_seq"]

    private(set) var tables: [String: Set<String>] = [:]

    init(_ database: any Database) throws {
        let all = try database.tables()
        try database.read { transaction in
            for table in all where !Self.passedOver.contains(table.name) {
                let columns = table.columns.map(\.name).filter { !Self.moving.contains($0) }
                var rows: Set<String> = []
                let names = SQL(trusted: columns.map { "t.\"\($0)\"" }.joined(separator: ", "))
                try transaction.forEach("SELECT \(names) FROM \(SQL(trusted: "\"\(table.name)\"")) t") { row in
                    let cells = zip(columns, 0..<columns.count).map { "\($0)=\(row.value($1))" }
                    // Counters that came back to nothing are as good as none.
                    if !Self.isEmptyCounter(table.name, row, columns) { rows.insert(cells.joined(separator: " ")) }
                    return true
                }
                tables[table.name] = rows
            }
        }
    }

    private static func isEmptyCounter(_ table: String, _ row: any Row, _ columns: [String]) -> Bool {
        guard ["application_count", "application_cohort", "application_activity"].contains(table) else { return false }
        let keys: Set<String> = ["scope_id", "status", "day", "source_id"]
        return zip(columns, 0..<columns.count).allSatisfy { keys.contains($0) || row.integer($1) == 0 }
    }

    /// The tables in which the two differ, with an example.
    func differences(from other: DatabasePicture) -> [String] {
        tables.keys.sorted().compactMap { table in
            let (mine, theirs) = (tables[table] ?? [], other.tables[table] ?? [])
            guard mine != theirs else { return nil }
            let example = mine.subtracting(theirs).sorted().first ?? "-"
            let missing = theirs.subtracting(mine).sorted().first ?? "-"
            return "\(table):\n  now \(example)\n  then \(missing)"
        }
    }

    /// The columns of text anywhere in the workspace that contain one of the words, whatever the case.
    static func traces(of words: [String], in database: any Database) throws -> [String] {
        let wanted = words.map { $0.lowercased() }
        let all = try database.tables()
        var found: [String] = []
        try database.read { transaction in
            for table in all {
                for column in table.columns where column.kind == .text {
                    try transaction.forEach(
                        "SELECT \(SQL(trusted: "t.\"\(column.name)\" FROM \"\(table.name)\" t"))"
                    ) { row in
                        guard !row.isNull(0) else { return true }
                        let text = row.text(0).lowercased()
                        if let word = wanted.first(where: { text.contains($0) }) {
                            found.append("\(table.name).\(column.name): \(word) in \(text.prefix(200))")
                        }
                        return true
                    }
                }
            }
        }
        return found
    }
}

/// The figures that have to stay what they are when a person is anonymised.
struct MetricsPicture: Equatable {
    private var answers: [String: String] = [:]

    init(_ world: World) throws {
        for operation in [
            "analytics.dashboard", "analytics.applications", "analytics.jobs", "analytics.candidates",
            "analytics.consultants", "analytics.companies", "analytics.trends", "analytics.kpis", "skills.trending",
            "applications.pipeline",
        ] {
            let answer = try world.call(operation, as: .admin)
            try #require(answer.isSuccess, "\(operation): \(answer.body)")
            answers[operation] = Self.withoutTexts(answer.body).serialized()
        }
        for kind in ["stages", "sources", "trends", "consultants"] {
            let answer = try world.call("analytics.export", ["kind": .string(kind), "format": "json"], as: .admin)
            try #require(answer.isSuccess, "\(kind): \(answer.body)")
            answers["report \(kind)"] = answer.body["sha256"]?.stringValue
        }
        let rows = try DatabasePicture(world.database).tables
        for table in ["application_count", "application_cohort", "application_activity", "placement"] {
            answers[table] = rows[table]?.sorted().joined(separator: "\n")
        }
    }

    /// Cards of the board show names; figures do not.
    private static func withoutTexts(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let members):
            let hidden: Set<String> = ["candidate_name", "candidate", "updated_at", "version", "name"]
            return .object(
                JSONObject(members.filter { !hidden.contains($0.0) }.map { ($0.0, withoutTexts($0.1)) }))
        case .array(let list): return .array(list.map(withoutTexts))
        default: return value
        }
    }

    func differences(from other: MetricsPicture) -> [String] {
        answers.keys.sorted().filter { answers[$0] != other.answers[$0] }
    }
}
