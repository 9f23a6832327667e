/// A database into which a copy that `backup(to:)` made can be put back while others have it open.
public protocol RestorableDatabase: Database {
    /// Replaces everything by what is in the copy, at once for everybody: each reader sees either all of the old or all
    /// of the new. The clock goes on from the larger of the two, so that nobody takes something changed for unchanged,
    /// and the epoch is a new one, by which those who keep a copy of the rows know that the past was changed.
    func restore(from path: String) throws
}
