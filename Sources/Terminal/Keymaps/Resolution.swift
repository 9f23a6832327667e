import JSON

/// An action with what it was called with.
public struct ActionCall: Hashable, Sendable {
    public let action: String
    public let arguments: JSONValue?
    /// The count typed before it, if it takes one.
    public let count: Int?

    public init(_ action: String, arguments: JSONValue? = nil, count: Int? = nil) {
        self.action = action
        self.arguments = arguments
        self.count = count
    }
}

/// A key that may follow those pressed so far.
public struct Continuation: Hashable, Sendable {
    public let key: Key
    /// What it does; nil when still more keys follow.
    public let binding: Binding?
}

/// What some keys mean in some contexts.
public enum Resolution: Hashable, Sendable {
    case none
    /// More keys are needed. `otherwise` is what the keys so far do if nothing follows: a digit may be a count.
    case pending([Continuation], count: Int?, otherwise: ActionCall?)
    case action(ActionCall)
}
