/// Collects keys until they mean something: a pure state machine, time is passed in.
///
/// Sequences wait without a time-out. Only a digit that both does something and may begin a count is decided after
/// `digitDelay`: then it does what it does. Who can take it back may do it before (`undecided`): it is said once more
/// when it is decided, and another action that the digit counts is said in its place.
public struct KeySequencer: Sendable {
    public enum Outcome: Hashable, Sendable {
        case action(ActionCall)
        /// The keys do nothing here; a single one may be typed into a field.
        case unbound([Key])
        /// Keys pressed so far were given up.
        case cancelled
        /// Feed this key again, once the actions before it are done: it was pressed after them.
        case again(Key)
    }

    /// Milliseconds.
    public var digitDelay: Int64 = 300
    /// The keys waiting for more, to show.
    public private(set) var pending: [Key] = []
    /// What may follow them.
    public private(set) var continuations: [Continuation] = []
    private var otherwise: ActionCall?
    /// What the keys pressed so far do when nothing follows that they count.
    public var undecided: ActionCall? { otherwise }
    private var pressedAt: Int64 = 0

    public init() {}

    /// When `expire(at:)` must be called if no key comes.
    public var deadline: Int64? {
        otherwise == nil || pending.contains { $0.digit == nil } ? nil : pressedAt + digitDelay
    }

    public mutating func press(_ key: Key, in contexts: [String], of keymap: Keymap, at now: Int64) -> [Outcome] {
        let before = otherwise
        let keys = pending + [key]
        let resolution = keymap.resolve(keys, in: contexts)
        clear()
        switch resolution {
        case .action(let call): return [.action(call)]
        case .pending(let continuations, _, let otherwise):
            pending = keys
            self.continuations = continuations
            // After a digit a sequence may begin that the digit counts, or not.
            self.otherwise = otherwise ?? (key.digit == nil ? before : nil)
            pressedAt = now
            return []
        case .none:
            if keys.count == 1 { return [.unbound(keys)] }
            if let before { return [.action(before)] + keys.drop { $0.digit != nil }.map { .again($0) } }
            return key == .escape ? [.cancelled] : [.unbound(keys)]
        }
    }

    /// Decides a digit that nothing followed.
    public mutating func expire(at now: Int64) -> [Outcome] {
        guard let deadline, now >= deadline, let otherwise else { return [] }
        clear()
        return [.action(otherwise)]
    }

    /// Gives up what is pending, because the context changed.
    public mutating func clear() {
        pending = []
        continuations = []
        otherwise = nil
    }
}
