import JSON

/// An action as it was asked for.
public struct Invocation: Hashable, Sendable {
    public let action: ActionName
    /// The count typed before it: `3 L`.
    public let count: Int?
    /// What the keymap, or a menu, gives along: `{"stage": "interview"}`.
    public let arguments: JSONValue?

    public init(_ action: ActionName, count: Int? = nil, arguments: JSONValue? = nil) {
        self.action = action
        self.count = count
        self.arguments = arguments
    }

    /// How often to do it: the count, within reason, or once.
    public var times: Int { min(max(count ?? 1, 1), 10_000) }
}
