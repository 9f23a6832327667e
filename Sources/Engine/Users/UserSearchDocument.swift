import Domain
import Storage

/// What the full-text index knows of an account that is not in the trash: its name and its address.
enum UserSearchDocument {
    /// What may stand before a colon, in English and in French.
    static let language = SearchLanguage(fields: [
        "name": ["name"], "nom": ["name"], "email": ["address"], "adresse": ["address"],
    ])

    /// Makes an account's document anew, and takes away that of one in the trash. One without a number gets the next.
    static func refresh(_ id: User.ID, in transaction: any Transaction) throws {
        if try transaction.exists("SELECT 1 FROM user_account WHERE id = \(id) AND row_no IS NULL") {
            let number = try RowNumbers.next("user_account", in: transaction)
            try transaction.execute("UPDATE user_account SET row_no = \(number) WHERE id = \(id)")
        }
        let found = try all(where: "u.id = \(id) AND u.deleted_at IS NULL", in: transaction)
        if found.isEmpty { return try remove(id, in: transaction) }
        try EngineSearch.write(found, to: EngineSchema.userSearch, in: transaction)
    }

    static func remove(_ id: User.ID, in transaction: any Transaction) throws {
        let key: Int64? = try transaction.value(
            "SELECT row_no FROM user_account WHERE id = \(id) AND row_no IS NOT NULL")
        guard let key else { return }
        try transaction.search.remove(key, from: EngineSchema.userSearch)
    }

    /// The documents of the accounts `u` that meet the condition.
    static func all(where condition: SQL, in transaction: any Transaction) throws -> [SearchDocument] {
        try transaction.all(
            """
            SELECT u.row_no, u.first_name, u.last_name, u.email FROM user_account u
            WHERE u.row_no IS NOT NULL AND \(condition) ORDER BY u.row_no
            """
        ) { columns in
            let key: Int64 = try columns.next()
            let name = ApplicationReading.fullName(try columns.next(), try columns.next())
            return SearchDocument(
                key: key,
                contents: [SearchWords.indexed(name), SearchWords.indexed(try columns.next(String.self))])
        }
    }

    private static let batch = 500

    /// Accounts of a workspace from before they could be searched, and those that were loaded, get their numbers, the
    /// oldest first, and their documents.
    static func fill(in database: any Database) throws {
        let pending: SQL = "SELECT 1 FROM user_account WHERE row_no IS NULL LIMIT 1"
        while try database.read({ try $0.exists(pending) }) {
            try database.write { transaction in
                let ids: [User.ID] = try transaction.column(
                    """
                    SELECT id FROM user_account WHERE row_no IS NULL ORDER BY created_at, id LIMIT \(batch)
                    """)
                guard !ids.isEmpty else { return }
                let first = try RowNumbers.take(ids.count, "user_account", in: transaction)
                for (offset, id) in ids.enumerated() {
                    try transaction.execute(
                        "UPDATE user_account SET row_no = \(first + Int64(offset)) WHERE id = \(id)")
                }
                let made = try all(
                    where: "u.row_no >= \(first) AND u.row_no < \(first + Int64(ids.count)) AND u.deleted_at IS NULL",
                    in: transaction)
                try EngineSearch.write(made, to: EngineSchema.userSearch, in: transaction)
            }
        }
    }
}
