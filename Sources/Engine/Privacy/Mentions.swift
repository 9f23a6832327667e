import Domain
import JSON
import Storage

/// Finds where free text of others names a person: its addresses, numbers, pages on networks and its whole name. A
/// first or a last name alone is no mention, since it may be anybody's. Nor is what stands inside of a longer word,
/// address or number.
struct Mentions {
    /// In the order in which they are looked for: the longest first, so that none leaves the rest of another.
    let needles: [String]

    /// Columns of free text that is not the person's own, with the column that names the row.
    private static let texts: [(table: String, key: String, columns: [String])] = [
        ("note", "id", ["body"]), ("message", "id", ["body"]), ("conversation", "id", ["subject"]),
        ("outbox", "id", ["subject", "body", "recipient_name"]),
        ("notification", "id", ["title", "body"]),
        ("status_history", "id", ["public_comment", "internal_comment"]), ("bulk_mailing", "id", ["subject", "body"]),
        ("interview", "id", ["location", "video_url"]), ("offer", "id", ["message"]),
        ("candidate_consent", "id", ["evidence"]),
        ("job", "id", ["description", "public_description", "close_reason"]),
        ("company", "id", ["description"]), ("candidate", "id", ["headline", "summary"]),
        ("experience", "id", ["summary"]),
    ]

    /// A row of free text.
    struct Place: Hashable {
        var table: String
        var id: AnyEntity.ID
    }

    /// Where the person was found, before the write lock was taken.
    struct Found {
        var places: [Place] = []
        /// Entries of the audit log, and the last one that was looked at.
        var entries: [Int64] = []
        var lastEntry: Int64 = 0
        /// Answers that are kept for repeated calls.
        var answers: [(user: User.ID, operation: String, key: String)] = []
    }

    init(of scope: PersonScope, in transaction: any Transaction) throws {
        var needles = Set(scope.addresses)
        let people = try transaction.all(
            """
            SELECT first_name, last_name, phones, profiles FROM candidate WHERE id IN \(list: scope.candidates)
            UNION ALL SELECT first_name, last_name, '[]', '[]' FROM user_account WHERE id IN \(list: scope.users)
            """
        ) { columns in
            (
                first: try columns.next(String.self), last: try columns.next(String.self),
                phones: try columns.next(String.self), profiles: try columns.next(String.self)
            )
        }
        let written: [String] = try transaction.column(
            "SELECT email FROM user_account WHERE id IN \(list: scope.users)")
        needles.formUnion(written)
        let phones: [String] = try transaction.column(
            "SELECT phone FROM user_account WHERE id IN \(list: scope.users) AND phone IS NOT NULL")
        needles.formUnion(phones.filter { $0.count >= 6 })
        for person in people {
            let (first, last) = (TextRules.trim(person.first), TextRules.trim(person.last))
            if !first.isEmpty, !last.isEmpty {
                needles.formUnion(["\(first) \(last)", "\(last) \(first)", "\(last), \(first)"])
            }
            needles.formUnion(
                try StoredJSON.texts(person.phones, ["value", "e164"]).filter { $0.count >= 6 })
            needles.formUnion(try StoredJSON.texts(person.profiles, ["url"]))
        }
        self.needles = needles.map { $0.lowercased() }.filter { $0.count >= 4 }
            .sorted { ($1.count, $0) < ($0.count, $1) }
    }

    /// Looks through all free text and the audit log: as long as the workspace is large, so without the write lock.
    func find(in transaction: any Transaction) throws -> Found {
        var found = Found()
        guard !needles.isEmpty else { return found }
        for text in Self.texts {
            let condition = text.columns.map { contains(SQL(trusted: $0)) }.joined(separator: " OR ")
            let ids: [AnyEntity.ID] = try transaction.column(
                "SELECT \(SQL(trusted: text.key)) FROM \(SQL(trusted: text.table)) WHERE \(condition)")
            found.places += ids.map { Place(table: text.table, id: $0) }
        }
        found.lastEntry = try transaction.value("SELECT seq FROM audit_head WHERE id = 1") ?? 0
        found.entries = try entries(after: 0, in: transaction)
        try transaction.forEach(
            "SELECT user_id, operation_id, key, answer FROM idempotency WHERE \(contains("answer"))"
        ) { row in
            var columns = Columns(row)
            let answer = (
                user: try columns.next(User.ID.self), operation: try columns.next(String.self),
                key: try columns.next(String.self)
            )
            if names(json: try columns.next(String?.self)) { found.answers.append(answer) }
            return true
        }
        return found
    }

