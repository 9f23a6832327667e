import Domain
import Storage

/// The keys by which rows are sorted and found, as a whole: for whoever looks them over, or makes them anew.
public enum SortingKeys {
    /// Calls `body` with each row whose key is not what this program makes of it: its table and its identifier.
    public static func forEachWrong(
        in transaction: any Transaction, _ body: (_ table: String, _ id: AnyEntity.ID) -> Void
    ) throws {
        for keys in FoldedKeys.all {
            for key in try keys.wrong(in: transaction) { body(keys.table, key.id) }
        }
    }

    /// Makes the wrong ones anew, in transactions of a few hundred rows.
    public static func rebuild(in database: any Database, at now: Instant) throws {
        for keys in FoldedKeys.all { _ = try keys.migration.apply(database, now) { _, _ in } }
    }
}
