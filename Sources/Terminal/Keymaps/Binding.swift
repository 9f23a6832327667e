import JSON

/// Keys that do something in some contexts.
public struct Binding: Hashable, Sendable {
    /// Where a binding was written.
    public struct Origin: Hashable, Sendable {
        public let source: String
        public let line: Int?
        /// Whether it comes with the program.
        public let isDefault: Bool
    }

    public let keys: [Key]
    public let action: String
    public let arguments: JSONValue?
    public let contexts: [String]
    /// The person's own words for it.
    public let description: String?
    public let origin: Origin

    /// The keys as help shows them: `g g`.
    public var label: String { Self.label(keys) }

    public static func label(_ keys: [Key]) -> String { keys.map(\.description).joined(separator: " ") }
}
