import CSQLite

/// What is settled for the library as a whole, once in a process and before its first use.
enum SQLiteLibrary {
    /// Nobody asks how much memory SQLite takes, and each of its allocations would pay for the answer with a lock. Where
    /// the library was in use before, it goes on as it was.
    static let isSettled: Bool = recrutementplus_sqlite_memory_statistics(0) == 0
}
