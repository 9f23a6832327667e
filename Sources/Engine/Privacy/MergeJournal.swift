import Domain
import Storage

/// Names the merges of candidates.
public enum CandidateMerge { public typealias ID = Identifier<CandidateMerge> }

/// Writes the changes of a merge and keeps what was there before, column by column, so that the merge can be undone
/// without touching what others have changed since.
final class MergeJournal {
    let id: CandidateMerge.ID
    private let call: Call
    private var step: Int64 = 0

    init(_ id: CandidateMerge.ID, in call: Call) {
        self.id = id
        self.call = call
    }

    /// Sets columns of a row, by one statement, as far as they differ.
    func set<Entity>(_ table: String, _ row: Identifier<Entity>, _ values: [(column: String, value: SQLValue)]) throws {
        let row: AnyEntity.ID = row.cast()
        let before = try Self.values(table, row, values.map(\.column), key: "id", in: call.transaction)
        guard let before else { return }
        let changes = zip(values, before).filter { StoredValue($0.value) != StoredValue($1) }
        guard !changes.isEmpty else { return }
        let assignments = changes.map { change, _ -> SQL in
            SQL(trusted: change.column) + " = " + SQL(trusted: "?", values: [change.value])
        }
        try call.transaction.execute(
            """
            UPDATE \(SQL(trusted: table)) SET \(assignments.joined(separator: ", ")), updated_at = \(call.now),
            version = version + 1, row_seq = \(call.rowSequence()) WHERE id = \(row)
            """)
        try keep(table, row, changes.map { (column: $0.column, before: $1, after: $0.value) })
    }

    /// Lets one account take the place of another in a conversation.
    func replaceParticipant(_ user: User.ID, by heir: User.ID, in conversation: Conversation.ID) throws {
        try call.transaction.execute(
            """
            UPDATE conversation_participant SET user_id = \(heir), row_seq = \(call.rowSequence())
            WHERE conversation_id = \(conversation) AND user_id = \(user)
            """)
        try keep(
            "conversation_participant", conversation.cast(),
            [(column: "user_id", before: user.sqlValue, after: heir.sqlValue)])
    }

    private func keep(
        _ table: String, _ row: AnyEntity.ID, _ changes: [(column: String, before: SQLValue, after: SQLValue)]
    ) throws {
        step += 1
        for change in changes {
            try call.transaction.execute(
                """
                INSERT INTO merge_change (merge_id, step, table_name, row_id, column_name, value_before, value_after)
                VALUES (\(id), \(step), \(table), \(row), \(change.column), \(StoredValue(change.before).text),
                \(StoredValue(change.after).text))
                """)
        }
    }

    private static func values(
        _ table: String, _ row: AnyEntity.ID, _ columns: [String], key: String, in transaction: any Transaction
    ) throws -> [SQLValue]? {
        let names = SQL(trusted: columns.joined(separator: ", "))
        var values: [SQLValue]?
        try transaction.forEach(
            "SELECT \(names) FROM \(SQL(trusted: table)) WHERE \(SQL(trusted: key)) = \(row)"
        ) { found in
            values = (0..<columns.count).map { found.value($0) }
            return false
        }
        return values
    }

    /// One statement of a merge.
    private struct Step {
        var table: String
        var row: AnyEntity.ID
        var columns: [(name: String, before: StoredValue, after: StoredValue)]
    }

    /// Puts back, the last first, what still is as the merge left it. Answers the columns that somebody has changed
    /// since and that stay as they are.
    func restore() throws -> [String] {
        var steps: [(number: Int64, step: Step)] = []
        try call.transaction.forEach(
            """
            SELECT step, table_name, row_id, column_name, value_before, value_after FROM merge_change
            WHERE merge_id = \(id) ORDER BY step DESC, column_name
            """
        ) { row in
            var columns = Columns(row)
            let number: Int64 = try columns.next()
            let table: String = try columns.next()
            let target: AnyEntity.ID = try columns.next()
            let change = (
                name: try columns.next(String.self), before: try StoredValue(text: columns.next()),
                after: try StoredValue(text: columns.next())
            )
            if steps.last?.number == number {
                steps[steps.count - 1].step.columns.append(change)
            } else {
                steps.append((number, Step(table: table, row: target, columns: [change])))
            }
            return true
        }
        var kept: [String] = []
        for (_, step) in steps { kept += try restore(step) }
        try call.transaction.execute("DELETE FROM merge_change WHERE merge_id = \(id)")
        return kept
    }

    private func restore(_ step: Step) throws -> [String] {
        let table = SQL(trusted: step.table)
        if step.table == "conversation_participant" {
            guard let change = step.columns.first else { return [] }
            let (before, after) = (
                SQL(trusted: "?", values: [change.before.value]),
                SQL(trusted: "?", values: [change.after.value])
            )
            let isBack = try call.transaction.exists(
                "SELECT 1 FROM \(table) WHERE conversation_id = \(step.row) AND user_id = \(before)")
            if isBack { return ["\(step.table).user_id"] }
            try call.transaction.execute(
                """
                UPDATE \(table) SET user_id = \(before), row_seq = \(call.rowSequence())
                WHERE conversation_id = \(step.row) AND user_id = \(after)
                """)
            return []
        }
        let now = try Self.values(step.table, step.row, step.columns.map(\.name), key: "id", in: call.transaction)
        guard let now else { return step.columns.map { "\(step.table).\($0.name)" } }
        var kept: [String] = []
        var assignments: [SQL] = []
        for (change, current) in zip(step.columns, now) {
            if StoredValue(current) == change.after {
                assignments.append(
                    SQL(trusted: change.name) + " = " + SQL(trusted: "?", values: [change.before.value]))
            } else {
                kept.append("\(step.table).\(change.name)")
            }
        }
        guard !assignments.isEmpty else { return kept }
        try call.transaction.execute(
            """
            UPDATE \(table) SET \(assignments.joined(separator: ", ")), updated_at = \(call.now), version = version + 1,
            row_seq = \(call.rowSequence()) WHERE id = \(step.row)
            """)
        return kept
    }
}

/// A value of any column as text, for the journal of a merge: its kind is the first letter.
struct StoredValue: Hashable {
    let value: SQLValue

    /// SQLite does not tell an identifier from sixteen bytes.
    init(_ value: SQLValue) {
        guard case .bytes(let bytes) = value, bytes.count == 16 else {
            self.value = value
            return
        }
        let halves = [bytes[..<8], bytes[8...]].map { $0.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
        self.value = .identifier(high: halves[0], low: halves[1])
    }

    var text: String {
        switch value {
        case .null: "n"
        case .integer(let number): "i\(number)"
        case .real(let number): "r\(number)"
        case .text(let text): "t" + text
        case .bytes(let bytes): "b" + Digest.hexadecimal(bytes)
        case .identifier(let high, let low): "u" + AnyEntity.ID(high: high, low: low).description
        }
    }

    init(text: String) throws {
        let rest = String(text.dropFirst())
        let value: SQLValue? =
            switch text.first {
            case "n": .null
            case "i": Int64(rest).map { .integer($0) }
            case "r": Double(rest).map { .real($0) }
            case "t": .text(rest)
            case "u": AnyEntity.ID(rest).map { .identifier(high: $0.high, low: $0.low) }
            default: nil
            }
        guard let value else { throw StorageError.corrupt(detail: "merge_change holds no value") }
        self.value = value
    }
}