    /// Entries of the audit log that name the person.
    func entries(after sequence: Int64, in transaction: any Transaction) throws -> [Int64] {
        guard !needles.isEmpty else { return [] }
        var entries: [Int64] = []
        try transaction.forEach(
            """
            SELECT seq, before, after FROM audit_log
            WHERE seq > \(sequence) AND (\(contains("before")) OR \(contains("after")))
            """
        ) { row in
            var columns = Columns(row)
            let entry = try columns.next(Int64.self)
            let texts = [try columns.next(String?.self), try columns.next(String?.self)]
            if texts.contains(where: names(json:)) { entries.append(entry) }
            return true
        }
        return entries
    }

    /// Whether stored JSON that holds the letters of a mention has it as words of their own: in its texts, for in the
    /// JSON itself a line feed ends in a letter. What cannot be read is taken for a mention.
    private func names(json: String?) -> Bool {
        guard let json else { return false }
        guard let value = try? JSONValue(parsing: json) else { return true }
        return names(value)
    }

    private func names(_ value: JSONValue) -> Bool {
        switch value {
        case .string(let text): redacted(text) != text
        case .array(let items): items.contains { names($0) }
        case .object(let object): object.contains { names(.string($0.key)) || names($0.value) }
        default: false
        }
    }

    /// Preselects. SQLite folds the case of ASCII only, so a word with accents is also looked for as it is in capitals.
    private func contains(_ column: SQL) -> SQL {
        let forms = Set(needles.flatMap { [$0, Self.asciiLowercased($0.uppercased())] }).sorted()
        return forms.map { "LOWER(\(column)) LIKE \(LikePattern.containing($0)) ESCAPE '\\'" as SQL }
            .joined(separator: " OR ")
    }

    private static func asciiLowercased(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.isASCII ? Unicode.Scalar($0.properties.lowercaseMapping) ?? $0 : $0 }))
    }

    /// Overwrites the mentions in a row of free text, and leaves the rest of it.
    /// Answers whether there were any.
    func erase(_ place: Place, in call: Call) throws -> Bool {
        guard let columns = Self.texts.first(where: { $0.table == place.table })?.columns else { return false }
        let table = SQL(trusted: place.table)
        let names = SQL(trusted: columns.joined(separator: ", "))
        let texts = try call.transaction.first("SELECT \(names) FROM \(table) WHERE id = \(place.id)") { row in
            try columns.map { _ in try row.next(String?.self) }
        }
        var isChanged = false
        for (column, text) in zip(columns, texts ?? []) {
            guard let text else { continue }
            let cleaned = redacted(text)
            guard cleaned != text else { continue }
            isChanged = true
            try call.transaction.execute(
                """
                UPDATE \(table) SET \(SQL(trusted: column)) = \(cleaned), row_seq = \(call.rowSequence())
                WHERE id = \(place.id)
                """)
        }
        guard isChanged else { return false }
        switch place.table {
        case "message": try MessageSearchDocument.write(place.id.cast(), in: call.transaction)
        case "conversation": try ConversationSearchDocument.refresh(place.id.cast(), in: call.transaction)
        case "job": try JobSearchDocument.refresh(place.id.cast(), in: call)
        case "candidate": try CandidateSearchDocument.rebuild(place.id.cast(), in: call.transaction)
        default: break
        }
        return true
    }

    /// The text with `PersonalTable.blank` in the place of each mention.
    func redacted(_ text: String) -> String {
        needles.reduce(text) { text, needle in Self.replace(needle, in: text) }
    }

    private static func replace(_ needle: String, in text: String) -> String {
        let folded = text.map { $0.lowercased() }
        let wanted = needle.map { String($0) }
        guard !wanted.isEmpty, folded.count >= wanted.count else { return text }
        let letters = Array(text)
        let joints: Set<Character> = needle.contains("@") ? [".", "_", "+", "-"] : []
        let isInside = { (index: Int) in
            letters.indices.contains(index) && (letters[index].isLetter || letters[index].isNumber)
        }
        // An address at the end of a sentence is one all the same.
        let isBounded = { (start: Int, end: Int) in
            !isInside(start - 1) && !(start > 0 && joints.contains(letters[start - 1])) && !isInside(end)
                && !(end < letters.count && joints.contains(letters[end]) && isInside(end + 1))
        }
        var result = ""
        var index = 0
        while index < letters.count {
            if index + wanted.count <= letters.count, folded[index] == wanted[0],
                folded[index..<index + wanted.count].elementsEqual(wanted), isBounded(index, index + wanted.count)
            {
                result += PersonalTable.blank
                index += wanted.count
            } else {
                result.append(letters[index])
                index += 1
            }
        }
        return result
    }
}
