/// Everything that the rest of the program relies on in a database, checked the same way for each implementation.
public enum StorageConformance {
    public static let checks: [StorageCheck] =
        values + statements + transactions + clock + concurrency + migrations + errors + search + searchSafety
        + copies + wholeCopies + restoring + sending
}
