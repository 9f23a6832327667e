import Domain

/// What can be taken back, and done again after that.
public struct Journal: Sendable {
    /// Something that was done.
    public struct Entry: Sendable {
        /// What it was, as undo says it: "Zoé Lefèvre → Screening".
        public let label: Phrase
        /// Takes it back.
        public let undo: Effect
        /// Does it again.
        public let redo: Effect

        public init(label: Phrase, undo: @escaping Effect, redo: @escaping Effect) {
            self.label = label
            self.undo = undo
            self.redo = redo
        }
    }

    /// The most entries that are kept.
    static let limit = 100

    private(set) var done: [Entry] = []
    private(set) var undone: [Entry] = []

    public init() {}

    public var nextUndo: Phrase? { done.last?.label }
    public var nextRedo: Phrase? { undone.last?.label }

    /// Remembers something that was done. What was taken back before can then not be done again, unless this was a redo.
    public mutating func record(_ entry: Entry, isRedo: Bool = false) {
        done.append(entry)
        if !isRedo { undone = [] }
        if done.count > Self.limit { done.removeFirst() }
    }

    /// The last thing done, to take back; when that worked it goes to the other pile (`settleUndo`).
    mutating func takeUndo() -> Entry? { done.popLast() }
    /// The last thing taken back, to do again; when that worked it is recorded.
    mutating func takeRedo() -> Entry? { undone.popLast() }
    mutating func settleUndo(_ entry: Entry) { undone.append(entry) }
}
