import Domain
import Storage

/// The full-text index as a whole.
public enum EngineSearch {
    /// Makes every document anew from the rows: after a large load, or to mend an index.
    public static func rebuild(in database: any Database, progress: (Int, Int) -> Void) throws {}
}
